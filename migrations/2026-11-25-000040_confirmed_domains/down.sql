select set_config('mandate.scope', 'system', true);
update subscription_import_rows set findings = replace(findings::text, '"tenant-unconfirmed"', '"tenant-of-several"')::jsonb
 where verdict = 'wrong' and findings::text like '%"tenant-unconfirmed"%';
select set_config('mandate.scope', '', true);
drop trigger keep_domain on organizations;
drop trigger forget_domain on organizations;
drop function forget_domain();
drop index organizations_by_confirmed_domain;
alter table organizations drop constraint confirmed_is_some_domain, drop column domain_confirmed_at;
