-- D2: what a provider handed to a reseller is handed back when they part. Whoever works with it again is handed it again.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

-- Handed over before an end: neither that end nor a partnership after it was meant to leave it in those hands.
update handouts h set withdrawn_at = (
    select min(p.ended_at) from partnerships p
     where p.provider_id = h.inviter_id and p.reseller_id = h.reseller_id and p.state = 'ended' and p.ended_at >= h.handed_at)
 where h.withdrawn_at is null and exists (
    select from partnerships p
     where p.provider_id = h.inviter_id and p.reseller_id = h.reseller_id and p.state = 'ended' and p.ended_at >= h.handed_at);

-- Either side ends it, and a reseller changes no handing over: the database takes back, whoever ends, in the same transaction.
create policy parting on handouts for all using (current_user <> 'mandate_app') with check (current_user <> 'mandate_app');
create function take_back_all() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handouts set withdrawn_at = new.ended_at
   where inviter_id = new.provider_id and reseller_id = new.reseller_id and withdrawn_at is null;
  return null;
end $$;
revoke all on function take_back_all() from public;
create trigger take_back_all after update of state on partnerships for each row
  when (new.state = 'ended' and old.state <> 'ended') execute function take_back_all();

-- The second line: in hands, and of somebody one works with. (One that was handed over while the partnership ended is read by nobody.)
alter policy handed on invitations using (exists (
  select from handouts h join partnerships p on p.provider_id = h.inviter_id and p.reseller_id = h.reseller_id and p.state = 'active'
   where h.invitation_id = invitations.id and h.reseller_id = asking_org() and h.withdrawn_at is null));
alter policy handed on invitation_revisions using (exists (
  select from handouts h join partnerships p on p.provider_id = h.inviter_id and p.reseller_id = h.reseller_id and p.state = 'active'
   where h.invitation_id = invitation_revisions.invitation_id and h.reseller_id = asking_org() and h.withdrawn_at is null));

select set_config('mandate.scope', '', true);
