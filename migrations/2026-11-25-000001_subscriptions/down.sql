drop policy holding on relationships;
drop index organizations_by_domain, organizations_by_tenant;
drop table subscription_import_rows, subscription_imports, subscriptions;
drop function holds_support, subscriptions_keep;
