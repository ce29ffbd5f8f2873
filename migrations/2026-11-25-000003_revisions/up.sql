-- Invitations that change: revisions, how often they were used, reminders, and mails that came back.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

-- Revisions (D6) --------------------------------------------------------------------------------

-- What stands in `invitations` and `invitation_services` is the revision in force; those before it are kept beside.
alter table invitations
  add column revision integer not null default 1 constraint revisions_count_from_one check (revision >= 1),
  add column revised_by uuid references users,
  add column revised_at timestamptz,
  add column reminders boolean not null default true,     -- whether its people want the recipient reminded
  add column remind_at timestamptz default now(),         -- when the job looks at it next; null: never again
  add constraint revised_has_author_and_date check ((revision > 1) = (revised_by is not null and revised_at is not null));
create index invitations_to_remind on invitations (remind_at, id) where kind = 'addressed' and state = 'open' and reminders;

create table invitation_revisions (
  invitation_id uuid not null references invitations,
  revision integer not null check (revision >= 1),
  inviter_id uuid not null references organizations,
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  days integer not null check (days between 1 and 730),
  paragraph_1 text,
  paragraph_2 text,
  suggested_holder_id uuid references organizations,
  expires_at timestamptz,
  asks text[] not null, -- as in forms: service/purpose
  made_by uuid not null references users,
  made_at timestamptz not null,
  superseded_at timestamptz not null,
  primary key (invitation_id, revision)
);

-- D6, the second line: once frozen, terms change only together with the revision's number, by one, by the inviter.
-- Whoever has all power over the database is not stopped; the portal's role is.
create function keep_terms() returns trigger language plpgsql as $$
begin
  if current_user <> 'mandate_app' or old.frozen_at is null and new.revision = old.revision then
    return new;
  end if;
  if new.revision = old.revision then
    if new.frozen_at is null or (new.inviter_id, new.kind, new.language, new.days, new.paragraph_1, new.paragraph_2, new.suggested_holder_id, new.expires_at)
       is distinct from (old.inviter_id, old.kind, old.language, old.days, old.paragraph_1, old.paragraph_2, old.suggested_holder_id, old.expires_at) then
      raise exception 'the terms of a revision are frozen' using errcode = 'insufficient_privilege';
    end if;
  elsif new.revision <> old.revision + 1 or (new.inviter_id, new.kind) <> (old.inviter_id, old.kind) or old.inviter_id is distinct from asking_org() then
    raise exception 'only the inviter makes a revision, and the next one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_terms before update on invitations for each row execute function keep_terms();

-- The revision that is left behind is kept by the database itself: nobody else can write it.
create function keep_revision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into invitation_revisions
  values (old.id, old.revision, old.inviter_id, old.language, old.days, old.paragraph_1, old.paragraph_2, old.suggested_holder_id, old.expires_at,
          (select coalesce(array_agg(s.service || '/' || s.purpose order by s.service, s.purpose), '{}') from invitation_services s where s.invitation_id = old.id),
          coalesce(old.revised_by, old.created_by), coalesce(old.revised_at, old.created_at), new.revised_at);
  return new;
end $$;
create trigger keep_revision before update on invitations for each row when (new.revision <> old.revision) execute function keep_revision();
revoke all on function keep_revision() from public;

-- Which revision a customer came to first, and which it accepted.
alter table openings add column revision integer not null default 1 check (revision >= 1);
alter table acceptances add column revision integer not null default 1 check (revision >= 1);

-- Uses ------------------------------------------------------------------------------------------

-- Counted where they happen, spread over slots by connection, so that nobody waits for anybody and a sum costs the same at any size.
create table invitation_uses (
  invitation_id uuid not null references invitations,
  inviter_id uuid not null references organizations,
  what text not null check (what in ('opened', 'accepted', 'declined')),
  slot integer not null,
  uses integer not null,
  primary key (invitation_id, what, slot)
);
insert into invitation_uses select invitation_id, inviter_id, 'opened', 0, count(*) from openings group by 1, 2;
insert into invitation_uses select invitation_id, inviter_id, 'accepted', 0, count(*) from acceptances group by 1, 2;
insert into invitation_uses select invitation_id, inviter_id, 'declined', 0, count(*) from declines group by 1, 2;

create function count_use() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into invitation_uses as u values (new.invitation_id, new.inviter_id, tg_argv[0], pg_backend_pid() % 64, 1)
    on conflict (invitation_id, what, slot) do update set uses = u.uses + 1;
  return null;
