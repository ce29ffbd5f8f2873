update outbox set sent_at = null where state <> 'sent';
alter table outbox drop constraint sent_has_date, add constraint sent_has_date check ((state = 'sent') = (sent_at is not null));
