-- A domain counts once the operator stands for it: imports find a customer by it, and the way to its admin centre leads there (D14, D25).
-- What an organization says of itself is shown as said, and decides nothing.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it looks at everybody's rows

alter table organizations add column domain_confirmed_at timestamptz,
  add constraint confirmed_is_some_domain check (domain_confirmed_at is null or domain is not null);

-- Whose word the domain is that stands there: of whoever changed it last, and before that of whoever registered the organization. The
-- operator registers partners, customers register themselves. What the operator typed it stands for; where it typed one domain for two, for neither.
with word as (
  select o.id, o.domain, coalesce(last.at, o.created_at) as at, case when last.at is null then o.partner_id is not null else coalesce(last.by = operator.id, false) end as operators
    from organizations o
    left join organizations operator on operator.kind = 'operator'
    left join lateral (
      select e.at, e.org_id as by from audit_concerned c join audit_events e on e.id = c.event_id
       where c.org_id = o.id and e.kind = 'organization-changed' and e.details -> 'changes' @> '[{"what": "domain"}]'
       order by e.at desc, e.id desc limit 1) last on true
   where o.domain is not null
), alone as (
  select (array_agg(id))[1] as id, min(at) as at from word where operators group by domain having count(*) = 1
)
update organizations o set domain_confirmed_at = alone.at from alone where alone.id = o.id;

-- A tenant has one owner, and so has each domain of it. (A domain is in lower case: a check of the table says so.)
create unique index organizations_by_confirmed_domain on organizations (domain) where domain_confirmed_at is not null;

-- Another domain is another word, whoever writes it: it counts when it is confirmed anew.
create function forget_domain() returns trigger language plpgsql as $$
begin
  new.domain_confirmed_at := null;
  return new;
end $$;
create trigger forget_domain before update on organizations for each row
  when (new.domain is distinct from old.domain and new.domain_confirmed_at is not distinct from old.domain_confirmed_at)
  execute function forget_domain();
create trigger keep_domain before update on organizations for each row
  when (by_portal() and not sees_all() and new.domain_confirmed_at is not null
        and new.domain_confirmed_at is distinct from old.domain_confirmed_at)
  execute function refuse('only the operator confirms a domain');

-- "Several customers have this domain" cannot be any more; of those rows it is true that nobody had confirmed it.
update subscription_import_rows set findings = replace(findings::text, '"tenant-of-several"', '"tenant-unconfirmed"')::jsonb
 where verdict = 'wrong' and findings::text like '%"tenant-of-several"%';

select set_config('mandate.scope', '', true);
