-- The second line: the database itself refuses what no rule allows, whatever the code before it forgot.
--
-- Three means, the strongest that fits: foreign keys over several columns tie copied ids to their originals, for everybody;
-- policies say who may write which new row; triggers say what never happens to a row that is there. Policies and triggers
-- bind the portal's role, as row-level security does: whoever owns the schema stands above them, to mend what is broken.
-- A rule is a `when` of a trigger wherever it can be: it costs a comparison and no call, and a new column needs no new rule.

select set_config('mandate.scope', 'system', true); -- foreign keys and the copied names look at everybody's rows

create function by_portal() returns boolean language sql stable parallel safe
  as $$ select current_user = 'mandate_app' $$;
create function refuse() returns trigger language plpgsql as $$
begin raise exception '%', tg_argv[0] using errcode = 'insufficient_privilege', table = tg_table_name; end $$;

-- Who is asking ---------------------------------------------------------------------------------

-- The kind of the organization that asks, and whether it may act: read with the session, so that no policy has to look them up.
create function asking_kind() returns text language sql stable parallel safe
  as $$ select current_setting('mandate.kind', true) $$;
create function asking_acts() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('mandate.acts', true) = 'yes', false) $$;

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
                  found.user_id, case when found.org_kind is null then null else found.org_id end, link),
            set_config('mandate.kind', coalesce(found.org_kind, ''), true),
            set_config('mandate.acts', case when found.org_state = 'active' then 'yes' else '' end, true);
  end if;
  if reading then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return jsonb_build_object('now', now(), 'visitor', visitor);
end $$;

-- The portal's role comes in by a session's key, or as the portal itself: it has no way of ours to name an asker.
create or replace function enter_system() returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
begin perform enter('system', null, null, null); return now(); end $$;
revoke all on function enter(text, uuid, uuid, uuid) from public;

-- People and organizations ----------------------------------------------------------------------

