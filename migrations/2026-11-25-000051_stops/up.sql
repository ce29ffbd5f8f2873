-- The operator's stop of an invitation can be lifted (UX-22): what it was before is kept beside the reason, and comes back with it.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

alter table invitations add column stopped_from text check (stopped_from in ('open', 'paused', 'revoked', 'accepted', 'declined'));
-- What was stopped before anybody kept it stays over, whatever becomes of the stop.
update invitations set stopped_from = state where stopped_reason is not null;
alter table invitations add constraint stopped_from_something check ((stopped_reason is null) = (stopped_from is null));

-- D4: what was answered is answered; what was revoked stays revoked, and a link that is dead stays dead. What the operator stopped
-- becomes again what it was, by the operator.
drop trigger keep_over on invitations;
create trigger keep_over before update on invitations for each row
  when (by_portal() and ((old.state in ('revoked', 'accepted', 'declined') and new.state <> old.state
          and not (sees_all() and new.stopped_reason is null and old.stopped_from is not null and new.state = old.stopped_from))
        or new.generation < old.generation))
  execute function refuse('an invitation that is over stays over');
create trigger keep_stop before update on invitations for each row
  when (by_portal() and not sees_all() and (new.stopped_reason, new.stopped_from) is distinct from (old.stopped_reason, old.stopped_from))
  execute function refuse('the operator stops an invitation and lets it go, nobody else');

select set_config('mandate.scope', '', true);
