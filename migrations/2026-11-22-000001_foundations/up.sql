-- The house's foundations: who is asking (sessions, scopes), people, organizations, the audit trail, the outbox.
--
-- Two roles: the owner of the schema (who runs this file) and `mandate_app`, the portal, which owns nothing.
-- Row-level security is forced on every table. A query sees rows only after one of the `enter_…` functions
-- has said, for this transaction alone, who is asking; without it every table is empty.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

do $$ begin
  if not exists (select from pg_roles where rolname = 'mandate_app') then
    create role mandate_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this cluster was faster
end $$;
do $$ begin execute format('grant mandate_app to %I', current_user); exception when others then null; end $$;
grant usage on schema public to mandate_app;

-- Who is asking ---------------------------------------------------------------------------------

create function asking_scope() returns text language sql stable parallel safe
  as $$ select current_setting('mandate.scope', true) $$;
create function asking_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('mandate.org', true), '')::uuid $$;
create function asking_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('mandate.user', true), '')::uuid $$;
create function asking_link() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('mandate.link', true), '')::uuid $$;
-- The operator's people and the portal's own jobs see every row.
create function sees_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('mandate.scope', true) in ('operator', 'system'), false) $$;

-- People and organizations ----------------------------------------------------------------------

create table organizations (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('direct-partner', 'indirect-provider', 'indirect-reseller', 'customer', 'operator')),
  name text not null check (char_length(name) between 1 and 200),
  partner_id text unique check (partner_id ~ '^[0-9]{7}$'),
  registered_id text check (char_length(registered_id) between 1 and 60),
  domain text check (domain = lower(domain) and char_length(domain) <= 253),
  tenant_id uuid,
  country text not null check (country ~ '^[A-Z]{2}$'),
  contact_email text check (char_length(contact_email) <= 254),
  state text not null default 'active' check (state in ('active', 'suspended')),
  suspended_at timestamptz,
  suspended_reason text check (char_length(suspended_reason) <= 1000),
  created_at timestamptz not null default now(),
  unique (id, kind),
  constraint partners_have_a_partner_id check ((kind in ('customer', 'operator')) = (partner_id is null)),
  constraint suspended_has_date_and_reason check ((state = 'suspended') = (suspended_at is not null and suspended_reason is not null))
);
create unique index organizations_one_operator on organizations (kind) where kind = 'operator';
create index organizations_by_name on organizations (name, id);
create index organizations_by_kind on organizations (kind, name, id);
create index organizations_search on organizations using gin (name gin_trgm_ops);

create table users (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 200),
  password_hash text,
  email_confirmed_at timestamptz,
  language text not null default 'en' check (language in ('en', 'zh-CN', 'ru')),
  time_zone text not null default 'Asia/Shanghai' check (char_length(time_zone) <= 64),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index users_by_email on users (email);

create table memberships (
  user_id uuid not null references users,
  org_id uuid not null,
  org_kind text not null,
  agent text not null default 'none' check (agent in ('none', 'admin-agent', 'sales-agent', 'helpdesk-agent')),
  admin text not null default 'none' check (admin in ('none', 'global-admin', 'billing-admin', 'user-management-admin', 'reader', 'operator-admin', 'auditor')),
  created_at timestamptz not null default now(),
  primary key (user_id, org_id),
  foreign key (org_id, org_kind) references organizations (id, kind),
  constraint settings_fit_the_organization check (case org_kind
    when 'customer' then agent = 'none' and admin in ('global-admin', 'billing-admin', 'reader')
    when 'operator' then agent = 'none' and admin in ('operator-admin', 'auditor')
    else admin in ('none', 'global-admin', 'billing-admin', 'user-management-admin') end)
);
create index memberships_by_org on memberships (org_id, user_id);

-- One-time links: account set-up, password reset, e-mail confirmation. The link's secret is derived, not stored.
create table account_links (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users,
  purpose text not null check (purpose in ('set-up', 'reset', 'confirm')),
  email text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_links_by_user on account_links (user_id, purpose);

create table sessions (
  key_hash bytea primary key check (octet_length(key_hash) = 32),
  user_id uuid not null references users,
  org_id uuid,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '12 hours',
  agent text check (char_length(agent) <= 300),
  foreign key (user_id, org_id) references memberships (user_id, org_id) on delete set null (org_id)
);
create index sessions_by_user on sessions (user_id);

-- Attempts within a window, shared by every instance of the portal (sign-in, reset, link guesses).
create table attempts (
  subject text not null check (char_length(subject) <= 120),
  since timestamptz not null,
  count integer not null,
  primary key (subject, since)
);

-- Mail: a letter is stored as what it says, never as rendered text, so that no link is at rest.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  org_id uuid references organizations,
  recipient text not null check (char_length(recipient) <= 254),
  recipient_name text check (char_length(recipient_name) <= 200),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  letter jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'dead', 'cancelled')),
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  locked_until timestamptz,
  sent_at timestamptz,
  last_error text,
  constraint sent_has_date check ((state = 'sent') = (sent_at is not null))
);
create index outbox_due on outbox (next_attempt_at) where state = 'queued';
create index outbox_by_time on outbox (created_at desc, id desc);
create index outbox_by_state on outbox (state, created_at desc, id desc);
create index outbox_search on outbox using gin (recipient gin_trgm_ops);

