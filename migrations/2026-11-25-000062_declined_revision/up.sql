-- D16, D6: a "no" is said to the revision in force. Newer terms are declined in their own right, and told as such.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it looks at everybody's rows

alter table declines add column revision integer not null default 1 check (revision >= 1);
update declines d set revision = coalesce(
    (select r.revision from invitation_revisions r where r.invitation_id = d.invitation_id and r.made_at <= d.declined_at and d.declined_at < r.superseded_at),
    i.revision)
  from invitations i where i.id = d.invitation_id;

-- D8, AB-05, D6: open and not expired, by the database's clock; the terms in force. (Whoever sees everything writes the demo's past.)
alter policy customer on declines with check (customer_id = asking_org() and (sees_all() or (declined_by = asking_user() and exists (
  select from invitations i where i.id = declines.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())
     and i.revision = declines.revision))));

select set_config('mandate.scope', '', true);
