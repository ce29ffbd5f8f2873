-- D16, D19: whoever was declined, or was once answered with a counter-offer, knows how that customer was called then, and reads
-- its row no longer than there is something of it to answer.

select set_config('mandate.scope', 'system', true); -- until the end of this migration's transaction: it looks at everybody's rows

-- A decline is kept with the name that its customer had then: there is nothing left to do about it.
alter table declines add column customer_name text;
update declines d set customer_name = o.name from organizations o where o.id = d.customer_id;
alter table declines alter column customer_name set not null;
create trigger take_customer_name before insert on declines for each row execute function copy_customer_name();
drop policy decliners on organizations;

-- A counter-offer takes the name when it is made, and once more when it is closed: until then its inviter sees who asks.
alter table counter_offers add column customer_name text;
update counter_offers c set customer_name = o.name from organizations o where o.id = c.customer_id;
alter table counter_offers alter column customer_name set not null;
create trigger take_customer_name before insert on counter_offers for each row execute function copy_customer_name();
create trigger take_customer_name_at_the_end before update on counter_offers for each row
  when (new.state <> 'open' and old.state = 'open') execute function copy_customer_name();

-- It can be answered while its invitation can (D8: by the database's clock); one that nobody answered ends with that.
alter policy counterparts on organizations using (kind = 'customer' and exists (
  select from counter_offers c join invitations i on i.id = c.invitation_id
   where c.customer_id = organizations.id and c.inviter_id = asking_org() and c.state = 'open'
     and i.state in ('open', 'paused') and (i.expires_at is null or i.expires_at > now())));

select set_config('mandate.scope', '', true);
