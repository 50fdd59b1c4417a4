-- The files that NPPES publishes beside its main one, the taxonomy's own names, and what the NPI registry API searches by.
-- As in 000002: rows belong to one load, and readers follow the load marked current.

create table registry_other_name (
  import_id uuid not null,
  npi text not null,
  -- Digest of the row: the file has no key, and repeats a row now and then.
  id text not null,
  name_key text collate "C" not null,
  name text not null,
  kind text not null,
  -- The order of the file.
  position bigint generated always as identity,
  primary key (import_id, npi, id)
);
create index registry_other_name_key on registry_other_name (import_id, name_key, npi);

create table registry_location (
  import_id uuid not null,
  npi text not null,
  id text not null,
  state text not null,
  city_key text collate "C" not null,
  zip text collate "C" not null,
  country text not null,
  detail jsonb not null,
  position bigint generated always as identity,
  primary key (import_id, npi, id)
);
create index registry_location_zip on registry_location (import_id, zip, npi);
create index registry_location_city on registry_location (import_id, city_key, state, npi);
create index registry_location_country on registry_location (import_id, country, state, npi);

create table registry_endpoint (
  import_id uuid not null,
  npi text not null,
  id text not null,
  detail jsonb not null,
  position bigint generated always as identity,
  primary key (import_id, npi, id)
);

create table taxonomy_name (
  import_id uuid not null,
  code text not null,
  classification text not null,
  specialization text,
  primary key (import_id, code)
);

-- Every word by which an active provider is found, each with its kind ("pc:AUSTIN" is the city of the practice), so that
-- one index answers any combination and beginnings of words (no answer depends on it). Written after the rows of a load, before it is switched to.
create table registry_search (
  import_id uuid not null,
  npi text not null,
  terms tsvector not null,
  primary key (import_id, npi)
);
create index registry_search_terms on registry_search using gin (terms);
