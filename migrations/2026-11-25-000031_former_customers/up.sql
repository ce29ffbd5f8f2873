-- D19, D22: who had a customer knows how it was called then, and not how it is called and reached today.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it replaces what looks at everybody's rows

-- Whose relationship it is, while it is one; who holds something there; who brought it there, while what came of it lasts.
alter policy customers_of_mine on organizations using (kind = 'customer' and (
  exists (select from relationships r where r.customer_id = organizations.id and r.owner_id = asking_org() and r.state = 'active')
  or exists (select from delegations d where d.customer_id = organizations.id and d.holder_id = asking_org() and d.state <> 'ended' and d.ends_at > now())
  or exists (select from acceptances a join relationships r on r.id = a.relationship_id and r.state = 'active'
              where a.customer_id = organizations.id and a.forwarder_id = asking_org())));

-- The copied name follows whoever renames while the relationship lasts, and stays after it.
create or replace function follow_customer_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope();
begin
  perform set_config('mandate.scope', 'system', true); -- the copy is nobody's to edit, and follows whoever renames
  update relationships set customer_name = new.name where customer_id = new.id and state = 'active';
  perform set_config('mandate.scope', scope, true);
  return null;
end $$;

select set_config('mandate.scope', '', true);
