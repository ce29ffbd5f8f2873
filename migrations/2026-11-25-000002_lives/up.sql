-- The lives of delegations: scheduled work.

-- When each scheduled verb ran last, and who runs it now. The verbs themselves are safe in any number of processes;
-- the lease keeps them from all doing the same at once, and shows the operator that they run.
create table jobs (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{1,59}$'),
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0,      -- what the last run did
  failures integer not null default 0,  -- runs that failed in a row
  trouble text check (char_length(trouble) <= 500),
  constraint failed_says_why check ((failures > 0) = (trouble is not null))
);

grant select, insert, update on jobs to mandate_app;
alter table jobs enable row level security;
alter table jobs force row level security;
create policy everything on jobs for all using (sees_all()) with check (sees_all());
