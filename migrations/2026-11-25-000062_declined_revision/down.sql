alter policy customer on declines with check (customer_id = asking_org() and (sees_all() or (declined_by = asking_user() and exists (
  select from invitations i where i.id = declines.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())))));
alter table declines drop column revision;
