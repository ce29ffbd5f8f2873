do $$ begin perform enter_system(); end $$;
insert into memberships (user_id, org_id, org_kind, agent, admin, created_at)
  select user_id, org_id, org_kind, agent, admin, offered_at from membership_offers on conflict do nothing;
alter table account_links drop column org_id;
drop table membership_offers;
