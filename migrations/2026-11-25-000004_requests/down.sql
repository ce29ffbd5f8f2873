drop policy forwarder on openings;
drop index openings_by_forwarder, openings_by_forward, forwards_by_pair, acceptances_by_pair, declines_by_forward, delegations_by_acceptance;
drop trigger opening_forwarder on openings;
drop function opening_forwarder;
alter table openings drop column forwarder_id;
alter table invitations drop constraint stopped_is_over;
alter table invitations drop column stopped_reason;
drop table alarms, invitation_requests, issuing_policies;
