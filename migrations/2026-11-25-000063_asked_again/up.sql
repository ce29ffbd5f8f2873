-- UX-28: a colleague is asked again when there is something new to decide, or after a day; each time is kept.
alter table request_handovers drop constraint request_handovers_pkey, add column id uuid primary key default gen_random_uuid();
create index request_handovers_by_request on request_handovers (invitation_id, customer_id, handed_at desc, id desc);
