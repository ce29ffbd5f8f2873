-- D23: for what a partner was accepted stands beside the whole text that was shown, so that a list need not read the text.
-- It is the same fact written once: the database derives it, and nobody can write it otherwise.
alter table acceptances add column services jsonb not null generated always as (jsonb_path_query_array(shown, '$.asks[*].service')) stored;

-- A customer's former partners are read by key; the living ones, all of them, by the other index.
create index relationships_former on relationships (customer_id, since desc, id desc) where state = 'ended';
