drop trigger keep_stop on invitations;
create trigger keep_stop before update on invitations for each row
  when (by_portal() and not sees_all() and (new.stopped_reason, new.stopped_from, new.stopped_with) is distinct from (old.stopped_reason, old.stopped_from, old.stopped_with))
  execute function refuse('the operator stops an invitation and lets it go, nobody else');
alter table invitations drop constraint stopped_from_something,
  add constraint stopped_from_something check ((stopped_reason is null) = (stopped_from is null)),
  drop column stopped_at, drop column stopped_from_since, drop column stopped_from_by;
