-- Leaves the role and the extensions: other databases of the cluster, or the administrator, may use them.
drop function count_attempt, enter_request, enter_system, enter, audit_status, audit_breaks;
drop table audit_events, audit_heads, outbox, attempts, sessions, account_links, memberships, users, organizations cascade;
drop function if exists audit_append, audit_refuse, audit_digest cascade;
drop function sees_all, asking_link, asking_user, asking_org, asking_scope;
