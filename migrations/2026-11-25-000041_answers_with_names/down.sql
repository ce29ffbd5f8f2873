alter policy counterparts on organizations using (kind = 'customer' and exists (
  select from counter_offers c where c.customer_id = organizations.id and c.inviter_id = asking_org()));
create policy decliners on organizations for select using (kind = 'customer' and exists (
  select from declines d where d.customer_id = organizations.id and d.customer_id <> asking_org()));
drop trigger take_customer_name_at_the_end on counter_offers;
drop trigger take_customer_name on counter_offers;
alter table counter_offers drop column customer_name;
drop trigger take_customer_name on declines;
alter table declines drop column customer_name;
