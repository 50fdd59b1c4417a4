-- Lists beside the LEIE (SAM, states, revocations stand in the table "exclusion"), how old they may be, what people
-- said of their entries, and the monitoring of everybody who is enrolled.

-- Overrides of the product's own policy; a list without a row has the default.
create table source_policy (
  source text primary key,
  -- From so many days after its date on, the list is taken as unavailable.
  fresh_days integer not null check (fresh_days > 0),
  -- A check that cannot ask a required list is "unavailable"; another list is only asked when it was loaded.
  required boolean not null,
  changed_by text not null,
  changed_at timestamptz not null
);

create table death_record (
  import_id uuid not null,
  id text not null,
  -- Keyed digest of the social security number, as enrollee.tax_id_index.
  ssn_index text,
  last_key text collate "C" not null,
  first_key text collate "C" not null,
  born_on date,
  died_on date not null,
  detail jsonb not null,
  primary key (import_id, id)
);
create index death_record_number on death_record (import_id, ssn_index);
create index death_record_name on death_record (import_id, last_key, born_on);
create index death_record_birth on death_record (import_id, born_on);

create table board_license (
  import_id uuid not null,
  state text not null,
  number_key text not null,
  kind text not null,
  npi text,
  standing text not null,
  expires_on date,
  detail jsonb not null,
  primary key (import_id, state, number_key, kind)
);

-- "Not the same": said once of a party and one entry of a list, and true until the entry says something else.
create table cleared_match (
  enrollee_id uuid not null references enrollee,
  party text not null,
  source text not null,
  row_id text not null,
  row_sha256 text not null,
  reason text not null,
  cleared_by uuid not null,
  cleared_at timestamptz not null,
  primary key (enrollee_id, party, source, row_id)
);

-- Temporary moratoria (42 CFR 424.570), by type and place. A county of null is the whole state.
create table moratorium (
  id uuid primary key,
  supplier_type text not null,
  state text not null,
  county text,
  from_on date not null,
  to_on date,
  cite text not null,
  evidence text not null,
  noted_by text not null,
  noted_at timestamptz not null
);
create index moratorium_type on moratorium (supplier_type, state);

-- The load that was in force when this one came. What differs between them is in list_change, so that monitoring
-- asks about the new entries only, although the rows of the old load are gone.
alter table source_import add column compared_with uuid;

create table list_change (
  import_id uuid not null,
  row_id text not null,
  primary key (import_id, row_id)
);

-- One pass over everybody who is enrolled, for one load of one list. Goes on at "after" when it was interrupted.
create table monitoring_run (
  id uuid primary key,
  source text not null,
  import_id uuid not null,
  -- "load" for what is new in the load; "2026-11" for all entries, once in that month.
  pass text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- The last enrollment that was looked at.
  after_enrollment text not null default '',
  enrollments integer not null default 0,
  parties integer not null default 0,
  opened integer not null default 0,
  unique (source, import_id, pass)
);

create table monitoring_case (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  contractor_id text not null references contractor,
  party text not null,
  party_name text not null,
  kind text not null,
  source text not null,
  row_id text not null,
  row_sha256 text not null,
  outcome text not null check (outcome in ('possible', 'match')),
  evidence jsonb not null,
  evidence_sha256 text not null,
  source_as_of date not null,
  opened_at timestamptz not null,
  run_id uuid references monitoring_run,
  disposition text,
  disposition_reason text,
  disposed_by uuid,
  disposed_at timestamptz,
  -- The same entry never opens a second case for the same party; a changed entry does.
  unique (enrollment_id, party, source, row_id, row_sha256)
);
create index monitoring_case_open on monitoring_case (contractor_id, opened_at, id) where disposed_at is null;
create index monitoring_case_enrollment on monitoring_case (enrollment_id);
