-- A mail that came back later was sent nevertheless (UX-44): when it was stays known until it is tried anew.
alter table outbox drop constraint sent_has_date,
  add constraint sent_has_date check (case state when 'sent' then sent_at is not null when 'dead' then true else sent_at is null end);
