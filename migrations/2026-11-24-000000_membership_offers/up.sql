-- Nobody becomes a member without having said yes: whoever manages people offers a membership, and the person takes it.
-- Until then nothing is told of an account that the address may have, and nobody is anybody's colleague (AB-04, AB-24).

create table membership_offers (
  user_id uuid not null references users,
  org_id uuid not null,
  org_kind text not null,
  org_name text not null check (char_length(org_name) between 1 and 200), -- as it called itself when it asked
  name text not null check (char_length(name) between 1 and 200),         -- as typed by whoever offered
  email text not null check (char_length(email) between 3 and 254),
  agent text not null default 'none' check (agent in ('none', 'admin-agent', 'sales-agent', 'helpdesk-agent')),
  admin text not null default 'none' check (admin in ('none', 'global-admin', 'billing-admin', 'user-management-admin', 'reader', 'operator-admin', 'auditor')),
  offered_by uuid references users,
  offered_at timestamptz not null default now(),
  primary key (user_id, org_id),
  foreign key (org_id, org_kind) references organizations (id, kind),
  constraint settings_fit_the_organization check (case org_kind
    when 'customer' then agent = 'none' and admin in ('global-admin', 'billing-admin', 'reader')
    when 'operator' then agent = 'none' and admin in ('operator-admin', 'auditor')
    else admin in ('none', 'global-admin', 'billing-admin', 'user-management-admin') end)
);
create index membership_offers_by_org on membership_offers (org_id, offered_at desc, user_id desc);

-- A way to set up an account is a way into the organization that asked for it.
alter table account_links add column org_id uuid references organizations;

-- Until now a membership waited for an account that was not set up.
do $$ begin perform enter_system(); end $$;
insert into membership_offers (user_id, org_id, org_kind, org_name, name, email, agent, admin, offered_at)
  select m.user_id, m.org_id, m.org_kind, o.name, u.name, u.email, m.agent, m.admin, m.created_at
  from memberships m join users u on u.id = m.user_id join organizations o on o.id = m.org_id where u.password_hash is null;
update account_links l set org_id = (select f.org_id from membership_offers f where f.user_id = l.user_id order by f.offered_at limit 1)
  where purpose = 'set-up' and used_at is null;
delete from memberships m using users u where u.id = m.user_id and u.password_hash is null;

grant select, insert, update, delete on membership_offers to mandate_app;
alter table membership_offers enable row level security;
alter table membership_offers force row level security;
create policy everything on membership_offers for all using (sees_all()) with check (sees_all());
create policy own on membership_offers for select using (user_id = asking_user());
create policy answer on membership_offers for delete using (user_id = asking_user());
create policy manage on membership_offers for all using (org_id = asking_org()) with check (org_id = asking_org());
