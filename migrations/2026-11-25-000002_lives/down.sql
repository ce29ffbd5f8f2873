drop function enter_calendar;
drop table calendars, digests, warnings, uses, renewals, jobs;
select set_config('mandate.scope', 'system', true);
update services set admin_url = null;
-- What has extended itself beyond the time that the schema before allows ends with that time.
update delegations set ends_at = starts_at + interval '731 days' where ends_at > starts_at + interval '731 days';
select set_config('mandate.scope', '', true);
alter table delegations drop constraint lasts_as_long_as_agreed;
alter table delegations add constraint lasts_as_long_as_agreed check (ends_at > starts_at and ends_at <= starts_at + interval '731 days');
drop index delegations_by_end;
alter table delegations drop column extended, drop column customer_extends_at, drop column holder_extends_at;
