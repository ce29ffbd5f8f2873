create or replace function follow_customer_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope();
begin
  perform set_config('mandate.scope', 'system', true); -- the copy is nobody's to edit, and follows whoever renames
  update relationships set customer_name = new.name where customer_id = new.id;
  perform set_config('mandate.scope', scope, true);
  return null;
end $$;
alter policy customers_of_mine on organizations using (kind = 'customer' and (
  exists (select from relationships r where r.customer_id = organizations.id and r.owner_id = asking_org())
  or exists (select from delegations d where d.customer_id = organizations.id and d.holder_id = asking_org() and d.state <> 'ended' and d.ends_at > now())
  or exists (select from acceptances a where a.customer_id = organizations.id and a.forwarder_id = asking_org())));
