drop table audit_verifications;
drop trigger audit_spread on audit_events;
drop function audit_spread;
drop table audit_concerned;
drop function audit_breaks_of;
drop index audit_by_time, audit_by_kind_and_time, audit_by_user, audit_by_request;
create index audit_by_kind on audit_events (kind, id desc);
create index audit_by_org on audit_events (org_id, id desc);
create index audit_by_concerned on audit_events using gin (concerned);

drop trigger guard_profile on organizations;
drop function guard_profile;
drop index organizations_by_tenant;
create index organizations_by_tenant on organizations (tenant_id) where tenant_id is not null;

drop trigger guard_service on services;
drop function guard_service;
alter table services drop constraint services_admin_url_is_https;
revoke insert, update on services from mandate_app;

drop trigger guard_agreement on agreements;
drop function guard_agreement;
drop index agreements_by_time, acceptances_by_version, acceptances_by_inviter, acceptances_by_forwarder_and_time;
alter table agreements drop column created_at, drop column published_by;
alter table agreements drop constraint agreements_are_bounded;
alter table agreements drop constraint agreements_version_check;
-- A second version of a month has no name in the schema before: one that is there keeps it, and no new one is made.
alter table agreements add constraint agreements_version_check check (version ~ '^[0-9]{4}-[0-9]{2}$') not valid;
revoke insert on agreements from mandate_app;

drop index radar_ending, radar_silent, radar_replaced, radar_at_resellers, radar_transacting, radar_suspended, radar_newcomers;
