drop trigger keep_stop on invitations;
drop trigger keep_over on invitations;
create trigger keep_over before update on invitations for each row
  when (by_portal() and ((old.state in ('revoked', 'accepted', 'declined') and new.state <> old.state) or new.generation < old.generation))
  execute function refuse('an invitation that is over stays over');
alter table invitations drop constraint stopped_from_something, drop column stopped_from;
