-- Requests of resellers for invitations, the policies under which they are issued at once, reports of invitations to the
-- operator, and what a report over resellers reads.

-- A provider's standing answer to the requests of one reseller. It belongs to a partnership and ends with it.
create table issuing_policies (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null unique references partnerships,
  provider_id uuid not null references organizations,
  reseller_id uuid not null references organizations,
  asks text[] not null, -- what may be asked for at most: service/purpose
  standing boolean not null,
  days integer not null check (days between 1 and 730),
  per_month integer not null check (per_month between 1 and 1000),
  from_at timestamptz not null,
  until_at timestamptz,
  active boolean not null,
  set_by uuid not null references users, -- in whose name invitations are issued
  set_at timestamptz not null default now(),
  constraint asks_are_scopes check (array_to_string(asks, ' ') ~ '^([a-z0-9-]{2,40}/(provisioning|support)( |$))*$'),
  constraint until_is_after_from check (until_at is null or until_at > from_at)
);
create index issuing_policies_by_provider on issuing_policies (provider_id);

-- A reseller asks its provider for an invitation. The invitation that may come of it is the provider's (D1).
create table invitation_requests (
  id uuid primary key default gen_random_uuid(),
  provider_id uuid not null references organizations,
  reseller_id uuid not null references organizations,
  kind text not null check (kind in ('standing', 'addressed')),
  title text not null check (char_length(title) between 1 and 200), -- the customer's name, or what a standing one is called
  email text check (char_length(email) <= 254),
  domain text check (domain = lower(domain) and char_length(domain) <= 253),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  asks text[] not null,
  days integer not null check (days between 1 and 730),
  suggests boolean not null, -- whether the reseller is suggested as holder
  note text check (char_length(note) <= 2000),
  attempt uuid not null unique, -- the form's idempotency key
  asked_by uuid not null references users,
  asked_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'issued', 'refused', 'withdrawn')),
  answered_by uuid references users,
  answered_at timestamptz,
  reason text check (char_length(reason) <= 1000),
  invitation_id uuid unique references invitations,
  policy_id uuid references issuing_policies,
  constraint asks_are_scopes check (array_to_string(asks, ' ') ~ '^([a-z0-9-]{2,40}/(provisioning|support)( |$))*$'),
  constraint standing_holds_no_customer check (kind = 'addressed' or (email is null and domain is null)),
  constraint answered_has_date check ((state = 'waiting') = (answered_at is null)),
  constraint issued_has_an_invitation check ((state = 'issued') = (invitation_id is not null)),
  constraint refused_has_a_reason check ((state = 'refused') = (reason is not null)),
  constraint only_issued_by_policy check (policy_id is null or state = 'issued')
);
create index invitation_requests_by_provider on invitation_requests (provider_id, asked_at desc, id desc);
create index invitation_requests_by_reseller on invitation_requests (reseller_id, asked_at desc, id desc);
create index invitation_requests_waiting on invitation_requests (provider_id, asked_at) where state = 'waiting';
create index invitation_requests_by_policy on invitation_requests (policy_id, answered_at) where policy_id is not null;

-- Somebody tells the operator that an invitation is not what it should be (UX-22).
-- Who asked whom for what stays: the answer is all that changes. A policy stays between the two it was made for.
create trigger keep_request before update on invitation_requests for each row
  when (by_portal() and (new.id, new.provider_id, new.reseller_id, new.kind, new.title, new.email, new.domain, new.asks, new.days, new.attempt, new.asked_by, new.asked_at)
        is distinct from (old.id, old.provider_id, old.reseller_id, old.kind, old.title, old.email, old.domain, old.asks, old.days, old.attempt, old.asked_by, old.asked_at))
  execute function refuse('a request stays whose and for what it was made');
create trigger keep_over before update on invitation_requests for each row
  when (by_portal() and old.state <> 'waiting') execute function refuse('a request that was answered stays answered');
create trigger keep_parties before update on issuing_policies for each row
  when (by_portal() and (new.id, new.partnership_id, new.provider_id, new.reseller_id)
        is distinct from (old.id, old.partnership_id, old.provider_id, old.reseller_id))
  execute function refuse('a policy stays between the two it was made for');