-- Audit: append-only, one hash chain per organization (never one for everybody: it would be a queue) -----------

create table audit_heads (
  chain uuid primary key,
  seq bigint not null,
  hash bytea not null
);

create table audit_events (
  id bigint generated always as identity primary key,
  chain uuid not null,
  seq bigint not null,
  at timestamptz not null default now(),
  kind text not null check (char_length(kind) <= 80),
  user_id uuid,
  org_id uuid,
  concerned uuid[] not null default '{}',
  partnership_id uuid,
  invitation_id uuid,
  relationship_id uuid,
  delegation_id uuid,
  details jsonb not null default '{}',
  request_id uuid,
  previous bytea not null,
  hash bytea not null,
  unique (chain, seq)
);
create index audit_by_invitation on audit_events (invitation_id, id) where invitation_id is not null;
create index audit_by_relationship on audit_events (relationship_id, id) where relationship_id is not null;
create index audit_by_partnership on audit_events (partnership_id, id) where partnership_id is not null;
create index audit_by_delegation on audit_events (delegation_id, id) where delegation_id is not null;
create index audit_by_kind on audit_events (kind, id desc);
create index audit_by_org on audit_events (org_id, id desc);
create index audit_by_concerned on audit_events using gin (concerned);

create function audit_digest(e audit_events) returns bytea language sql stable
  as $$ select sha256(e.previous || convert_to(jsonb_build_object(
    'id', e.id, 'chain', e.chain, 'seq', e.seq, 'at', extract(epoch from e.at), 'kind', e.kind, 'user', e.user_id, 'org', e.org_id,
    'concerned', to_jsonb(e.concerned), 'partnership', e.partnership_id, 'invitation', e.invitation_id, 'relationship', e.relationship_id,
    'delegation', e.delegation_id, 'details', e.details, 'request', e.request_id)::text, 'UTF8')) $$;

create function audit_append() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_heads;
begin
  -- The lock on the chain's head is what orders the chain; it is taken last, just before the commit.
  insert into audit_heads as h values (new.chain, 1, '\x00')
    on conflict (chain) do update set seq = h.seq + 1 returning * into head;
  new.seq := head.seq;
  new.previous := head.hash;
  new.hash := audit_digest(new);
  update audit_heads set hash = new.hash where chain = new.chain;
  return new;
end $$;
create trigger audit_append before insert on audit_events for each row execute function audit_append();

create function audit_refuse() returns trigger language plpgsql as $$
begin raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_refuse before update or delete on audit_events for each row execute function audit_refuse();
create trigger audit_refuse_truncate before truncate on audit_events execute function audit_refuse();

-- The first entry of each chain that does not hold: a changed, missing or reordered one, or a head that points elsewhere.
create function audit_breaks() returns table (chain uuid, seq bigint) language sql stable security definer set search_path = public, pg_temp as $$
  with links as (
    select e.chain, e.seq, e.hash is distinct from audit_digest(e) as changed,
           e.previous is distinct from coalesce(lag(e.hash) over w, '\x00') as unlinked,
           e.seq <> row_number() over w as missing
    from audit_events e window w as (partition by e.chain order by e.seq)
  ), bad as (
    select l.chain, min(l.seq) as seq from links l where changed or unlinked or missing group by l.chain
    union all
    select h.chain, h.seq from audit_heads h
    where not exists (select from audit_events e where e.chain = h.chain and e.seq = h.seq and e.hash = h.hash)
  )
  select b.chain, min(b.seq) from bad b group by b.chain $$;

-- How the trail stands: entries, chains, and the breaks; null for them when there are more entries than `most` to look through.
create function audit_status(most bigint) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('entries', h.entries, 'chains', h.chains, 'breaks', case when h.entries <= most then
    (select coalesce(jsonb_agg(jsonb_build_object('chain', b.chain, 'seq', b.seq) order by b.chain), '[]') from audit_breaks() b) end)
  from (select coalesce(sum(seq), 0)::bigint as entries, count(*) as chains from audit_heads) h $$;

-- Sessions: the database itself ties what may be seen to the session key, not to an id handed over ---------------

