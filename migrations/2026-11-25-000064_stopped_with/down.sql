drop function with_agreed(uuid);
drop trigger forget_stop on invitations;
drop function forget_stop();
drop trigger keep_stop on invitations;
create trigger keep_stop before update on invitations for each row
  when (by_portal() and not sees_all() and (new.stopped_reason, new.stopped_from) is distinct from (old.stopped_reason, old.stopped_from))
  execute function refuse('the operator stops an invitation and lets it go, nobody else');
alter table invitations drop column stopped_with;
