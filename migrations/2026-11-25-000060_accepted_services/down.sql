drop index relationships_former;
alter table acceptances drop column services;