create table alarms (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references invitations,
  forward_id uuid references forwards, -- by which link they came
  reason text not null check (reason in ('unknown', 'unexpected', 'pretended', 'too-much', 'other')),
  words text not null check (char_length(words) between 1 and 2000),
  contact text check (char_length(contact) <= 254),
  reported_by uuid references users,
  reporter_org_id uuid references organizations,
  attempt uuid not null unique, -- the form's idempotency key
  reported_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'stopped', 'unfounded')),
  closed_by uuid references users,
  closed_at timestamptz,
  note text check (char_length(note) <= 1000), -- why it was stopped, or why it is unfounded
  constraint closed_has_date_and_note check ((state = 'open') = (closed_at is null) and (state = 'open') = (note is null))
);
create index alarms_by_time on alarms (reported_at desc, id desc);
create index alarms_by_state on alarms (state, reported_at desc, id desc);
create index alarms_by_invitation on alarms (invitation_id);

-- The operator stopped it: its links say so. An answered one keeps its answer.
alter table invitations add column stopped_reason text check (char_length(stopped_reason) <= 1000);
alter table invitations add constraint stopped_is_over check (stopped_reason is null or state in ('revoked', 'accepted', 'declined'));

-- Who passed an invitation on to a customer that came: the forwarder sees that somebody came, not who.
alter table openings add column forwarder_id uuid references organizations;
create function opening_forwarder() returns trigger language plpgsql as $$
begin
  new.forwarder_id := (select f.forwarder_id from forwards f where f.id = new.forward_id and f.invitation_id = new.invitation_id);
  return new;
end $$;
create trigger opening_forwarder before insert or update of forward_id on openings for each row execute function opening_forwarder();
do $$ begin
  perform set_config('mandate.scope', 'system', true);
  update openings o set forwarder_id = f.forwarder_id from forwards f where f.id = o.forward_id;
  perform set_config('mandate.scope', '', true);
end $$;

-- What the report over resellers counts.
create index openings_by_forwarder on openings (forwarder_id, inviter_id, opened_at desc) where forwarder_id is not null;
create index openings_by_forward on openings (forward_id) where forward_id is not null;
create index forwards_by_pair on forwards (inviter_id, forwarder_id, forwarded_at desc, id desc);
create index acceptances_by_pair on acceptances (inviter_id, forwarder_id, accepted_at desc, id desc) where forwarder_id is not null;
create index declines_by_forward on declines (forward_id) where forward_id is not null;
create index delegations_by_acceptance on delegations (acceptance_id) where acceptance_id is not null;

-- Rights of the portal's role and row-level security ------------------------------------------------------------

grant select, insert, update on issuing_policies, invitation_requests, alarms to mandate_app;

do $$ declare t text; begin
  foreach t in array array['issuing_policies', 'invitation_requests', 'alarms'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy everything on issuing_policies for all using (sees_all()) with check (sees_all());
create policy provider on issuing_policies for all using (provider_id = asking_org()) with check (provider_id = asking_org());
create policy reseller on issuing_policies for select using (reseller_id = asking_org());

create policy everything on invitation_requests for all using (sees_all()) with check (sees_all());
create policy parties on invitation_requests for select using (provider_id = asking_org() or reseller_id = asking_org());
create policy asking on invitation_requests for insert with check (reseller_id = asking_org() and state = 'waiting' and exists (
  select from partnerships p where p.provider_id = invitation_requests.provider_id and p.reseller_id = asking_org() and p.state = 'active'));
create policy answering on invitation_requests for update using (provider_id = asking_org()) with check (provider_id = asking_org());
create policy withdrawing on invitation_requests for update using (reseller_id = asking_org()) with check (reseller_id = asking_org() and state = 'withdrawn');

-- Whoever has the link, or whose organization came by it, may report; nobody but the operator reads it.
create policy everything on alarms for all using (sees_all()) with check (sees_all());
create policy reporting on alarms for insert with check (state = 'open' and reported_by is not distinct from asking_user() and (
  invitation_id = asking_link() or exists (select from openings o where o.invitation_id = alarms.invitation_id and o.customer_id = asking_org())));

create policy forwarder on openings for select using (forwarder_id = asking_org());
