-- D21: what the equal of a global administrator is for a delegation is said once, for those who agree to its extending itself and for
-- the job that does it.

-- Whether a delegation is part of provisioning in every service that is offered, by its holder for its customer, as far as whoever
-- asks may see it; null where there is no such delegation.
create function is_part_of_everything(delegation uuid) returns boolean language sql stable as $$
  select d.purpose = 'provisioning' and exists (select from services s where s.retired_at is null)
     and not exists (select from services s where s.retired_at is null and not exists (
           select from delegations p where p.customer_id = d.customer_id and p.holder_id = d.holder_id and p.service = s.code
              and p.purpose = 'provisioning' and p.state = 'active' and p.ends_at > now()))
    from delegations d where d.id = delegation $$;

create or replace function extension_hindrance(delegation uuid) returns text language sql stable as $$
  select case
    when exists (select from renewals r join delegations s on s.id = r.renewed_as
                  where r.delegation_id = d.id and r.state = 'accepted' and s.state <> 'ended' and s.ends_at > now()) then 'renewed'
    when is_part_of_everything(d.id) then 'everything'
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
