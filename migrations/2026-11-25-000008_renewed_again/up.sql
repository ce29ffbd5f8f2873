-- A renewal whose delegation is over has renewed nothing: another may be offered. That none is offered while one lives is checked under
-- the lock of the delegation; here stands that two are never open at once.
drop index renewals_one_at_a_time;
create unique index renewals_one_at_a_time on renewals (delegation_id) where state = 'open';