-- Nobody but the portal itself reads a password's hash, and everybody their own: to compare with, when they change it.
-- A column that is added to users is granted by its name.
alter table users add column set_up boolean not null generated always as (password_hash is not null) stored;
revoke select on users from mandate_app;
grant select (id, email, name, email_confirmed_at, language, time_zone, disabled_at, created_at, set_up) on users to mandate_app;
create function password_of(person uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select password_hash from users where id = person and (asking_scope() = 'system' or person = asking_user()) $$;

-- An address is confirmed by its mail (AB-18), and an account closed by others.
create trigger keep_account before update on users for each row
  when (by_portal() and not sees_all() and (new.id, new.email, new.email_confirmed_at, new.disabled_at, new.created_at)
        is distinct from (old.id, old.email, old.email_confirmed_at, old.disabled_at, old.created_at))
  execute function refuse('nobody confirms, moves or reopens an account of their own');

-- People join as the portal adds them: an organization does not take somebody in by their id, and so see them.
drop policy manage on memberships;
create policy change on memberships for update using (org_id = asking_org()) with check (org_id = asking_org());
create policy remove on memberships for delete using (org_id = asking_org());
create trigger keep_membership before update on memberships for each row
  when (by_portal() and (new.user_id, new.org_id, new.org_kind) is distinct from (old.user_id, old.org_id, old.org_kind))
  execute function refuse('a membership stays whose it is');
drop policy colleagues on account_links; -- the portal alone makes one-time links

create trigger keep_identity before update on organizations for each row
  when (by_portal() and (new.id, new.kind, new.created_at) is distinct from (old.id, old.kind, old.created_at))
  execute function refuse('an organization stays what it is');
-- D5: whoever is suspended looks and nothing else. The operator suspends and reinstates, and gives partner and tenant IDs.
create trigger keep_standing before update on organizations for each row
  when (by_portal() and not sees_all() and (old.state <> 'active' or (new.state, new.suspended_at, new.suspended_reason, new.partner_id, new.tenant_id)
        is distinct from (old.state, old.suspended_at, old.suspended_reason, old.partner_id, old.tenant_id)))
  execute function refuse('only the operator changes how an organization stands');
-- D9: the market of a partner is the operator's to set; a customer's stays while it has a partner in it.
create function keep_market() returns trigger language plpgsql as $$
begin
  if old.kind <> 'customer' or exists (select from relationships where customer_id = old.id and state = 'active') then
    raise exception 'an organization with partners stays in its market' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_market before update on organizations for each row
  when (by_portal() and not sees_all() and new.country <> old.country) execute function keep_market();

-- Partnerships ----------------------------------------------------------------------------------

-- A provider offers, a reseller answers: nobody makes a partnership alone.
drop policy provider on partnerships;
create policy provider on partnerships for select using (provider_id = asking_org());
create policy provider_offers on partnerships for insert with check (provider_id = asking_org() and invited_by = asking_user()
  and state = 'invited' and reseller_id is null and asking_kind() in ('direct-partner', 'indirect-provider') and asking_acts());
create policy provider_changes on partnerships for update using (provider_id = asking_org()) with check (provider_id = asking_org());
alter policy reseller_answers on partnerships with check (reseller_id = asking_org() and asking_kind() = 'indirect-reseller');

create trigger keep_parties before update on partnerships for each row
  when (by_portal() and ((new.id, new.provider_id, new.invited_by, new.invited_at) is distinct from (old.id, old.provider_id, old.invited_by, old.invited_at)
        or (old.reseller_id is not null and new.reseller_id is distinct from old.reseller_id)))
  execute function refuse('a partnership stays whose it is');
create trigger keep_over before update on partnerships for each row
  when (by_portal() and (old.state in ('refused', 'withdrawn', 'ended') or new.generation < old.generation
        or (old.state = 'active' and new.state not in ('active', 'ended')) or (old.state = 'invited' and new.state = 'ended')))
  execute function refuse('a partnership that is over stays over');
-- Only the reseller says yes or no, and before the offer expires (D8); only the provider changes or withdraws the offer.
create trigger keep_answer before update on partnerships for each row
  when (by_portal() and not sees_all() and (
        (new.state in ('active', 'refused') and old.state = 'invited' and (new.reseller_id is distinct from asking_org() or old.expires_at <= now()))
        or (new.reseller_id is distinct from old.reseller_id and new.reseller_id is distinct from asking_org())
        or (old.provider_id <> asking_org() and (new.state = 'withdrawn'
            or (new.recipient_email, new.recipient_name, new.language, new.generation, new.expires_at)
               is distinct from (old.recipient_email, old.recipient_name, old.language, old.generation, old.expires_at)))))
  execute function refuse('an offer is its provider''s, its answer the reseller''s');

-- Invitations and how they are passed on ----------------------------------------------------------

-- D1: only a transacting partner invites, and none that is suspended (D5).
drop policy inviter on invitations;
create policy inviter on invitations for select using (inviter_id = asking_org());
create policy inviter_invites on invitations for insert with check (inviter_id = asking_org() and created_by = asking_user()
  and state = 'open' and asking_kind() in ('direct-partner', 'indirect-provider') and asking_acts());
create policy inviter_changes on invitations for update using (inviter_id = asking_org()) with check (inviter_id = asking_org());
alter policy answer on invitations with check (kind = 'addressed' and state in ('open', 'accepted', 'declined'));

create trigger keep_identity before update on invitations for each row
  when (by_portal() and (new.id, new.inviter_id, new.kind, new.created_by, new.created_at)
        is distinct from (old.id, old.inviter_id, old.kind, old.created_by, old.created_at))
  execute function refuse('an invitation stays whose and what it is');
-- D4: what was answered is answered; what was revoked stays revoked, and a link that is dead stays dead.
create trigger keep_over before update on invitations for each row
  when (by_portal() and ((old.state in ('revoked', 'accepted', 'declined') and new.state <> old.state) or new.generation < old.generation))
  execute function refuse('an invitation that is over stays over');
-- The answer of a customer spends an addressed invitation while it can be answered (D8), and changes nothing else of it.
create trigger keep_terms_from_others before update on invitations for each row
  when (by_portal() and not sees_all() and old.inviter_id is distinct from asking_org() and (
        (to_jsonb(new) - '{state,state_since,state_by}'::text[]) is distinct from (to_jsonb(old) - '{state,state_since,state_by}'::text[])
        or new.state not in ('accepted', 'declined') or old.state <> 'open' or old.expires_at <= now()))
  execute function refuse('an invitation is its inviter''s');
create trigger keep_answer before update on invitations for each row
  when (by_portal() and not sees_all() and old.inviter_id = asking_org() and new.state in ('accepted', 'declined') and new.state <> old.state)
  execute function refuse('nobody answers an invitation of their own');

alter table invitations add constraint invitations_of_inviter unique (id, inviter_id);

-- D2: handed to a reseller of one's own, while the partnership is active; taken back at any time.
alter table handouts drop constraint handouts_invitation_id_fkey,
  add constraint handouts_of_the_inviter foreign key (invitation_id, inviter_id) references invitations (id, inviter_id);
drop policy inviter on handouts;
create policy inviter on handouts for select using (inviter_id = asking_org());
create policy inviter_hands on handouts for insert with check (inviter_id = asking_org() and handed_by = asking_user() and asking_acts() and exists (
  select from partnerships p where p.provider_id = asking_org() and p.reseller_id = handouts.reseller_id and p.state = 'active'));
create policy inviter_changes on handouts for update using (inviter_id = asking_org())
  with check (inviter_id = asking_org() and (withdrawn_at is not null or (asking_acts() and exists (
    select from partnerships p where p.provider_id = asking_org() and p.reseller_id = handouts.reseller_id and p.state = 'active'))));
create trigger keep_identity before update on handouts for each row
  when (by_portal() and (new.invitation_id, new.inviter_id, new.reseller_id) is distinct from (old.invitation_id, old.inviter_id, old.reseller_id))
  execute function refuse('a handing over stays whose it is');

-- D2: one's own invitation, or one that is in one's hands while the partnership is active. The letter is the forwarder's own.
alter table outbox add constraint outbox_of_organization unique (id, org_id);
alter table forwards drop constraint forwards_invitation_id_fkey, drop constraint forwards_outbox_id_fkey,
  add constraint forwards_of_the_inviter foreign key (invitation_id, inviter_id) references invitations (id, inviter_id),
  add constraint forwards_own_letter foreign key (outbox_id, forwarder_id) references outbox (id, org_id),
  add constraint forwards_of_invitation unique (id, invitation_id),
  add constraint forwards_of_forwarder unique (id, forwarder_id);
alter policy forwarder on forwards with check (forwarder_id = asking_org() and forwarded_by = asking_user() and asking_acts() and (
  inviter_id = asking_org()
  or (exists (select from handouts h where h.invitation_id = forwards.invitation_id and h.reseller_id = asking_org() and h.withdrawn_at is null)
      and exists (select from partnerships p where p.provider_id = forwards.inviter_id and p.reseller_id = asking_org() and p.state = 'active'))));

-- What customers answer -------------------------------------------------------------------------

alter table openings drop constraint openings_invitation_id_fkey, drop constraint openings_forward_id_fkey,
  add constraint openings_of_the_inviter foreign key (invitation_id, inviter_id) references invitations (id, inviter_id),
  add constraint openings_by_its_forward foreign key (forward_id, invitation_id) references forwards (id, invitation_id);
alter policy customer on openings with check (customer_id = asking_org() and opened_by = asking_user()
  and invitation_id = asking_link() and asking_kind() = 'customer');
create trigger keep_identity before update on openings for each row
  when (by_portal() and ((new.invitation_id, new.customer_id, new.inviter_id, new.opened_by, new.opened_at)
        is distinct from (old.invitation_id, old.customer_id, old.inviter_id, old.opened_by, old.opened_at)
        or (old.forward_id is not null and new.forward_id is distinct from old.forward_id)))
  execute function refuse('a coming stays whose it is, by the forward it was');

-- A relationship begins with an invitation to which the customer came; its owner is whoever invited, for good.
alter table relationships add constraint relationships_of_parties unique (id, customer_id, owner_id);
alter policy customer on relationships with check (customer_id = asking_org() and state = 'active' and exists (
  select from openings o where o.customer_id = asking_org() and o.inviter_id = relationships.owner_id));
create trigger keep_parties before update on relationships for each row
  when (by_portal() and (new.id, new.owner_id, new.customer_id, new.customer_name, new.since)
        is distinct from (old.id, old.owner_id, old.customer_id, old.customer_name, old.since))
  execute function refuse('a relationship stays whose it is');
create trigger keep_over before update on relationships for each row
  when (by_portal() and old.state = 'ended') execute function refuse('a relationship that ended stays ended');

-- An acceptance is of an invitation that its customer came to, into a relationship of the same two, by a forward of that invitation.
alter table acceptances drop constraint acceptances_invitation_id_fkey, drop constraint acceptances_forward_id_fkey, drop constraint acceptances_relationship_id_fkey,
  add constraint acceptances_of_the_inviter foreign key (invitation_id, inviter_id) references invitations (id, inviter_id),
  add constraint acceptances_by_whom_it_came foreign key (invitation_id, customer_id) references openings (invitation_id, customer_id),
  add constraint acceptances_in_its_relationship foreign key (relationship_id, customer_id, inviter_id) references relationships (id, customer_id, owner_id),
  add constraint acceptances_by_its_forward foreign key (forward_id, invitation_id) references forwards (id, invitation_id),
  add constraint acceptances_by_its_forwarder foreign key (forward_id, forwarder_id) references forwards (id, forwarder_id),
  add constraint a_forwarder_forwarded check (forwarder_id is null or forward_id is not null),
  add constraint acceptances_of_relationship unique (id, relationship_id);
-- D8, AB-05: open and not expired, by the database's clock. (Whoever sees everything writes the demo's past.)
alter policy customer on acceptances with check (customer_id = asking_org() and (sees_all() or (accepted_by = asking_user() and exists (
  select from invitations i where i.id = acceptances.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())))));

