drop table extension_refusals;
drop function extension_hindrance;
