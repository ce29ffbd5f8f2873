-- A customer answers by the link by which it came last. Who passed on an earlier one keeps what was accepted by it, and has no part in
-- what comes of a later one (D2, D15). The policy lets only the customer that follows a link of the invitation say so.
drop trigger keep_identity on openings;
create trigger keep_identity before update on openings for each row
  when (by_portal() and (new.invitation_id, new.customer_id, new.inviter_id, new.opened_by, new.opened_at)
        is distinct from (old.invitation_id, old.customer_id, old.inviter_id, old.opened_by, old.opened_at))
  execute function refuse('a coming stays whose it is');

-- D5: with a provider that is suspended nobody begins to work. (A policy that looked at organizations would be looked at by theirs.)
create function keep_good_standing() returns trigger language plpgsql as $$
begin
  if not exists (select from organizations o where o.id = new.provider_id and o.state = 'active') then
    raise exception 'nobody begins to work with a suspended provider' using errcode = 'insufficient_privilege', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger keep_good_standing before update of state on partnerships for each row
  when (by_portal() and new.state = 'active' and old.state = 'invited') execute function keep_good_standing();

-- A reminder that comes back says of its sending what the mail itself would have said (UX-44).
create or replace function note_bounce() returns trigger language plpgsql as $$
begin
  update forwards set bounced_at = case when new.state = 'dead' then now() end
   where outbox_id = new.id or id in (select r.forward_id from invitation_reminders r where r.outbox_id = new.id);
  return null;
end $$;
