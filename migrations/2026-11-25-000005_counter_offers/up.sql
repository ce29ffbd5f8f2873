-- Counter-offers (D16), who handed a request to whom (UX-28), and what the end of a partnership leaves with customers (D20).

-- A customer's answer to an invitation that is neither yes nor no: fewer services, purposes or days, or another holder.
create table counter_offers (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null,
  customer_id uuid not null,
  inviter_id uuid not null references organizations,
  asks text[] not null check (cardinality(asks) <= 100), -- `exchange-online/support`
  days integer not null check (days between 1 and 730),
  holder_id uuid references organizations, -- the inviter itself, when there is none
  note text check (char_length(note) between 1 and 1000),
  state text not null default 'open' check (state in ('open', 'agreed', 'refused', 'withdrawn')),
  made_by uuid not null references users,
  made_at timestamptz not null default now(),
  closed_by uuid references users,
  closed_at timestamptz,
  reason text check (char_length(reason) between 1 and 1000), -- why it was refused
  agreed_invitation_id uuid unique references invitations, -- what both agreed on, as an invitation of its own
  foreign key (invitation_id, customer_id) references openings,
  constraint closed_has_date_and_author check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  constraint only_refused_has_a_reason check (reason is null or state = 'refused'),
  constraint agreed_has_an_invitation check ((state = 'agreed') = (agreed_invitation_id is not null))
);
create unique index counter_offers_one_open on counter_offers (invitation_id, customer_id) where state = 'open';
create index counter_offers_by_invitation on counter_offers (invitation_id, made_at desc, id desc);
create index counter_offers_by_inviter on counter_offers (inviter_id, made_at) where state = 'open';
create index counter_offers_by_customer on counter_offers (customer_id);

-- Somebody who may not decide asked a colleague who may.
create table request_handovers (
  invitation_id uuid not null,
  customer_id uuid not null,
  handed_by uuid not null references users,
  handed_to uuid not null references users,
  handed_at timestamptz not null default now(),
  primary key (invitation_id, customer_id, handed_by, handed_to),
  foreign key (invitation_id, customer_id) references openings,
  constraint to_somebody_else check (handed_by <> handed_to)
);

-- What was proposed never changes; only what became of it is written later.
grant select, insert on counter_offers to mandate_app;
grant update (state, closed_by, closed_at, reason, agreed_invitation_id) on counter_offers to mandate_app;
grant select, insert on request_handovers to mandate_app;
do $$ declare t text; begin
  foreach t in array array['counter_offers', 'request_handovers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Both sides alone write one; the operator and the portal's jobs read.
create policy everything on counter_offers for select using (sees_all());
create policy parties on counter_offers for select using (customer_id = asking_org() or inviter_id = asking_org());
-- Never more than was asked: what is not in the invitation cannot be written.
create policy customer on counter_offers for insert with check (customer_id = asking_org() and state = 'open'
  and exists (select from openings o where o.invitation_id = counter_offers.invitation_id and o.customer_id = asking_org() and o.inviter_id = counter_offers.inviter_id)
  and asks <@ array(select s.service || '/' || s.purpose from invitation_services s where s.invitation_id = counter_offers.invitation_id)
  and days <= (select i.days from invitations i where i.id = counter_offers.invitation_id));
-- Only an open one can be closed, by each side in its own way, and once.
create policy withdrawal on counter_offers for update using (customer_id = asking_org() and state = 'open')
  with check (customer_id = asking_org() and state in ('open', 'withdrawn'));
create policy answer on counter_offers for update using (inviter_id = asking_org() and state = 'open')
  with check (inviter_id = asking_org() and state in ('open', 'agreed', 'refused') and (agreed_invitation_id is null or exists (
    select from invitations i where i.id = agreed_invitation_id and i.inviter_id = asking_org() and i.kind = 'addressed')));

-- Whoever may read a counter-offer may read whose it is.
create policy counterparts on organizations for select using (kind = 'customer' and exists (
  select from counter_offers c where c.customer_id = organizations.id and c.inviter_id = asking_org()));
-- Who passed the first invitation on has passed on what came of it as well (D15): the agreed invitation has a forward of its own.
create function carry_forward(old uuid, agreed uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope(); carried uuid;
begin
  perform set_config('mandate.scope', 'system', true); -- a forward is its forwarder's to make, and this one it made already
  insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, forwarded_at)
    select i.id, i.inviter_id, f.forwarder_id, f.forwarded_by, 'link', f.forwarded_at from forwards f, invitations i
     where f.id = old and i.id = agreed and f.inviter_id = i.inviter_id and i.inviter_id = asking_org()
    returning id into carried;
  perform set_config('mandate.scope', scope, true);
  return carried;
end $$;

-- What both agreed on is in the customer's list at once: its people came to the first invitation.
create policy agreed on openings for insert with check (inviter_id = asking_org() and exists (
  select from counter_offers c where c.agreed_invitation_id = openings.invitation_id and c.customer_id = openings.customer_id and c.inviter_id = asking_org())
  and (forward_id is null or exists (select from forwards f where f.id = forward_id and f.inviter_id = asking_org())));

create policy everything on request_handovers for select using (sees_all());
create policy own on request_handovers for select using (customer_id = asking_org());
create policy asking on request_handovers for insert with check (customer_id = asking_org() and handed_by = asking_user() and exists (
  select from memberships m where m.user_id = handed_to and m.org_id = asking_org() and m.admin = 'global-admin'));

-- A customer sees how the owner of its relationship and a holder under it stand: whether their partnership has ended (D20).
create policy works_for on partnerships for select using (state in ('active', 'ended') and exists (
  select from delegations d where d.owner_id = partnerships.provider_id and d.holder_id = partnerships.reseller_id and d.customer_id = asking_org()));
create index delegations_of_a_pair on delegations (owner_id, holder_id, granted_at desc, id desc) where state <> 'ended';
