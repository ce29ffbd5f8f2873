-- Extending itself: one rule for the job that does it and for every page, letter and calendar that promises it (D21).

-- What stands in the way of a delegation's extending itself, as far as whoever asks may see it; null when nothing does. Asked only of
-- those to which both sides agree: no list pays for what was never promised.
create function extension_hindrance(delegation uuid) returns text language sql stable as $$
  select case
    when exists (select from renewals r join delegations s on s.id = r.renewed_as
                  where r.delegation_id = d.id and r.state = 'accepted' and s.state <> 'ended' and s.ends_at > now()) then 'renewed'
    -- The equal of a global administrator: provisioning in every service that is offered.
    when d.purpose = 'provisioning' and exists (select from services s where s.retired_at is null)
     and not exists (select from services s where s.retired_at is null and not exists (
           select from delegations p where p.customer_id = d.customer_id and p.holder_id = d.holder_id and p.service = s.code
              and p.purpose = 'provisioning' and p.state = 'active' and p.ends_at > now())) then 'everything'
    -- D5
    when exists (select from organizations h where h.id = d.holder_id and h.state <> 'active') then 'suspended'
    -- D13: what the constraint one_transacting_partner_per_service would refuse.
    when d.holder_kind <> 'indirect-reseller' and exists (
           select from delegations r where r.customer_id = d.customer_id and r.service = d.service and r.holder_id <> d.holder_id
              and r.holder_kind <> 'indirect-reseller' and r.state <> 'ended'
              and tstzrange(r.starts_at, r.ends_at) && tstzrange(d.starts_at, d.ends_at + interval '180 days')) then 'rival'
  end
  from delegations d
 where d.id = delegation and d.customer_extends_at is not null and d.holder_extends_at is not null $$;

-- Of which end both sides were told that a delegation does not extend itself before it, and why; once.
create table extension_refusals (
  delegation_id uuid not null references delegations,
  ends_at timestamptz not null,
  hindrance text not null check (hindrance in ('everything', 'suspended', 'rival')),
  told_at timestamptz not null default now(),
  primary key (delegation_id, ends_at)
);
grant select, insert on extension_refusals to mandate_app;
alter table extension_refusals enable row level security;
alter table extension_refusals force row level security;
create policy everything on extension_refusals for all using (sees_all()) with check (sees_all());