alter table declines drop constraint declines_invitation_id_fkey, drop constraint declines_forward_id_fkey,
  add constraint declines_of_the_inviter foreign key (invitation_id, inviter_id) references invitations (id, inviter_id),
  add constraint declines_by_whom_it_came foreign key (invitation_id, customer_id) references openings (invitation_id, customer_id),
  add constraint declines_by_its_forward foreign key (forward_id, invitation_id) references forwards (id, invitation_id);
alter policy customer on declines with check (customer_id = asking_org() and (sees_all() or (declined_by = asking_user() and exists (
  select from invitations i where i.id = declines.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())))));

-- Delegations -----------------------------------------------------------------------------------

alter table delegations drop constraint delegations_relationship_id_fkey, drop constraint delegations_acceptance_id_fkey,
  add constraint delegations_in_their_relationship foreign key (relationship_id, customer_id, owner_id) references relationships (id, customer_id, owner_id),
  add constraint delegations_of_their_acceptance foreign key (acceptance_id, relationship_id) references acceptances (id, relationship_id);

-- D12: the holder must consent as well, unless it is the inviter, forwarded this very invitation, or has this already (D21: renewed).
alter policy customer on delegations with check (customer_id = asking_org() and granted_by = asking_user() and (state = 'awaiting-partner'
  or (state = 'active' and (holder_id = owner_id
      or exists (select from acceptances a where a.id = delegations.acceptance_id and a.forwarder_id = delegations.holder_id)
      or exists (select from delegations held where held.customer_id = delegations.customer_id and held.holder_id = delegations.holder_id
                    and held.service = delegations.service and held.purpose = delegations.purpose and held.state = 'active' and held.ends_at > now())))));

