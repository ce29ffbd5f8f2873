-- D12: whoever passed an invitation on with itself as suggested holder has consented to what stood there then, and to nothing later.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

-- Null for what was carried over to the invitation of an agreement (D16): nobody passed that on.
alter table forwards add column revision integer constraint revisions_count_from_one check (revision >= 1);
update forwards f set revision = coalesce((
    select min(r.revision) from invitation_revisions r where r.invitation_id = f.invitation_id and r.superseded_at > f.forwarded_at),
  i.revision)
  from invitations i
 where i.id = f.invitation_id and not exists (select from counter_offers c where c.agreed_invitation_id = i.id and f.forwarded_at < i.created_at);

-- The holder must consent as well, unless it is the inviter, or forwarded this very invitation with itself as suggested holder and works
-- with the inviter, or has this already (D21: renewed).
alter policy customer on delegations with check (customer_id = asking_org() and granted_by = asking_user() and (state = 'awaiting-partner'
  or (state = 'active' and (holder_id = owner_id
      or exists (select from acceptances a join forwards f on f.id = a.forward_id join invitations i on i.id = a.invitation_id
                  where a.id = delegations.acceptance_id and f.forwarder_id = delegations.holder_id
                    and i.suggested_holder_id = delegations.holder_id and f.revision = i.revision
                    and exists (select from partnerships p where p.provider_id = i.inviter_id and p.reseller_id = f.forwarder_id and p.state = 'active'))
      or exists (select from delegations held where held.customer_id = delegations.customer_id and held.holder_id = delegations.holder_id
                    and held.service = delegations.service and held.purpose = delegations.purpose and held.state = 'active' and held.ends_at > now())))));
