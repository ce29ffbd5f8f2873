drop index renewals_one_at_a_time;
create unique index renewals_one_at_a_time on renewals (delegation_id) where state in ('open', 'accepted');