create function enter(scope text, usr uuid, org uuid, link uuid) returns void language sql as $$
  select set_config('mandate.scope', scope, true), set_config('mandate.user', coalesce(usr::text, ''), true),
         set_config('mandate.org', coalesce(org::text, ''), true), set_config('mandate.link', coalesce(link::text, ''), true) $$;

-- The portal's own work: signing in, mail, jobs. Returns the database's clock.
create function enter_system() returns timestamptz language plpgsql as $$
begin perform enter('system', null, null, null); return now(); end $$;

-- Sets person and organization of the request from the hash of the session key. Without such a session the request
-- is the public's. A link gives sight of what it points at (one invitation or partnership). A request that only
-- reads (GET, HEAD) gets a transaction in which nothing can be written (D7).
create function enter_request(key bytea, link uuid, reading boolean) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare found record; visitor jsonb;
begin
  if key is not null then
    perform enter('system', null, null, null);
    select s.user_id, s.org_id, s.seen_at, u.name, u.email, u.language, u.time_zone, u.email_confirmed_at is not null as confirmed,
           o.kind as org_kind, o.name as org_name, o.partner_id, o.country, o.state as org_state, m.agent, m.admin,
           (select count(*) from memberships c where c.user_id = s.user_id) as orgs
      into found
      from sessions s join users u on u.id = s.user_id
      left join memberships m on m.user_id = s.user_id and m.org_id = s.org_id
      left join organizations o on o.id = m.org_id
     where s.key_hash = key and s.expires_at > now() and s.seen_at > now() - interval '2 hours' and u.disabled_at is null;
    if found.user_id is not null then
      -- Idle time is measured to the minute, so that reading a page seldom writes.
      if found.seen_at < now() - interval '1 minute' then
        update sessions set seen_at = now() where key_hash = key;
      end if;
      visitor := to_jsonb(found) - 'seen_at';
    end if;
  end if;
  if visitor is null then
    perform enter('public', null, null, link);
  else
    perform enter(case when found.org_kind = 'operator' then 'operator' when found.org_kind is null then 'person' else 'org' end,
                  found.user_id, case when found.org_kind is null then null else found.org_id end, link);
  end if;
  if reading then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return jsonb_build_object('now', now(), 'visitor', visitor);
end $$;

-- Counts an attempt in the running window and says how many there were, this one included.
create function count_attempt(subject text, seconds integer) returns integer language sql security definer set search_path = public, pg_temp as $$
  insert into attempts as a values (subject, to_timestamp(floor(extract(epoch from clock_timestamp()) / seconds) * seconds), 1)
    on conflict (subject, since) do update set count = a.count + 1 returning count $$;

-- Rights of the portal's role and row-level security ------------------------------------------------------------

grant select, insert, update on organizations, users, account_links, outbox to mandate_app;
grant select, insert, update, delete on sessions, memberships to mandate_app;
grant select, insert on audit_events to mandate_app;
grant select, delete on attempts to mandate_app;
grant select on audit_heads to mandate_app;
revoke all on function audit_append() from public;

do $$ declare t text; begin
  foreach t in array array['organizations', 'users', 'memberships', 'account_links', 'sessions', 'attempts', 'outbox', 'audit_events', 'audit_heads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy everything on users for all using (sees_all()) with check (sees_all());
create policy oneself on users for all using (id = asking_user()) with check (id = asking_user());
create policy colleagues on users for select using (exists (select from memberships m where m.user_id = users.id and m.org_id = asking_org()));

create policy everything on memberships for all using (sees_all()) with check (sees_all());
create policy own on memberships for select using (user_id = asking_user() or org_id = asking_org());
create policy manage on memberships for all using (org_id = asking_org()) with check (org_id = asking_org());

create policy everything on account_links for all using (sees_all()) with check (sees_all());
create policy colleagues on account_links for insert with check (exists (select from memberships m where m.user_id = account_links.user_id and m.org_id = asking_org()));

create policy everything on sessions for all using (asking_scope() = 'system') with check (asking_scope() = 'system');
create policy own on sessions for all using (user_id = asking_user()) with check (user_id = asking_user());

-- Counted only inside count_attempt, which runs as the owner.
create policy counting on attempts for all using (current_user <> 'mandate_app' or sees_all()) with check (current_user <> 'mandate_app');

create policy everything on outbox for select using (sees_all());
create policy own on outbox for select using (org_id = asking_org());
create policy work on outbox for update using (sees_all()) with check (sees_all());
create policy write on outbox for insert with check (asking_scope() is not null and asking_scope() <> '');

create policy everything on audit_events for select using (sees_all());
create policy own on audit_events for select using (asking_org() = any (concerned));
create policy write on audit_events for insert with check (asking_scope() is not null and asking_scope() <> '');
-- Written only inside audit_append, which runs as the owner.
create policy chaining on audit_heads for all using (current_user <> 'mandate_app' or sees_all()) with check (current_user <> 'mandate_app');
