-- A full load of the registry gets partitions of its own: its rows come in by COPY while nobody reads them, its indexes
-- are built once at the end, and taking it away is dropping tables and not deleting millions of rows. What has no
-- partition of its own (an increment that is being read, loads of earlier versions) stands in "rest".
-- Readers ask the same tables as before.

-- A load that an earlier version left half-read has its rows in "rest": it is begun anew.
update source_import set status = 'refused', refused_code = 'given-up', finished_at = now()
where source = 'nppes' and status = 'loading';

alter table registry_provider rename to registry_provider_rest;
alter table registry_provider_rest rename constraint registry_provider_pkey to registry_provider_rest_pkey;
alter index registry_provider_name rename to registry_provider_rest_name;
alter index registry_provider_place rename to registry_provider_rest_place;
create table registry_provider (like registry_provider_rest including defaults) partition by list (import_id);
alter table registry_provider add primary key (import_id, npi);
create index registry_provider_name on registry_provider (import_id, name_key, first_key, npi);
create index registry_provider_place on registry_provider (import_id, state, city_key, name_key);
alter table registry_provider attach partition registry_provider_rest default;

alter table registry_search rename to registry_search_rest;
alter table registry_search_rest rename constraint registry_search_pkey to registry_search_rest_pkey;
alter index registry_search_terms rename to registry_search_rest_terms;
create table registry_search (like registry_search_rest including defaults) partition by list (import_id);
alter table registry_search add primary key (import_id, npi);
create index registry_search_terms on registry_search using gin (terms);
alter table registry_search attach partition registry_search_rest default;

alter table registry_near_word rename to registry_near_word_rest;
alter table registry_near_word_rest rename constraint registry_near_word_pkey to registry_near_word_rest_pkey;
create table registry_near_word (like registry_near_word_rest including defaults) partition by list (import_id);
alter table registry_near_word add primary key (import_id, near, word);
alter table registry_near_word attach partition registry_near_word_rest default;

-- Which providers an increment named. The weekly files beside the main one have all rows of the providers that the main
-- one of the same week names; one that has none there has none any more.
create table registry_increment_npi (
  import_id uuid not null,
  npi text not null,
  primary key (import_id, npi)
);
