-- What the portal is about: services, partnerships, invitations, relationships, delegations.

create table services (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  kind text not null check (kind in ('licence', 'usage')),
  name_en text not null check (char_length(name_en) between 1 and 200),
  name_zh text not null check (char_length(name_zh) between 1 and 200),
  name_ru text not null check (char_length(name_ru) between 1 and 200),
  admin_url text check (char_length(admin_url) <= 500),
  position integer not null,
  retired_at timestamptz
);
insert into services (code, kind, name_en, name_zh, name_ru, position) values
  ('office-365', 'licence', 'Office 365', 'Office 365', 'Office 365', 1),
  ('exchange-online', 'licence', 'Exchange Online', 'Exchange Online', 'Exchange Online', 2),
  ('sharepoint-online', 'licence', 'SharePoint Online', 'SharePoint Online', 'SharePoint Online', 3),
  ('teams', 'licence', 'Skype for Business / Teams', 'Skype for Business / Teams', 'Skype для бизнеса / Teams', 4),
  ('intune', 'licence', 'Intune', 'Intune', 'Intune', 5),
  ('entra-id', 'licence', 'Microsoft Entra ID', 'Microsoft Entra ID', 'Microsoft Entra ID', 6),
  ('power-bi', 'licence', 'Power BI', 'Power BI', 'Power BI', 7),
  ('dynamics-365', 'licence', 'Dynamics 365', 'Dynamics 365', 'Dynamics 365', 8),
  ('azure', 'usage', 'Azure', 'Azure', 'Azure', 9);

