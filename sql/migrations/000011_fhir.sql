-- The public directory as FHIR resources, rendered beforehand. Written by the job publish-directory from the
-- standing record and read by keyset only; everything here can be thrown away and is then made anew.

create table fhir_resource (
  type text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  updated_at timestamptz not null,
  -- No longer published: its address answers "gone".
  deleted boolean not null default false,
  content jsonb not null,
  -- Whose standing in the eligibility snapshot says whether it is in force; npi null: always.
  npi text,
  enrollment_id text,
  payee text,
  from_on date,
  to_on date,
  -- What that standing was when it was last looked at.
  in_force boolean not null,
  primary key (type, id)
);
create index fhir_resource_npi on fhir_resource (npi);
create index fhir_resource_updated on fhir_resource (type, updated_at, id);

-- Strings: folded and exact text. Tokens: code and system. References: "Type/id". Dates: first and last day.
create table fhir_index (
  type text collate "C" not null,
  param text collate "C" not null,
  value text collate "C" not null,
  detail text collate "C" not null,
  id text collate "C" not null,
  primary key (type, param, value, detail, id)
);
create index fhir_index_resource on fhir_index (type, id, param);

-- How far the directory has followed the change feed: one row.
create table fhir_publication (
  name text primary key,
  state jsonb not null
);

-- Bulk exports that were asked for; what they hold is read when it is fetched.
create table fhir_export (
  id uuid primary key,
  asked_at timestamptz not null,
  request text not null,
  types jsonb not null,
  since timestamptz,
  -- Rows by kind, as far as they are counted.
  counts jsonb not null,
  finished_at timestamptz,
  canceled_at timestamptz
);
create index fhir_export_asked on fhir_export (asked_at);
