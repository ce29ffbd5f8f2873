drop index request_handovers_by_request;
-- The first time is kept.
select set_config('mandate.scope', 'system', true);
delete from request_handovers h using request_handovers first
 where (first.invitation_id, first.customer_id, first.handed_by, first.handed_to) = (h.invitation_id, h.customer_id, h.handed_by, h.handed_to)
   and (first.handed_at, first.id) < (h.handed_at, h.id);
alter table request_handovers drop column id, add primary key (invitation_id, customer_id, handed_by, handed_to);
select set_config('mandate.scope', '', true);