-- The customer agreement (D17): every version kept, in three languages.
create table agreements (
  version text not null check (version ~ '^[0-9]{4}-[0-9]{2}$'),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  title text not null,
  body text not null,
  published_at timestamptz not null default now(),
  primary key (version, language)
);
insert into agreements (version, language, title, body, published_at) values
('2026-11', 'en', 'Customer agreement on partner relationships', $$1. What this agreement is about
You (the customer) let a partner be your cloud solution provider for services operated by 21Vianet. This agreement says what that means in this portal. It does not replace the terms of your subscriptions.

2. The relationship
With your acceptance the partner that invited you may see your organization on its customer list and may sell you subscriptions. It may not order anything for you without your order.

3. Delegated administration
A partner may work in one of your services only if you have chosen it for that service and that purpose, and only for as long as you have chosen. Provisioning means setting up, changing and removing users, licences and settings. Support means looking into problems and solving them without changing licences. A chosen partner that was not part of the invitation works for you only after it has consented itself.

4. What stays as it is
Your subscriptions, who you bought them from, their terms and obligations, your bills and the partner of record are not changed by your acceptance.

5. Taking it back
You may remove any delegation at any time, in this portal, with immediate effect and without giving a reason. The relationship and the duties that the partner has from your subscriptions stay. The invitation, your choices and the time of your acceptance are kept as a record that both sides can see.

6. Your data
The partner sees your organization's name, domain, market and contact. Every use of a delegation is recorded, and you can see the record. A partner treats what it learns in your services as confidential.

7. Who may accept
You confirm that you are a global administrator of your organization and may accept for it.$$, '2026-11-01 00:00:00+00'),
('2026-11', 'zh-CN', '合作伙伴关系客户协议', $$1. 本协议的内容
你（客户）允许一家合作伙伴成为贵组织使用由世纪互联运营的服务的云解决方案提供商。本协议说明这在本门户中的含义，不取代贵组织订阅的条款。

2. 关系
接受后，发出邀请的合作伙伴可在其客户列表中看到贵组织，并可向贵组织销售订阅。未经贵组织订购，合作伙伴不得为贵组织下单。

3. 委派管理权限
只有当你为某项服务和某个用途选择了一家合作伙伴时，该合作伙伴才可在该服务中工作，并且仅限于你所选的期限。预配是指设置、更改和删除用户、许可证和配置。支持是指在不更改许可证的情况下排查并解决问题。未参与此邀请的合作伙伴被选中后，须自行同意方可为贵组织工作。

4. 保持不变的内容
你的接受不会改变贵组织的订阅、购买渠道、条款和义务、账单以及备案合作伙伴。

5. 收回
你可随时在本门户中删除任何委派，立即生效，无需说明理由。关系以及合作伙伴因贵组织订阅而承担的义务保持不变。邀请、你的选择和接受时间会作为双方均可查看的记录保存。

6. 贵组织的数据
合作伙伴可看到贵组织的名称、域名、市场和联系方式。每次使用委派均有记录，你可以查看该记录。合作伙伴应对其在贵组织服务中了解到的内容保密。

7. 谁可以接受
你确认自己是贵组织的全局管理员，并有权代表贵组织接受。$$, '2026-11-01 00:00:00+00'),
('2026-11', 'ru', 'Клиентское соглашение об отношениях с партнёрами', $$1. О чём это соглашение
Вы (клиент) разрешаете партнёру быть вашим поставщиком облачных решений для служб под управлением 21Vianet. Соглашение объясняет, что это значит на этом портале, и не заменяет условия ваших подписок.

2. Отношения
После принятия партнёр, который вас пригласил, видит вашу организацию в списке своих клиентов и может продавать вам подписки. Без вашего заказа он ничего для вас не заказывает.

3. Делегированное администрирование
Партнёр может работать в вашей службе, только если вы выбрали его для этой службы и этой цели, и только в течение выбранного вами срока. Подготовка — это создание, изменение и удаление пользователей, лицензий и настроек. Поддержка — это поиск и устранение неполадок без изменения лицензий. Выбранный партнёр, который не участвовал в приглашении, работает для вас только после собственного согласия.

4. Что остаётся без изменений
Принятие не меняет ваши подписки, продавца, у которого они куплены, их условия и обязательства, счета и зарегистрированного партнёра.

5. Отзыв
Вы можете в любое время удалить любое делегирование на этом портале: оно прекращается сразу, причину указывать не нужно. Отношения и обязанности партнёра по вашим подпискам сохраняются. Приглашение, ваш выбор и время принятия хранятся как запись, которую видят обе стороны.

6. Ваши данные
Партнёр видит название вашей организации, домен, рынок и контакт. Каждое использование делегирования записывается, и вы можете видеть эту запись. Всё, что партнёр узнаёт в ваших службах, он хранит в тайне.

7. Кто может принимать
Вы подтверждаете, что являетесь глобальным администратором своей организации и вправе принимать от её имени.$$, '2026-11-01 00:00:00+00');

-- Partnerships: provider and reseller work together once the reseller has authorized the link.
create table partnerships (
  id uuid primary key default gen_random_uuid(),
  provider_id uuid not null references organizations,
  reseller_id uuid references organizations,
  state text not null default 'invited' check (state in ('invited', 'active', 'refused', 'withdrawn', 'ended')),
  recipient_email text not null check (char_length(recipient_email) <= 254),
  recipient_name text check (char_length(recipient_name) <= 200),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  generation integer not null default 1,
  invited_by uuid not null references users,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  answered_by uuid references users,
  answered_at timestamptz,
  ended_by uuid references users,
  ended_at timestamptz,
  constraint answered_by_a_reseller check ((state in ('active', 'ended')) <= (reseller_id is not null and answered_at is not null and answered_by is not null)),
  constraint open_has_no_answer check (state not in ('invited', 'withdrawn') or answered_at is null),
  constraint ended_has_date check ((state in ('ended', 'withdrawn')) = (ended_at is not null))
);
create unique index partnerships_one_active on partnerships (provider_id, reseller_id) where state = 'active';
create index partnerships_by_provider on partnerships (provider_id, invited_at desc, id desc);
create index partnerships_by_reseller on partnerships (reseller_id, state);

