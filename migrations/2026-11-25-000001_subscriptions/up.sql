-- Subscriptions: what customers bought, where, and who supports it; and the operator's imports by which they come.

create table subscriptions (
  id uuid primary key default gen_random_uuid(),
  external_id text not null unique check (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$'),
  customer_id uuid not null references organizations,
  service text not null references services,
  channel text not null check (channel in ('direct', 'advisor', 'csp')),
  seller_id uuid, -- the partner through whom it was bought
  seller_kind text check (seller_kind in ('direct-partner', 'indirect-provider', 'indirect-reseller')),
  partner_of_record_id uuid references organizations,
  seats integer check (seats between 1 and 10000000), -- null where use is paid for
  term_start date not null,
  term_end date, -- null while it has no fixed end
  state text not null check (state in ('active', 'suspended', 'ended')),
  support_contact_id uuid references organizations, -- null: the seller
  imported_at timestamptz not null default now(),
  foreign key (seller_id, seller_kind) references organizations (id, kind) match full,
  constraint bought_directly_has_no_seller check ((channel = 'direct') = (seller_id is null)),
  -- An indirect reseller never transacts; it may have been an advisor.
  constraint sold_by_a_transacting_partner check (channel <> 'csp' or seller_kind in ('direct-partner', 'indirect-provider')),
  constraint ends_after_it_begins check (term_end >= term_start),
  constraint a_contact_needs_a_seller check (support_contact_id is null or seller_id is not null)
);
create index subscriptions_by_customer on subscriptions (customer_id, service, id);
create index subscriptions_by_seller on subscriptions (seller_id, customer_id) where seller_id is not null;
create index subscriptions_by_partner_of_record on subscriptions (partner_of_record_id) where partner_of_record_id is not null;

-- D14: nothing but the operator's import changes a subscription. Its seller chooses the support contact, and nothing else.
create function subscriptions_keep() returns trigger language plpgsql as $$
begin
  if not sees_all() and (to_jsonb(new) - 'support_contact_id') is distinct from (to_jsonb(old) - 'support_contact_id') then
    raise exception 'only the import changes a subscription' using errcode = 'insufficient_privilege';
  end if;
  -- Another seller chooses anew.
  if new.seller_id is distinct from old.seller_id then
    new.support_contact_id := null;
  end if;
  return new;
end $$;
create trigger subscriptions_keep before update on subscriptions for each row execute function subscriptions_keep();

-- Whether a partner holds support in a service of a customer now. Whoever may read a subscription may know it of its contact,
-- without seeing the delegation.
create function holds_support(customer uuid, in_service text, holder uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope(); answer boolean;
begin
  perform set_config('mandate.scope', 'system', true);
  select exists (select from delegations d where d.customer_id = customer and d.service = in_service and d.holder_id = holder
                    and d.purpose = 'support' and d.state = 'active' and d.ends_at > now()) into answer;
  perform set_config('mandate.scope', coalesce(scope, ''), true);
  return answer;
end $$;

-- One upload of the operator: read, checked row by row, looked at, then imported. Kept, with its address.
create table subscription_imports (
  id uuid primary key default gen_random_uuid(),
  file_name text not null check (char_length(file_name) between 1 and 200),
  state text not null default 'reading' check (state in ('reading', 'checking', 'ready', 'importing', 'done', 'withdrawn')),
  encoding text not null default 'utf-8' check (encoding in ('utf-8', 'gb18030')),
  bytes bigint not null default 0,
  row_count integer not null default 0,
  at_row integer not null default 0,   -- the last row that the work of this state has done
  to_import integer not null default 0, -- rows that were new or changed when the import was confirmed
  worked integer not null default 0,    -- rows that the work of this state has done
  new_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  wrong_rows integer not null default 0,
  uploaded_by uuid not null references users,
  uploaded_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  confirmed_by uuid references users,
  confirmed_at timestamptz,
  finished_at timestamptz,
  constraint confirmed_by_somebody check ((state in ('importing', 'done')) = (confirmed_by is not null and confirmed_at is not null)),
  constraint finished_has_date check ((state in ('done', 'withdrawn')) = (finished_at is not null))
);
create index subscription_imports_by_time on subscription_imports (uploaded_at desc, id desc);
create index subscription_imports_at_work on subscription_imports (uploaded_at, id) where state in ('checking', 'importing', 'reading');

-- The rows of an upload as they stood in the file, and what is found about each.
create table subscription_import_rows (
  import_id uuid not null references subscription_imports on delete cascade,
  number integer not null check (number > 0),
  line integer not null check (line > 0),
  external_id text not null check (char_length(external_id) <= 100),
  cells text[] not null,
  verdict text check (verdict in ('new', 'changed', 'unchanged', 'wrong')),
  findings jsonb not null default '{}',
  imported boolean not null default false,
  primary key (import_id, number)
);
create index subscription_import_rows_by_external_id on subscription_import_rows (import_id, external_id);
create index subscription_import_rows_by_verdict on subscription_import_rows (import_id, verdict, number);

-- By what an import names a customer.
create index organizations_by_tenant on organizations (tenant_id) where tenant_id is not null;
create index organizations_by_domain on organizations (domain) where kind = 'customer';

grant select, insert, update on subscriptions to mandate_app;
grant select, insert, update, delete on subscription_imports, subscription_import_rows to mandate_app;

do $$ declare t text; begin
  foreach t in array array['subscriptions', 'subscription_imports', 'subscription_import_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy everything on %I for all using (sees_all()) with check (sees_all())', t);
  end loop;
end $$;

create policy parties on subscriptions for select
  using (customer_id = asking_org() or seller_id = asking_org() or partner_of_record_id = asking_org());
-- Whoever owns a relationship sees what the customer bought without another partner: multi-channel applies there (D24).
create policy owner on subscriptions for select using (seller_id is null and exists (
  select from relationships r where r.customer_id = subscriptions.customer_id and r.owner_id = asking_org() and r.state = 'active'));
-- Whoever may work in a service now, and so the support contact as long as it is one.
create policy holder on subscriptions for select using (exists (
  select from delegations d where d.customer_id = subscriptions.customer_id and d.service = subscriptions.service
     and d.holder_id = asking_org() and d.state = 'active' and d.ends_at > now()));
create policy contact on subscriptions for update using (seller_id = asking_org()) with check (seller_id = asking_org());

-- A customer that accepts holds the relationship it finds, so that it is not removed meanwhile (D19); it changes nothing of it.
create policy holding on relationships for update using (customer_id = asking_org()) with check (false);
