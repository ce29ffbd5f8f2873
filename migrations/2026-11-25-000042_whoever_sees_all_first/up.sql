-- Whoever sees everything is asked first. Postgres tries the policies of a table one after another, and in which order nobody is
-- promised: those of subscriptions that compare ids and look into other tables came before `sees_all()`, so that the operator's
-- register and the import paid for each row what only an organization's own view needs. One policy has an order of its own.

drop policy parties on subscriptions;
drop policy owner on subscriptions;
drop policy holder on subscriptions;
create policy readers on subscriptions for select using (sees_all()
  or customer_id = asking_org() or seller_id = asking_org() or partner_of_record_id = asking_org()
  -- Whoever owns a relationship sees what the customer bought without another partner: multi-channel applies there (D24).
  or (seller_id is null and exists (
    select from relationships r where r.customer_id = subscriptions.customer_id and r.owner_id = asking_org() and r.state = 'active'))
  -- Whoever may work in a service now, and so the support contact as long as it is one.
  or exists (select from delegations d where d.customer_id = subscriptions.customer_id and d.service = subscriptions.service
                and d.holder_id = asking_org() and d.state = 'active' and d.ends_at > now()));
