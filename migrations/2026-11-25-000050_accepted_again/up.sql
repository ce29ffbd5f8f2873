-- D4: a standing link is used again and again, by the same customer too: anew when its relationship is over (D19), and once more when the
-- terms are newer than those that it accepted (D6). Within one relationship a revision is accepted once; one page is answered once (UX-33).
-- An addressed invitation is answered once all the same: its answer closes it, and the policy below takes none of what is closed.

alter table acceptances drop constraint acceptances_invitation_id_customer_id_key,
  add constraint acceptances_once_in_a_relationship unique (relationship_id, invitation_id, revision),
  add constraint acceptances_once_an_attempt unique (invitation_id, customer_id, attempt);

-- D8, AB-05, D6, D19: open and not expired, by the database's clock; the terms in force; into a relationship that goes on.
-- (Whoever sees everything writes the demo's past.)
alter policy customer on acceptances with check (customer_id = asking_org() and (sees_all() or (accepted_by = asking_user()
  and exists (select from invitations i where i.id = acceptances.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())
                 and i.revision = acceptances.revision)
  and exists (select from relationships r where r.id = acceptances.relationship_id and r.state = 'active'))));
