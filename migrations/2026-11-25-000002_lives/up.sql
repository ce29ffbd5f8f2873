-- The lives of delegations: scheduled work; delegations that extend themselves, are renewed, used, and end with a warning.

-- When each scheduled verb ran last, and who runs it now. The verbs themselves are safe in any number of processes;
-- the lease keeps them from all doing the same at once, and shows the operator that they run.
create table jobs (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{1,59}$'),
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0,      -- what the last run did
  failures integer not null default 0,  -- runs that failed in a row
  trouble text check (char_length(trouble) <= 500),
  constraint failed_says_why check ((failures > 0) = (trouble is not null))
);

-- A delegation extends itself by 180 days at a time, as long as both sides agree to it (D21). Null: a side does not.
alter table delegations
  add column extended integer not null default 0 check (extended >= 0),
  add column customer_extends_at timestamptz,
  add column holder_extends_at timestamptz;
alter table delegations drop constraint lasts_as_long_as_agreed;
alter table delegations add constraint lasts_as_long_as_agreed
  check (ends_at > starts_at and ends_at <= starts_at + interval '731 days' + extended * interval '180 days');
create index delegations_by_end on delegations (ends_at, id);

-- A new offer for the time after a delegation's end, prepared by its holder or by the owner of the relationship (D21).
create table renewals (
  id uuid primary key default gen_random_uuid(),
  delegation_id uuid not null references delegations,
  relationship_id uuid not null references relationships,
  customer_id uuid not null references organizations,
  owner_id uuid not null references organizations,
  holder_id uuid not null references organizations,
  days integer not null check (days between 1 and 730),
  prepared_org_id uuid not null references organizations,
  prepared_by uuid not null references users,
  prepared_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  closed_by uuid references users,
  closed_at timestamptz,
  renewed_as uuid references delegations,
  constraint prepared_by_a_partner_of_it check (prepared_org_id in (holder_id, owner_id)),
  constraint closed_has_date check ((state = 'open') = (closed_at is null)),
  constraint accepted_has_a_delegation check ((state = 'accepted') = (renewed_as is not null))
);
create unique index renewals_one_at_a_time on renewals (delegation_id) where state in ('open', 'accepted');
create index renewals_by_customer on renewals (customer_id, prepared_at desc, id desc);
create index renewals_by_delegation on renewals (delegation_id, prepared_at desc);
create index renewals_open on renewals (prepared_at, id) where state = 'open';

-- Each use of a delegation: "administer on behalf" (D25). Never changed, never deleted.
create table uses (
  id uuid primary key default gen_random_uuid(),
  delegation_id uuid not null references delegations,
  relationship_id uuid not null references relationships,
  customer_id uuid not null references organizations,
  holder_id uuid not null references organizations,
  user_id uuid not null references users,
  user_name text not null check (char_length(user_name) <= 200),
  service text not null references services,
  purpose text not null check (purpose in ('provisioning', 'support')),
  reason text not null check (char_length(reason) between 1 and 500),
  used_at timestamptz not null default now()
);
create index uses_by_customer on uses (customer_id, used_at desc, id desc);
create index uses_by_holder on uses (holder_id, used_at desc, id desc);
create index uses_by_relationship on uses (relationship_id, used_at desc, id desc);
create index uses_by_delegation on uses (delegation_id, used_at desc);

-- Of which ends an organization has been told, so many days ahead (0: that it has come); each once.
create table warnings (
  delegation_id uuid not null references delegations,
  org_id uuid not null references organizations,
  ends_at timestamptz not null,
  days integer not null check (days in (30, 7, 1, 0)),
  warned_at timestamptz not null default now(),
  primary key (delegation_id, org_id, ends_at, days)
);
-- On which days an organization's ends were looked through, and how many it was told of: one letter a day at most.
create table digests (
  org_id uuid not null references organizations,
  day date not null,
  told integer not null default 0,
  primary key (org_id, day)
);

-- The private link to a person's calendar of ends in an organization. Rotating raises the generation.
create table calendars (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  org_id uuid not null,
  generation integer not null default 1,
  off_at timestamptz,
  changed_at timestamptz not null default now(),
  unique (user_id, org_id),
  foreign key (user_id, org_id) references memberships (user_id, org_id) on delete cascade
);

