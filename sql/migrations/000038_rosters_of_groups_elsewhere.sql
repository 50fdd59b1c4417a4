-- A group that is not enrolled here may send a roster too: it is known by its NPI, that is, as a party.
alter table reassignment_batch alter column to_enrollment_id drop not null;
alter table reassignment_batch add column to_enrollee_id uuid references enrollee;
alter table reassignment_batch add check (num_nonnulls(to_enrollment_id, to_enrollee_id) = 1);
create index reassignment_batch_enrollee on reassignment_batch (to_enrollee_id, made_at);
