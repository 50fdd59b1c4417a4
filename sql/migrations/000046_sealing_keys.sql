-- The master keys this database has been sealed under, told by ids from which no key can be found. What is derived from
-- a former key and cannot be made anew (blind indexes, peppers of passwords, recovery codes, checkpoints of the log) is
-- kept sealed under the present one, so that the former key itself can be destroyed.
create table sealing_key (
  id text primary key,
  ordinal int not null unique,
  since timestamptz not null,
  retired_at timestamptz,
  sealed_kept bytea
);