-- Sets person and organization of a request that comes with the link of a calendar: what that person sees in that
-- organization now, and nothing once the calendar is off, the link replaced, the person gone. Nothing can be written.
create function enter_calendar(calendar uuid, turn integer) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare found record; visitor jsonb;
begin
  perform enter('system', null, null, null);
  select c.user_id, c.org_id, u.name, u.email, u.language, u.time_zone, u.email_confirmed_at is not null as confirmed,
         o.kind as org_kind, o.name as org_name, o.partner_id, o.country, o.state as org_state, m.agent, m.admin, 1 as orgs
    into found
    from calendars c
    join users u on u.id = c.user_id
    join memberships m on m.user_id = c.user_id and m.org_id = c.org_id
    join organizations o on o.id = c.org_id
   where c.id = calendar and c.generation = turn and c.off_at is null and u.disabled_at is null and o.kind <> 'operator';
  if found.user_id is null then
    perform enter('public', null, null, null);
  else
    visitor := to_jsonb(found);
    perform enter('org', found.user_id, found.org_id, null);
  end if;
  perform set_config('transaction_read_only', 'on', true);
  return jsonb_build_object('now', now(), 'visitor', visitor);
end $$;

-- Where the services of the first catalogue are administered on behalf of a customer.
select set_config('mandate.scope', 'system', true);
update services set admin_url = url from (values
  ('office-365', 'https://portal.partner.microsoftonline.cn/Partner/BeginClientSession.aspx?CTID={tenant_id}&CSDEST=o365admincenter'),
  ('exchange-online', 'https://partner.outlook.cn/ecp/?rfr=Admin_o365&exsvurl=1&delegatedOrg={domain}'),
  ('sharepoint-online', 'https://portal.partner.microsoftonline.cn/Partner/BeginClientSession.aspx?CTID={tenant_id}&CSDEST=SharePoint'),
  ('teams', 'https://portal.partner.lync.cn/lscp/?delegatedOrg={domain}'),
  ('intune', 'https://intune.microsoftonline.cn/{tenant_id}'),
  ('entra-id', 'https://entra.microsoftonline.cn/{tenant_id}'),
  ('power-bi', 'https://app.powerbi.cn/admin-portal?ctid={tenant_id}'),
  ('dynamics-365', 'https://port.crm.dynamics.cn/G/Instances/InstancePicker.aspx?tenant={tenant_id}'),
  ('azure', 'https://portal.azure.cn/{tenant_id}')) as known (code, url)
 where services.code = known.code and services.admin_url is null;
select set_config('mandate.scope', '', true);

-- Rights of the portal's role and row-level security ------------------------------------------------------------

grant select, insert, update on jobs, renewals, calendars, digests to mandate_app;
grant select, insert on uses, warnings to mandate_app;

do $$ declare t text; begin
  foreach t in array array['jobs', 'renewals', 'uses', 'warnings', 'digests', 'calendars'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy everything on jobs for all using (sees_all()) with check (sees_all());
create policy everything on warnings for all using (sees_all()) with check (sees_all());
create policy everything on digests for all using (sees_all()) with check (sees_all());

create policy everything on renewals for all using (sees_all()) with check (sees_all());
create policy parties on renewals for select using (asking_org() in (customer_id, holder_id, owner_id));
create policy prepare on renewals for insert with check (prepared_org_id = asking_org() and asking_org() in (holder_id, owner_id));
create policy answer on renewals for update using (asking_org() in (customer_id, prepared_org_id)) with check (asking_org() in (customer_id, prepared_org_id));

create policy everything on uses for select using (sees_all());
create policy past on uses for insert with check (asking_scope() = 'system');
create policy parties on uses for select using (asking_org() in (customer_id, holder_id));
-- The second line: nobody records a use of a delegation that is not theirs, or not in force (AB-35, AB-36, AB-38).
create policy holder on uses for insert with check (holder_id = asking_org() and user_id = asking_user() and exists (
  select from delegations d where d.id = delegation_id and d.holder_id = asking_org() and d.customer_id = uses.customer_id
     and d.service = uses.service and d.purpose = uses.purpose and d.state = 'active' and d.ends_at > now()));

create trigger keep_offer before update on renewals for each row
  when (by_portal() and (new.id, new.delegation_id, new.relationship_id, new.customer_id, new.owner_id, new.holder_id, new.prepared_org_id, new.prepared_by, new.prepared_at)
        is distinct from (old.id, old.delegation_id, old.relationship_id, old.customer_id, old.owner_id, old.holder_id, old.prepared_org_id, old.prepared_by, old.prepared_at))
  execute function refuse('an offer to renew stays whose and for what it was made');
create trigger keep_over before update on renewals for each row
  when (by_portal() and old.state <> 'open') execute function refuse('an offer that was closed stays closed');
create policy everything on calendars for select using (sees_all());
create policy own on calendars for all using (user_id = asking_user() and org_id = asking_org()) with check (user_id = asking_user() and org_id = asking_org());