create table invitations (
  id uuid primary key default gen_random_uuid(),
  inviter_id uuid not null references organizations,
  kind text not null check (kind in ('standing', 'addressed')),
  label text not null check (char_length(label) between 1 and 200),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  days integer not null check (days between 1 and 730),
  paragraph_1 text check (char_length(paragraph_1) <= 2000),
  paragraph_2 text check (char_length(paragraph_2) <= 2000),
  suggested_holder_id uuid references organizations,
  recipient_email text check (char_length(recipient_email) <= 254),
  recipient_name text check (char_length(recipient_name) <= 200),
  recipient_domain text check (recipient_domain = lower(recipient_domain) and char_length(recipient_domain) <= 253),
  state text not null default 'open' check (state in ('open', 'paused', 'revoked', 'accepted', 'declined')),
  generation integer not null default 1,
  frozen_at timestamptz, -- when it was first sent, copied or handed over (D6)
  expires_at timestamptz,
  state_since timestamptz not null default now(),
  state_by uuid references users,
  created_by uuid not null references users,
  created_at timestamptz not null default now(),
  constraint standing_holds_no_customer check (kind = 'addressed' or (recipient_email is null and recipient_name is null and recipient_domain is null)),
  constraint addressed_has_an_address_and_an_end check (kind = 'standing' or (recipient_email is not null and expires_at is not null)),
  constraint only_addressed_are_answered_for_good check (kind = 'addressed' or state not in ('accepted', 'declined')),
  constraint only_standing_pause check (kind = 'standing' or state <> 'paused')
);
create index invitations_by_inviter on invitations (inviter_id, created_at desc, id desc);
create index invitations_by_time on invitations (created_at desc, id desc);

create table invitation_services (
  invitation_id uuid not null references invitations,
  service text not null references services,
  purpose text not null check (purpose in ('provisioning', 'support')),
  primary key (invitation_id, service, purpose)
);

