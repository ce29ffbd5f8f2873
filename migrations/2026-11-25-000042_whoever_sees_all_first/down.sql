drop policy readers on subscriptions;
create policy parties on subscriptions for select
  using (customer_id = asking_org() or seller_id = asking_org() or partner_of_record_id = asking_org());
create policy owner on subscriptions for select using (seller_id is null and exists (
  select from relationships r where r.customer_id = subscriptions.customer_id and r.owner_id = asking_org() and r.state = 'active'));
create policy holder on subscriptions for select using (exists (
  select from delegations d where d.customer_id = subscriptions.customer_id and d.service = subscriptions.service
     and d.holder_id = asking_org() and d.state = 'active' and d.ends_at > now()));
