drop index delegations_of_a_pair;
drop policy works_for on partnerships;
drop policy agreed on openings;
drop policy counterparts on organizations;
drop table request_handovers, counter_offers;
drop function carry_forward(uuid, uuid);
