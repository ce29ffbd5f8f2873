-- The operator's tools: the whole trail by any filter, organizations and their profiles, the catalogue of services, agreements, the radar.

-- The trail is read newest first by time, whatever it is filtered by: every filter has an index in that order. -----------------

drop index audit_by_kind;
drop index audit_by_org;
drop index audit_by_concerned; -- no query may look into an array before row-level security has looked at the row
create index audit_by_time on audit_events (at desc, id desc);
create index audit_by_kind_and_time on audit_events (kind, at desc, id desc);
create index audit_by_user on audit_events (user_id, at desc, id desc);
create index audit_by_request on audit_events (request_id) where request_id is not null;

-- Whom an event concerns, once more: in the order in which an organization's history is read.
create table audit_concerned (
  org_id uuid not null,
  at timestamptz not null,
  event_id bigint not null,
  primary key (org_id, at, event_id)
);
create index audit_concerned_by_event on audit_concerned (event_id, org_id);

create function audit_spread() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_concerned (org_id, at, event_id) select distinct c.org, new.at, new.id from unnest(new.concerned) as c (org);
  return null;
end $$;
create trigger audit_spread after insert on audit_events for each row execute function audit_spread();
revoke all on function audit_spread() from public;

-- What was found when somebody, or the night, looked through the chains (UX-48).
create table audit_verifications (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  up_to bigint not null,
  entries bigint not null,
  chains bigint not null,
  breaks jsonb not null,
  user_id uuid
);

-- The first entry of each of these chains that does not hold, among the entries `low` to `high` of each: so that a trail of
-- any length is looked through in steps.
create function audit_breaks_of(chains uuid[], low bigint, high bigint) returns table (chain uuid, seq bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  with links as (
    select e.chain, e.seq, e.hash is distinct from audit_digest(e) as changed,
           e.previous is distinct from coalesce(lag(e.hash) over w, '\x00') as unlinked,
           e.seq <> greatest(low - 1, 1) - 1 + row_number() over w as missing
    from audit_events e where e.chain = any (chains) and e.seq between low - 1 and high
    window w as (partition by e.chain order by e.seq)
  ), bad as (
    select l.chain, min(l.seq) as seq from links l where (changed or unlinked or missing) and l.seq >= low group by l.chain
    union all
    select h.chain, h.seq from audit_heads h where h.chain = any (chains) and h.seq between low and high
       and not exists (select from audit_events e where e.chain = h.chain and e.seq = h.seq and e.hash = h.hash)
  )
  select b.chain, min(b.seq) from bad b group by b.chain $$;

-- Organizations: what the operator alone decides stays as it is, whoever else edits a profile. ---------------------------------

drop index organizations_by_tenant;
create unique index organizations_by_tenant on organizations (tenant_id) where tenant_id is not null;

create function guard_profile() returns trigger language plpgsql as $$
begin
  if asking_scope() in ('operator', 'system') or asking_scope() is null or asking_scope() = '' then
    return new;
  end if;
  if (new.id, new.kind, new.partner_id, new.tenant_id, new.state, new.suspended_at, new.suspended_reason, new.created_at)
     is distinct from (old.id, old.kind, old.partner_id, old.tenant_id, old.state, old.suspended_at, old.suspended_reason, old.created_at)
     or old.state <> 'active'
     or (old.partner_id is not null and (new.name, new.registered_id, new.country) is distinct from (old.name, old.registered_id, old.country))
     or (new.country <> old.country and exists (select from relationships r where r.customer_id = old.id and r.state = 'active')) then
    raise exception 'only the operator changes this of an organization' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_profile before update on organizations for each row execute function guard_profile();

-- The catalogue: a code is for ever, an address leads to https. ---------------------------------------------------------------

alter table services add constraint services_admin_url_is_https check (admin_url ~ '^https://');
create function guard_service() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.code <> old.code then
    raise exception 'the code of a service is for ever' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_service before update or delete on services for each row execute function guard_service();

-- Agreements: published once, in all languages, and never changed (D17). ------------------------------------------------------

alter table agreements drop constraint agreements_version_check;
alter table agreements add constraint agreements_version_check check (version ~ '^[0-9]{4}-[0-9]{2}(\.[0-9]{1,2})?$');
alter table agreements add constraint agreements_are_bounded check (char_length(title) between 1 and 200 and char_length(body) between 1 and 20000);
alter table agreements add column created_at timestamptz;
alter table agreements add column published_by uuid references users;
select set_config('mandate.scope', 'system', true);
update agreements set created_at = published_at;
insert into audit_concerned (org_id, at, event_id) select distinct c.org, e.at, e.id from audit_events e, unnest(e.concerned) as c (org);
select set_config('mandate.scope', '', true);
alter table agreements alter column created_at set not null;
alter table agreements alter column created_at set default now();
create function guard_agreement() returns trigger language plpgsql as $$
begin raise exception 'a published agreement is never changed' using errcode = 'insufficient_privilege'; end $$;
create trigger guard_agreement before update or delete on agreements for each row execute function guard_agreement();
create index agreements_by_time on agreements (published_at desc, version desc);

create index acceptances_by_version on acceptances (agreement_version, accepted_at desc, id desc);
create index acceptances_by_inviter on acceptances (inviter_id, accepted_at desc, id desc);
create index acceptances_by_forwarder_and_time on acceptances (forwarder_id, accepted_at desc, id desc) where forwarder_id is not null;

-- The radar: each of its lists is small beside its table, and has an index of its own. -----------------------------------------

create index radar_ending on delegations (ends_at, id) where state = 'active';
create index radar_silent on delegations (granted_at, id) where state = 'awaiting-partner';
create index radar_replaced on delegations (ended_at desc, id desc) where end_reason = 'replaced';
create index radar_at_resellers on delegations (owner_id, holder_id) where state <> 'ended' and holder_kind = 'indirect-reseller';
create index radar_transacting on delegations (customer_id, service) where state <> 'ended' and holder_kind <> 'indirect-reseller';
create index radar_suspended on organizations (suspended_at desc, id desc) where state = 'suspended';
create index radar_newcomers on organizations (created_at desc, id desc) where kind in ('direct-partner', 'indirect-provider');

-- Rights of the portal's role and row-level security ------------------------------------------------------------

grant insert, update on services to mandate_app;
grant insert on agreements to mandate_app;
grant select on audit_concerned to mandate_app;
grant select, insert on audit_verifications to mandate_app;

alter table audit_concerned enable row level security;
alter table audit_concerned force row level security;
alter table audit_verifications enable row level security;
alter table audit_verifications force row level security;

create policy everything on audit_concerned for select using (sees_all());
create policy own on audit_concerned for select using (org_id = asking_org());
-- Written only inside audit_spread, which runs as the owner.
create policy spreading on audit_concerned for insert with check (current_user <> 'mandate_app');
create policy everything on audit_verifications for all using (sees_all()) with check (sees_all());
