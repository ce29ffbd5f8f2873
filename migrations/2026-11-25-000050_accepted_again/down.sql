alter policy customer on acceptances with check (customer_id = asking_org() and (sees_all() or (accepted_by = asking_user() and exists (
  select from invitations i where i.id = acceptances.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())))));

-- Refused where a customer accepted one invitation twice by now: no receipt is thrown away to go back.
alter table acceptances drop constraint acceptances_once_an_attempt,
  drop constraint acceptances_once_in_a_relationship,
  add constraint acceptances_invitation_id_customer_id_key unique (invitation_id, customer_id);