end $$;
create trigger count_use after insert on openings for each row execute function count_use('opened');
create trigger count_use after insert on acceptances for each row execute function count_use('accepted');
create trigger count_use after insert on declines for each row execute function count_use('declined');
revoke all on function count_use() from public;

-- What a reseller reads of its own part in an invitation.
create index acceptances_by_invitation_and_forwarder on acceptances (invitation_id, forwarder_id) where forwarder_id is not null;
create index forwards_by_invitation_and_forwarder on forwards (invitation_id, forwarder_id, forwarded_at desc);

-- Mails that came back --------------------------------------------------------------------------

alter table forwards
  add column generation integer not null default 1,  -- the turn of the link that it carries
  add column corrects uuid references forwards,      -- the sending whose address it corrects
  add column bounced_at timestamptz;                 -- when its mail was given up
update forwards f set generation = (o.letter ->> 'generation')::integer from outbox o where o.id = f.outbox_id and o.letter ? 'generation';
update forwards f set bounced_at = o.next_attempt_at from outbox o where o.id = f.outbox_id and o.state = 'dead';
create unique index forwards_one_correction on forwards (corrects) where corrects is not null;
create index forwards_bounced on forwards (invitation_id) where bounced_at is not null;

-- A mail is given up, or tried anew, by the portal or by the operator; both see every row.
create function note_bounce() returns trigger language plpgsql as $$
begin
  update forwards set bounced_at = case when new.state = 'dead' then now() end where outbox_id = new.id;
  return null;
end $$;
create trigger note_bounce after update of state on outbox for each row when ((new.state = 'dead') <> (old.state = 'dead')) execute function note_bounce();

-- Reminders -------------------------------------------------------------------------------------

-- Each reminder of a sending goes out once.
create table invitation_reminders (
  forward_id uuid not null references forwards,
  step text not null check (step in ('third-day', 'seventh-day', 'last-days')),
  invitation_id uuid not null references invitations,
  inviter_id uuid not null references organizations,
  forwarder_id uuid not null references organizations,
  recipient_email text not null check (char_length(recipient_email) <= 254),
  outbox_id uuid not null references outbox,
  reminded_at timestamptz not null default now(),
  primary key (forward_id, step)
);
create index invitation_reminders_by_invitation on invitation_reminders (invitation_id, reminded_at desc);

-- Recipients who want no more reminders from a partner; the address stands as a digest.
create table reminder_opt_outs (
  sender_id uuid not null references organizations,
  address_hash bytea not null check (octet_length(address_hash) = 32),
  asked_at timestamptz not null default now(),
  primary key (sender_id, address_hash)
);

-- Rights of the portal's role and row-level security ----------------------------------------------

grant select on invitation_revisions, invitation_uses to mandate_app;
grant select, insert on invitation_reminders, reminder_opt_outs to mandate_app;
grant delete on invitation_services to mandate_app;

do $$ declare t text; begin
  foreach t in array array['invitation_revisions', 'invitation_uses', 'invitation_reminders', 'reminder_opt_outs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy everything on invitation_revisions for select using (sees_all());
create policy inviter on invitation_revisions for select using (inviter_id = asking_org());
create policy handed on invitation_revisions for select using (exists (
  select from handouts h where h.invitation_id = invitation_revisions.invitation_id and h.reseller_id = asking_org() and h.withdrawn_at is null));
-- A customer sees what was offered since its people came, to compare with; nothing that was over before.
create policy opened on invitation_revisions for select using (exists (
  select from openings o where o.invitation_id = invitation_revisions.invitation_id and o.customer_id = asking_org() and o.revision <= invitation_revisions.revision));
create policy keeping on invitation_revisions for insert with check (current_user <> 'mandate_app');

-- The services asked for are replaced in the one transaction that makes a revision, while the row is thawed.
create policy revising on invitation_services for delete using (exists (
  select from invitations i where i.id = invitation_id and i.inviter_id = asking_org() and i.frozen_at is null));

create policy everything on invitation_uses for select using (sees_all());
create policy inviter on invitation_uses for select using (inviter_id = asking_org());
-- Counted only inside count_use, which runs as the owner.
create policy counting on invitation_uses for all using (current_user <> 'mandate_app') with check (current_user <> 'mandate_app');

create policy everything on invitation_reminders for all using (sees_all()) with check (sees_all());
create policy parties on invitation_reminders for select using (inviter_id = asking_org() or forwarder_id = asking_org());

create policy everything on reminder_opt_outs for all using (sees_all()) with check (sees_all());
create policy sender on reminder_opt_outs for select using (sender_id = asking_org());

select set_config('mandate.scope', '', true);