create trigger keep_what_was_granted before update on delegations for each row
  when (by_portal() and (new.id, new.relationship_id, new.acceptance_id, new.customer_id, new.owner_id, new.holder_id, new.holder_kind,
                         new.service, new.purpose, new.granted_by, new.granted_at, new.starts_at)
        is distinct from (old.id, old.relationship_id, old.acceptance_id, old.customer_id, old.owner_id, old.holder_id, old.holder_kind,
                          old.service, old.purpose, old.granted_by, old.granted_at, old.starts_at))
  execute function refuse('a delegation stays whose and for what it was granted');
-- D22: awaiting partner → active → ended, and never back.
create trigger keep_over before update on delegations for each row
  when (by_portal() and (old.state = 'ended' or (old.state = 'active' and new.state = 'awaiting-partner')))
  execute function refuse('a delegation that ended stays ended');
-- D12, D8: the holder alone consents, while there is something to consent to.
create trigger keep_consent before update on delegations for each row
  when (by_portal() and not sees_all() and new.state = 'active' and old.state = 'awaiting-partner'
        and (old.holder_id is distinct from asking_org() or old.ends_at <= now()))
  execute function refuse('the holder consents, nobody else');
-- D10, D21: no side moves the end by itself; the portal does, when both have agreed.
create trigger keep_end before update on delegations for each row
  when (by_portal() and not sees_all() and new.ends_at is distinct from old.ends_at)
  execute function refuse('no side moves the end of a delegation');
