-- UX-22, D16: a stop reaches what was agreed on from the stopped invitation by counter-offers as well, and its end lets go what it stopped.

-- With which invitation one was stopped; none, if it was stopped by itself.
alter table invitations add column stopped_with uuid references invitations;
create index invitations_stopped_with on invitations (stopped_with) where stopped_with is not null;

drop trigger keep_stop on invitations;
create trigger keep_stop before update on invitations for each row
  when (by_portal() and not sees_all()
        and (new.stopped_reason, new.stopped_from, new.stopped_with) is distinct from (old.stopped_reason, old.stopped_from, old.stopped_with))
  execute function refuse('the operator stops an invitation and lets it go, nobody else');

-- What is let go by itself is stopped with nothing any more.
create function forget_stop() returns trigger language plpgsql as $$ begin new.stopped_with := null; return new; end $$;
create trigger forget_stop before update on invitations for each row when (new.stopped_reason is null and new.stopped_with is not null)
  execute function forget_stop();

-- An invitation, what was agreed on from it by counter-offers, and from those in turn; as far as whoever is asking may see them.
create function with_agreed(about uuid) returns setof uuid language sql stable rows 10 as $$
  with recursive line (id) as (
    select about
    union select c.agreed_invitation_id from counter_offers c join line on line.id = c.invitation_id where c.agreed_invitation_id is not null)
  select id from line $$;
