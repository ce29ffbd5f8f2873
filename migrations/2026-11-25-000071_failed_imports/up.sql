-- A batch that fails again and again ends its import, so that it does not stand before all others for ever; some of it may have
-- been imported by then.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

alter table subscription_imports
  add column failures integer not null default 0 check (failures >= 0), -- of the batch that is next, one after the other
  drop constraint subscription_imports_state_check,
  add constraint subscription_imports_state_check
    check (state in ('reading', 'checking', 'ready', 'importing', 'done', 'failed', 'withdrawn')),
  drop constraint confirmed_by_somebody,
  add constraint confirmed_by_somebody check ((confirmed_by is null) = (confirmed_at is null) and case
    when state in ('importing', 'done') then confirmed_by is not null
    when state in ('failed', 'withdrawn') then true
    else confirmed_by is null end),
  drop constraint finished_has_date,
  add constraint finished_has_date check ((state in ('done', 'failed', 'withdrawn')) = (finished_at is not null));

-- Two spellings of one external ID are one external ID.
update subscription_import_rows set external_id = left(btrim(normalize(external_id, nfkc)), 100) where external_id is not nfkc normalized;

select set_config('mandate.scope', '', true);
