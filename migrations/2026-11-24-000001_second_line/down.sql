-- Takes the second line back: the policies, the foreign keys and the two entrances are again as the first migrations made them.

-- The trail and the mail ------------------------------------------------------------------------

alter policy write on outbox with check (asking_scope() is not null and asking_scope() <> '');
alter policy write on audit_events with check (asking_scope() is not null and asking_scope() <> '');
drop function is_reached_at;

-- Delegations -----------------------------------------------------------------------------------

alter policy holder on relationships using (exists (
  select from delegations d where d.relationship_id = relationships.id and d.holder_id = asking_org()));
alter policy customers_of_mine on organizations using (kind = 'customer' and (
  exists (select from relationships r where r.customer_id = organizations.id and r.owner_id = asking_org())
  or exists (select from delegations d where d.customer_id = organizations.id and d.holder_id = asking_org())
  or exists (select from acceptances a where a.customer_id = organizations.id and a.forwarder_id = asking_org())));
drop trigger keep_customer_name on delegations;
drop trigger take_customer_name_at_the_end on delegations;
drop trigger take_customer_name on delegations;
drop function copy_customer_name;
alter table delegations drop column customer_name;
drop trigger keep_reason on delegations;
drop trigger keep_end on delegations;
drop trigger keep_consent on delegations;
drop trigger keep_over on delegations;
drop trigger keep_what_was_granted on delegations;
alter policy customer on delegations with check (customer_id = asking_org());
alter table delegations drop constraint delegations_in_their_relationship, drop constraint delegations_of_their_acceptance,
  add foreign key (relationship_id) references relationships, add foreign key (acceptance_id) references acceptances;

-- What customers answer -------------------------------------------------------------------------

alter policy customer on declines with check (customer_id = asking_org());
alter table declines drop constraint declines_of_the_inviter, drop constraint declines_by_whom_it_came, drop constraint declines_by_its_forward,
  add foreign key (invitation_id) references invitations, add foreign key (forward_id) references forwards;
alter policy customer on acceptances with check (customer_id = asking_org());
alter table acceptances drop constraint acceptances_of_the_inviter, drop constraint acceptances_by_whom_it_came,
  drop constraint acceptances_in_its_relationship, drop constraint acceptances_by_its_forward, drop constraint acceptances_by_its_forwarder,
  drop constraint a_forwarder_forwarded, drop constraint acceptances_of_relationship,
  add foreign key (invitation_id) references invitations, add foreign key (forward_id) references forwards,
  add foreign key (relationship_id) references relationships;
drop trigger keep_over on relationships;
drop trigger keep_parties on relationships;
alter policy customer on relationships with check (customer_id = asking_org());
alter table relationships drop constraint relationships_of_parties;
drop trigger keep_identity on openings;
alter policy customer on openings with check (customer_id = asking_org() and invitation_id = asking_link());
alter table openings drop constraint openings_of_the_inviter, drop constraint openings_by_its_forward,
  add foreign key (invitation_id) references invitations, add foreign key (forward_id) references forwards;

-- Invitations and how they are passed on ----------------------------------------------------------

alter policy forwarder on forwards with check (forwarder_id = asking_org());
alter table forwards drop constraint forwards_of_the_inviter, drop constraint forwards_own_letter,
  drop constraint forwards_of_invitation, drop constraint forwards_of_forwarder,
  add foreign key (invitation_id) references invitations, add foreign key (outbox_id) references outbox;
alter table outbox drop constraint outbox_of_organization;
drop trigger keep_identity on handouts;
drop policy inviter_changes on handouts;
drop policy inviter_hands on handouts;
drop policy inviter on handouts;
create policy inviter on handouts for all using (inviter_id = asking_org()) with check (inviter_id = asking_org());
alter table handouts drop constraint handouts_of_the_inviter, add foreign key (invitation_id) references invitations;
alter table invitations drop constraint invitations_of_inviter;
drop trigger keep_answer on invitations;
drop trigger keep_terms_from_others on invitations;
drop trigger keep_over on invitations;
drop trigger keep_identity on invitations;
alter policy answer on invitations with check (inviter_id = asking_org() or (kind = 'addressed' and state in ('open', 'accepted', 'declined')));
drop policy inviter_changes on invitations;
drop policy inviter_invites on invitations;
drop policy inviter on invitations;
create policy inviter on invitations for all using (inviter_id = asking_org()) with check (inviter_id = asking_org());

-- Partnerships ----------------------------------------------------------------------------------

drop trigger keep_answer on partnerships;
drop trigger keep_over on partnerships;
drop trigger keep_parties on partnerships;
alter policy reseller_answers on partnerships with check (reseller_id = asking_org());
drop policy provider_changes on partnerships;
drop policy provider_offers on partnerships;
drop policy provider on partnerships;
create policy provider on partnerships for all using (provider_id = asking_org()) with check (provider_id = asking_org());

-- People and organizations ----------------------------------------------------------------------

drop trigger keep_market on organizations;
drop function keep_market;
drop trigger keep_standing on organizations;
drop trigger keep_identity on organizations;
create policy colleagues on account_links for insert with check (exists (select from memberships m where m.user_id = account_links.user_id and m.org_id = asking_org()));
drop trigger keep_membership on memberships;
drop policy remove on memberships;
drop policy change on memberships;
create policy manage on memberships for all using (org_id = asking_org()) with check (org_id = asking_org());
drop trigger keep_account on users;
drop function password_of;
alter table users drop column set_up;
revoke select on users from mandate_app; -- its columns
grant select on users to mandate_app;

-- Who is asking ---------------------------------------------------------------------------------

grant execute on function enter(text, uuid, uuid, uuid) to public;
create or replace function enter_system() returns timestamptz language plpgsql security invoker as $$
begin perform enter('system', null, null, null); return now(); end $$;
create or replace function enter_request(key bytea, link uuid, reading boolean) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare found record; visitor jsonb;
begin
  if key is not null then
    perform enter('system', null, null, null);
    select s.user_id, s.org_id, s.seen_at, u.name, u.email, u.language, u.time_zone, u.email_confirmed_at is not null as confirmed,
           o.kind as org_kind, o.name as org_name, o.partner_id, o.country, o.state as org_state, m.agent, m.admin,
           (select count(*) from memberships c where c.user_id = s.user_id) as orgs
      into found
      from sessions s join users u on u.id = s.user_id
      left join memberships m on m.user_id = s.user_id and m.org_id = s.org_id
      left join organizations o on o.id = m.org_id
     where s.key_hash = key and s.expires_at > now() and s.seen_at > now() - interval '2 hours' and u.disabled_at is null;
    if found.user_id is not null then
      -- Idle time is measured to the minute, so that reading a page seldom writes.
      if found.seen_at < now() - interval '1 minute' then
        update sessions set seen_at = now() where key_hash = key;
      end if;
      visitor := to_jsonb(found) - 'seen_at';
    end if;
  end if;
  if visitor is null then
    perform enter('public', null, null, link);
  else
    perform enter(case when found.org_kind = 'operator' then 'operator' when found.org_kind is null then 'person' else 'org' end,
                  found.user_id, case when found.org_kind is null then null else found.org_id end, link);
  end if;
  if reading then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return jsonb_build_object('now', now(), 'visitor', visitor);
end $$;
drop function asking_acts, asking_kind, refuse, by_portal;
