-- The revision in force is what stays; those before it, counts and reminders go.
drop table reminder_opt_outs, invitation_reminders, invitation_uses, invitation_revisions;
drop trigger note_bounce on outbox;
drop trigger count_use on openings;
drop trigger count_use on acceptances;
drop trigger count_use on declines;
drop trigger keep_revision on invitations;
drop trigger keep_terms on invitations;
drop function note_bounce, count_use, keep_revision, keep_terms;
drop policy revising on invitation_services;
revoke delete on invitation_services from mandate_app;
drop index acceptances_by_invitation_and_forwarder;
drop index forwards_by_invitation_and_forwarder;
alter table forwards drop column generation, drop column corrects, drop column bounced_at;
alter table acceptances drop column revision;
alter table openings drop column revision;
alter table invitations drop column revision, drop column revised_by, drop column revised_at, drop column reminders, drop column remind_at;
