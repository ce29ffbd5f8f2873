alter policy customer on delegations with check (customer_id = asking_org() and granted_by = asking_user() and (state = 'awaiting-partner'
  or (state = 'active' and (holder_id = owner_id
      or exists (select from acceptances a where a.id = delegations.acceptance_id and a.forwarder_id = delegations.holder_id)
      or exists (select from delegations held where held.customer_id = delegations.customer_id and held.holder_id = delegations.holder_id
                    and held.service = delegations.service and held.purpose = delegations.purpose and held.state = 'active' and held.ends_at > now())))));
alter table forwards drop column revision;