-- Answers of the create-invitation pages, kept until the invitation is created; nothing of it is an invitation yet.
create table invitation_drafts (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references organizations,
  user_id uuid not null references users,
  answers jsonb not null default '{}',
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index invitation_drafts_by_org on invitation_drafts (org_id, changed_at desc, id desc);

-- To which resellers the inviter handed an invitation (D2).
create table handouts (
  invitation_id uuid not null references invitations,
  inviter_id uuid not null references organizations,
  reseller_id uuid not null references organizations,
  handed_by uuid not null references users,
  handed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (invitation_id, reseller_id)
);
create index handouts_by_reseller on handouts (reseller_id, handed_at desc, invitation_id desc) where withdrawn_at is null;

-- Each act of passing an invitation on. The inviter's own sending is one as well.
create table forwards (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references invitations,
  inviter_id uuid not null references organizations,
  forwarder_id uuid not null references organizations,
  forwarded_by uuid not null references users,
  way text not null check (way in ('mail', 'text', 'link')),
  recipient_email text check (char_length(recipient_email) <= 254),
  recipient_name text check (char_length(recipient_name) <= 200),
  note text check (char_length(note) <= 2000),
  outbox_id uuid references outbox,
  forwarded_at timestamptz not null default now(),
  constraint mail_has_a_recipient check (way <> 'mail' or (recipient_email is not null and outbox_id is not null))
);
create index forwards_by_invitation on forwards (invitation_id, forwarded_at desc, id desc);
create index forwards_by_forwarder on forwards (forwarder_id, forwarded_at desc, id desc);
create index forwards_by_letter on forwards (outbox_id) where outbox_id is not null;

-- A customer's people came to an invitation by its link, signed in: from then on the organization finds it without the link.
create table openings (
  invitation_id uuid not null references invitations,
  customer_id uuid not null references organizations,
  inviter_id uuid not null references organizations,
  forward_id uuid references forwards,
  opened_by uuid not null references users,
  opened_at timestamptz not null default now(),
  primary key (invitation_id, customer_id)
);
create index openings_by_customer on openings (customer_id, opened_at desc, invitation_id desc);

-- The reseller relationship: owned by the inviting partner whoever holds a delegation.
create table relationships (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references organizations,
  customer_id uuid not null references organizations,
  customer_name text not null, -- a copy for ordering the owner's customer list; kept by a trigger
  state text not null default 'active' check (state in ('active', 'ended')),
  since timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references users,
  constraint ended_has_date check ((state = 'ended') = (ended_at is not null)),
  constraint nobody_owns_itself check (owner_id <> customer_id)
);
create unique index relationships_one_active on relationships (owner_id, customer_id) where state = 'active';
create index relationships_by_owner on relationships (owner_id, customer_name, id);
create index relationships_by_customer on relationships (customer_id, since desc, id desc);
create index relationships_by_time on relationships (since desc, id desc);
create index relationships_search on relationships using gin (customer_name gin_trgm_ops);

create function follow_customer_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope();
begin
  perform set_config('mandate.scope', 'system', true); -- the copy is nobody's to edit, and follows whoever renames
  update relationships set customer_name = new.name where customer_id = new.id;
  perform set_config('mandate.scope', scope, true);
  return null;
end $$;
create trigger follow_customer_name after update of name on organizations for each row
  when (new.kind = 'customer' and new.name <> old.name) execute function follow_customer_name();

-- One customer's yes to one invitation: what was shown, what was chosen, by whom. Never changed, never deleted.
create table acceptances (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^M-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  invitation_id uuid not null references invitations,
  forward_id uuid references forwards,
  forwarder_id uuid references organizations,
  relationship_id uuid not null references relationships,
  inviter_id uuid not null references organizations,
  customer_id uuid not null references organizations,
  accepted_by uuid not null references users,
  accepted_by_name text not null,
  accepted_at timestamptz not null default now(),
  language text not null check (language in ('en', 'zh-CN', 'ru')),
  agreement_version text not null,
  shown jsonb not null,  -- the terms as the page showed them
  shown_hash bytea not null check (octet_length(shown_hash) = 32),
  attempt uuid not null, -- the consent page's idempotency key
  unique (invitation_id, customer_id)
);
create index acceptances_by_relationship on acceptances (relationship_id, accepted_at desc);
create index acceptances_by_customer on acceptances (customer_id, accepted_at desc);
create index acceptances_by_forwarder on acceptances (forwarder_id, relationship_id) where forwarder_id is not null;

create table declines (
  id uuid primary key default gen_random_uuid(),
  invitation_id uuid not null references invitations,
  forward_id uuid references forwards,
  inviter_id uuid not null references organizations,
  customer_id uuid not null references organizations,
  declined_by uuid not null references users,
  declined_at timestamptz not null default now(),
  reason text check (char_length(reason) <= 1000)
);
create index declines_by_invitation on declines (invitation_id, declined_at desc);
create index declines_by_customer on declines (customer_id, invitation_id);

-- Delegated administration: one customer, one partner, one service, one purpose, for a time.
create table delegations (
  id uuid primary key default gen_random_uuid(),
  relationship_id uuid not null references relationships,
  acceptance_id uuid references acceptances,
  customer_id uuid not null references organizations,
  owner_id uuid not null references organizations,
  holder_id uuid not null,
  holder_kind text not null check (holder_kind in ('direct-partner', 'indirect-provider', 'indirect-reseller')),
  service text not null references services,
  purpose text not null check (purpose in ('provisioning', 'support')),
  state text not null check (state in ('awaiting-partner', 'active', 'ended')),
  days integer not null check (days between 1 and 730),
  granted_by uuid not null references users,
  granted_at timestamptz not null default now(),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  answered_by uuid references users,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references users,
  end_reason text check (end_reason in ('expired', 'removed', 'given-up', 'replaced', 'relationship-ended', 'refused')),
  foreign key (holder_id, holder_kind) references organizations (id, kind),
  constraint lasts_as_long_as_agreed check (ends_at > starts_at and ends_at <= starts_at + interval '731 days'),
  constraint ended_has_date_and_reason check ((state = 'ended') = (ended_at is not null and end_reason is not null)),
  -- D13: one CSP-transacting partner per service and customer. Resellers do not transact and are not counted.
  constraint one_transacting_partner_per_service exclude using gist (
    customer_id with =, service with =, holder_id with <>, tstzrange(starts_at, ends_at) with &&
  ) where (state <> 'ended' and holder_kind <> 'indirect-reseller')
);
create index delegations_by_customer on delegations (customer_id, granted_at desc, id desc);
create index delegations_by_holder on delegations (holder_id, granted_at desc, id desc);
create index delegations_by_owner on delegations (owner_id, granted_at desc, id desc);
create index delegations_by_relationship on delegations (relationship_id);
create index delegations_by_time on delegations (granted_at desc, id desc);

-- Rights of the portal's role and row-level security ------------------------------------------------------------

grant select, insert, update, delete on invitation_drafts to mandate_app;
grant select, insert, update on openings, partnerships, invitations, handouts, forwards, relationships, delegations to mandate_app;
grant select, insert on invitation_services, acceptances, declines to mandate_app;
grant select on services, agreements to mandate_app;

do $$ declare t text; begin
  foreach t in array array['services', 'agreements', 'partnerships', 'invitations', 'invitation_drafts', 'openings', 'invitation_services', 'handouts', 'forwards',
                           'relationships', 'acceptances', 'declines', 'delegations'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy anybody on services for select using (true);
create policy anybody on agreements for select using (true);
create policy everything on services for all using (sees_all()) with check (sees_all());
create policy everything on agreements for all using (sees_all()) with check (sees_all());

-- Partners are a public directory; customers are seen by themselves and by partners tied to them.
create policy everything on organizations for all using (sees_all()) with check (sees_all());
create policy partners on organizations for select using (partner_id is not null and asking_scope() in ('org', 'person', 'public'));
create policy own on organizations for select using (id = asking_org());
create policy edit_own on organizations for update using (id = asking_org()) with check (id = asking_org());
create policy customers_of_mine on organizations for select using (kind = 'customer' and (
  exists (select from relationships r where r.customer_id = organizations.id and r.owner_id = asking_org())
  or exists (select from delegations d where d.customer_id = organizations.id and d.holder_id = asking_org())
  or exists (select from acceptances a where a.customer_id = organizations.id and a.forwarder_id = asking_org())));

create policy everything on partnerships for all using (sees_all()) with check (sees_all());
create policy provider on partnerships for all using (provider_id = asking_org()) with check (provider_id = asking_org());
create policy reseller on partnerships for select using (reseller_id = asking_org());
create policy reseller_answers on partnerships for update using (reseller_id = asking_org() or (id = asking_link() and state = 'invited' and asking_scope() = 'org'))
  with check (reseller_id = asking_org());
create policy link on partnerships for select using (id = asking_link());
-- Whom a customer that was invited may choose among: the inviter's resellers (D11).
create policy invited on partnerships for select using (state = 'active' and exists (
  select from openings o where o.inviter_id = partnerships.provider_id and o.customer_id = asking_org()));

create policy everything on handouts for all using (sees_all()) with check (sees_all());
create policy inviter on handouts for all using (inviter_id = asking_org()) with check (inviter_id = asking_org());
create policy reseller on handouts for select using (reseller_id = asking_org());

create policy everything on acceptances for select using (sees_all());
create policy parties on acceptances for select using (customer_id = asking_org() or inviter_id = asking_org() or forwarder_id = asking_org());
create policy customer on acceptances for insert with check (customer_id = asking_org());

create policy everything on invitations for all using (sees_all()) with check (sees_all());
create policy inviter on invitations for all using (inviter_id = asking_org()) with check (inviter_id = asking_org());
create policy handed on invitations for select using (exists (
  select from handouts h where h.invitation_id = invitations.id and h.reseller_id = asking_org() and h.withdrawn_at is null));
create policy link on invitations for select using (id = asking_link());
-- The answer of a customer that came by the link: spends an addressed invitation, and nothing else (a row lock asks for it too).
create policy answer on invitations for update using (exists (
  select from openings o where o.invitation_id = invitations.id and o.customer_id = asking_org()))
  with check (inviter_id = asking_org() or (kind = 'addressed' and state in ('open', 'accepted', 'declined')));
create policy everything on openings for all using (sees_all()) with check (sees_all());
create policy parties on openings for select using (customer_id = asking_org() or inviter_id = asking_org());
create policy customer on openings for insert with check (customer_id = asking_org() and invitation_id = asking_link());
create policy reopening on openings for update using (customer_id = asking_org()) with check (customer_id = asking_org() and invitation_id = asking_link());
create policy opened on invitations for select using (exists (
  select from openings o where o.invitation_id = invitations.id and o.customer_id = asking_org()));

create policy own on invitation_drafts for all using (org_id = asking_org()) with check (org_id = asking_org());

create policy everything on invitation_services for all using (sees_all()) with check (sees_all());
create policy invitation on invitation_services for select using (exists (select from invitations i where i.id = invitation_id));
create policy inviter on invitation_services for insert with check (exists (
  select from invitations i where i.id = invitation_id and i.inviter_id = asking_org() and i.frozen_at is null));

create policy everything on forwards for all using (sees_all()) with check (sees_all());
create policy parties on forwards for select using (inviter_id = asking_org() or forwarder_id = asking_org() or invitation_id = asking_link());
create policy forwarder on forwards for insert with check (forwarder_id = asking_org());
-- Who passed it on to a customer, once it came.
create policy opened on forwards for select using (exists (
  select from openings o where o.forward_id = forwards.id and o.customer_id = asking_org()));
-- The inviter sees what became of a mail by which a reseller passed its invitation on.
create policy passed_on on outbox for select using (exists (
  select from forwards f where f.outbox_id = outbox.id and f.inviter_id = asking_org()));

create policy everything on relationships for all using (sees_all()) with check (sees_all());
create policy parties on relationships for select using (owner_id = asking_org() or customer_id = asking_org());
create policy customer on relationships for insert with check (customer_id = asking_org());
create policy ending on relationships for update using (owner_id = asking_org()) with check (owner_id = asking_org());
create policy holder on relationships for select using (exists (
  select from delegations d where d.relationship_id = relationships.id and d.holder_id = asking_org()));
create policy forwarder on relationships for select using (exists (
  select from acceptances a where a.relationship_id = relationships.id and a.forwarder_id = asking_org()));

create policy everything on declines for select using (sees_all());
create policy parties on declines for select using (inviter_id = asking_org() or customer_id = asking_org());
create policy forwarder on declines for select using (exists (
  select from forwards f where f.id = declines.forward_id and f.forwarder_id = asking_org()));
create policy customer on declines for insert with check (customer_id = asking_org());
-- Whoever may read a decline may read whose it is.
create policy decliners on organizations for select using (kind = 'customer' and exists (
  select from declines d where d.customer_id = organizations.id and d.customer_id <> asking_org()));

create policy everything on delegations for all using (sees_all()) with check (sees_all());
create policy parties on delegations for select using (customer_id = asking_org() or holder_id = asking_org() or owner_id = asking_org());
create policy customer on delegations for insert with check (customer_id = asking_org());
create policy answers on delegations for update using (customer_id = asking_org() or holder_id = asking_org() or owner_id = asking_org())
  with check (customer_id = asking_org() or holder_id = asking_org() or owner_id = asking_org());
