-- Published files as imported: the NPI registry, exclusions, order and referring, provider types, taxonomy crosswalk.
-- Rows belong to one load of one file. Readers follow the load marked current, so they see the old or the new
-- list and never half of one; a killed load goes on at bytes_done, which is committed with its rows.

create table source_import (
  id uuid primary key,
  source text not null,
  file_name text not null,
  sha256 text not null,
  increment boolean not null,
  status text not null check (status in ('loading', 'current', 'applied', 'superseded', 'refused')),
  as_of date not null,
  -- The file says the date itself (by its name); otherwise it is the day of the import.
  as_of_stated boolean not null,
  rows bigint not null default 0,
  quarantined bigint not null default 0,
  bytes_done bigint not null default 0,
  bytes_total bigint not null,
  next_line bigint not null default 1,
  unknown_columns jsonb not null default '[]',
  started_at timestamptz not null,
  finished_at timestamptz,
  refused_code text,
  -- Rows of a load that is neither loading nor current are removed afterwards, in small steps.
  cleared boolean not null default false
);
create unique index source_import_current on source_import (source) where status = 'current';
create unique index source_import_loading on source_import (source) where status = 'loading';
create index source_import_history on source_import (source, started_at);

create table quarantined_row (
  import_id uuid not null references source_import,
  line bigint not null,
  column_name text not null,
  reason text not null,
  -- The shape of the value ("aaaa 99/99"), never the value.
  excerpt text not null,
  primary key (import_id, line)
);

create table registry_provider (
  import_id uuid not null,
  npi text not null,
  entity_type smallint,
  -- Upper case: the last name of a person, the legal business name of an organization.
  name_key text collate "C" not null,
  first_key text collate "C" not null,
  state text not null,
  city_key text collate "C" not null,
  deactivated_on date,
  reactivated_on date,
  detail jsonb not null,
  primary key (import_id, npi)
);
-- Collation "C", so that LIKE 'SMI%' and the order of pages are ranges of one index.
create index registry_provider_name on registry_provider (import_id, name_key, first_key, npi);
create index registry_provider_place on registry_provider (import_id, state, city_key, name_key);

create table exclusion (
  import_id uuid not null,
  id text not null,
  npi text,
  last_key text collate "C" not null,
  first_key text collate "C" not null,
  first_initial text not null,
  business_key text collate "C" not null,
  born_on date,
  authority text not null,
  excluded_on date not null,
  reinstated_on date,
  detail jsonb not null,
  primary key (import_id, id)
);
create index exclusion_npi on exclusion (import_id, npi);
create index exclusion_name on exclusion (import_id, last_key, first_initial, born_on);
create index exclusion_birth on exclusion (import_id, born_on, first_initial);
create index exclusion_business on exclusion (import_id, business_key);

create table order_referring (
  import_id uuid not null,
  npi text not null,
  last_name text not null,
  first_name text not null,
  part_b boolean not null,
  dme boolean not null,
  hha boolean not null,
  pmd boolean not null,
  hospice boolean not null,
  primary key (import_id, npi)
);

create table provider_type (
  import_id uuid not null,
  code text not null,
  family text not null,
  name text not null,
  specialty_code text,
  specialty_name text,
  primary key (import_id, code)
);

create table taxonomy_crosswalk (
  import_id uuid not null,
  taxonomy text not null,
  specialty_code text not null,
  provider_type text not null,
  taxonomy_name text,
  primary key (import_id, taxonomy, specialty_code, provider_type)
);
