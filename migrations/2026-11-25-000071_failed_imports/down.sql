select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it touches everybody's rows

update subscription_imports set state = 'withdrawn', confirmed_by = null, confirmed_at = null where state in ('failed', 'withdrawn');
alter table subscription_imports
  drop constraint finished_has_date,
  add constraint finished_has_date check ((state in ('done', 'withdrawn')) = (finished_at is not null)),
  drop constraint confirmed_by_somebody,
  add constraint confirmed_by_somebody check ((state in ('importing', 'done')) = (confirmed_by is not null and confirmed_at is not null)),
  drop constraint subscription_imports_state_check,
  add constraint subscription_imports_state_check check (state in ('reading', 'checking', 'ready', 'importing', 'done', 'withdrawn')),
  drop column failures;

select set_config('mandate.scope', '', true);
