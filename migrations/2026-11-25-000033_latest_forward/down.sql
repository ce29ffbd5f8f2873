drop trigger keep_good_standing on partnerships;
drop function keep_good_standing();
drop trigger keep_identity on openings;
create trigger keep_identity before update on openings for each row
  when (by_portal() and ((new.invitation_id, new.customer_id, new.inviter_id, new.opened_by, new.opened_at)
        is distinct from (old.invitation_id, old.customer_id, old.inviter_id, old.opened_by, old.opened_at)
        or (old.forward_id is not null and new.forward_id is distinct from old.forward_id)))
  execute function refuse('a coming stays whose it is, by the forward it was');
create or replace function note_bounce() returns trigger language plpgsql as $$
begin
  update forwards set bounced_at = case when new.state = 'dead' then now() end where outbox_id = new.id;
  return null;
end $$;
