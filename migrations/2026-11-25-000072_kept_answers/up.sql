-- A stop has a time of its own; since when an invitation was what it was, and by whom, is kept beside what it was, and comes back with it.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

alter table invitations add column stopped_at timestamptz, add column stopped_from_since timestamptz, add column stopped_from_by uuid references users;
update invitations set stopped_at = state_since, stopped_from_since = state_since, stopped_from_by = state_by where stopped_reason is not null;

-- Of what was answered the answer itself says when that was, wherever a stop or its end has written its own time over it.
update invitations i set state_since = a.accepted_at, state_by = a.accepted_by from acceptances a
  where a.invitation_id = i.id and i.kind = 'addressed' and i.state = 'accepted'
    and exists (select from memberships m where m.user_id = i.state_by and m.org_kind = 'operator');
update invitations i set state_since = d.declined_at, state_by = d.declined_by from declines d
  where d.invitation_id = i.id and i.kind = 'addressed' and i.state = 'declined'
    and exists (select from memberships m where m.user_id = i.state_by and m.org_kind = 'operator');
update invitations set stopped_from_since = state_since, stopped_from_by = state_by
  where stopped_reason is not null and state in ('accepted', 'declined');

alter table invitations drop constraint stopped_from_something,
  add constraint stopped_from_something check ((stopped_reason is null) = (stopped_from is null)
    and (stopped_reason is null) = (stopped_at is null) and (stopped_reason is null) = (stopped_from_since is null)
    and (stopped_from_by is null or stopped_reason is not null));
drop trigger keep_stop on invitations;
create trigger keep_stop before update on invitations for each row
  when (by_portal() and not sees_all()
        and (new.stopped_reason, new.stopped_at, new.stopped_from, new.stopped_from_since, new.stopped_from_by, new.stopped_with)
            is distinct from (old.stopped_reason, old.stopped_at, old.stopped_from, old.stopped_from_since, old.stopped_from_by, old.stopped_with))
  execute function refuse('the operator stops an invitation and lets it go, nobody else');

select set_config('mandate.scope', '', true);
