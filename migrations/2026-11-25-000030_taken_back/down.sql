alter policy handed on invitation_revisions using (exists (
  select from handouts h where h.invitation_id = invitation_revisions.invitation_id and h.reseller_id = asking_org() and h.withdrawn_at is null));
alter policy handed on invitations using (exists (
  select from handouts h where h.invitation_id = invitations.id and h.reseller_id = asking_org() and h.withdrawn_at is null));
drop trigger take_back_all on partnerships;
drop function take_back_all();
drop policy parting on handouts;
