-- UX-44: an addressed invitation that a reseller passed on and whose mail came back is corrected by its inviter, who alone says whom it is
-- meant for. It stays the reseller's forward (D15): a forward is its forwarder's to make, and this one it made already.

create function carry_correction(old uuid, corrected uuid, email text, called text, mail uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope text := asking_scope(); acts boolean := asking_acts(); carried boolean;
begin
  perform set_config('mandate.scope', 'system', true);
  -- The letter is the forwarder's own as well, to see what becomes of it.
  update outbox o set org_id = f.forwarder_id from forwards f
   where f.id = old and f.inviter_id = asking_org() and acts and o.id = mail and o.org_id = asking_org() and o.recipient = email and o.state = 'queued';
  insert into forwards (id, invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, recipient_name, note, outbox_id,
                        generation, revision, corrects, forwarded_at)
    select corrected, f.invitation_id, f.inviter_id, f.forwarder_id, f.forwarded_by, 'mail', email, called, f.note, mail,
           i.generation, f.revision, f.id, now()
      from forwards f join invitations i on i.id = f.invitation_id
     where f.id = old and f.inviter_id = asking_org() and acts and i.kind = 'addressed' and i.recipient_email = email and f.bounced_at is not null;
  carried := found;
  perform set_config('mandate.scope', scope, true);
  return carried;
end $$;