-- D18, D19, D22: each end is somebody's.
create trigger keep_reason before update on delegations for each row
  when (by_portal() and not sees_all() and new.state = 'ended' and asking_org() is distinct from case
        when new.end_reason in ('removed', 'replaced') then old.customer_id
        when new.end_reason in ('given-up', 'refused') then old.holder_id
        when new.end_reason = 'relationship-ended' then old.owner_id
        when new.end_reason = 'expired' then null -- the clock's
        else asking_org() end)
  execute function refuse('whoever ends a delegation says why themselves');

-- D22, D23: an ended delegation is kept as a record, with the name that its customer had then. Who holds nothing of a customer
-- any more does not see how it is called and reached today.
alter table delegations add column customer_name text;
update delegations d set customer_name = r.customer_name from relationships r where r.id = d.relationship_id;
alter table delegations alter column customer_name set not null;
create function copy_customer_name() returns trigger language plpgsql as $$
begin
  new.customer_name := coalesce((select name from organizations where id = new.customer_id), new.customer_name);
  return new;
end $$;
create trigger take_customer_name before insert on delegations for each row execute function copy_customer_name();
-- (Triggers go by name: what is refused is refused before this one takes the name.)
create trigger take_customer_name_at_the_end before update on delegations for each row
  when (new.state = 'ended' and old.state <> 'ended') execute function copy_customer_name();
create trigger keep_customer_name before update on delegations for each row
  when (by_portal() and new.customer_name is distinct from old.customer_name) execute function refuse('the copied name is nobody''s to edit');

alter policy customers_of_mine on organizations using (kind = 'customer' and (
  exists (select from relationships r where r.customer_id = organizations.id and r.owner_id = asking_org())
  or exists (select from delegations d where d.customer_id = organizations.id and d.holder_id = asking_org() and d.state <> 'ended' and d.ends_at > now())
  or exists (select from acceptances a where a.customer_id = organizations.id and a.forwarder_id = asking_org())));
alter policy holder on relationships using (exists (
  select from delegations d where d.relationship_id = relationships.id and d.holder_id = asking_org() and d.state <> 'ended' and d.ends_at > now()));

-- The trail and the mail ------------------------------------------------------------------------

-- Whoever asks writes as themselves, now, into their own chain. The portal itself knows better (signing in).
alter policy write on audit_events with check (asking_scope() = 'system' or (asking_scope() <> '' and at = now()
  and org_id is not distinct from asking_org() and user_id is not distinct from asking_user()
  and chain = coalesce(asking_org(), asking_user(), '00000000-0000-0000-0000-000000000000')));

-- Whether somebody of an organization has this address. Says yes or no to whoever knows both; looks as the portal itself.
create function is_reached_at(org uuid, address text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope(); answer boolean;
begin
  perform set_config('mandate.scope', 'system', true);
  select exists (select from users u join memberships m on m.user_id = u.id where u.email = address and m.org_id = org) into answer;
  perform set_config('mandate.scope', scope, true);
  return answer;
end $$;

-- A letter about another organization goes to its own people, one about nobody to oneself (AB-46). The portal alone sends
-- one-time links, and says that a letter was sent.
alter policy write on outbox with check (sees_all() or (asking_scope() <> '' and state = 'queued' and attempts = 0
  and letter ->> 'letter' not in ('account-set-up', 'password-reset', 'email-confirmation')
  and case when org_id is null then exists (select from users u where u.id = asking_user() and u.email = outbox.recipient)
           when org_id = asking_org() then true
           else is_reached_at(org_id, recipient) end));

select set_config('mandate.scope', '', true);
