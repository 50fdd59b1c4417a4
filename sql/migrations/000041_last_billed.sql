-- When providers last billed, by NPI, by PTAN, or by both: what the monitoring of those who do not bill asks.
create table last_billed (
  import_id uuid not null,
  npi text not null,
  ptan text not null,
  last_claim_on date not null,
  as_of date not null,
  covers_from date not null,
  primary key (import_id, npi, ptan)
);
create index last_billed_ptan on last_billed (import_id, ptan);
-- From which day on, and up to which, all of a file speaks: its narrowest row decides.
create index last_billed_from on last_billed (import_id, covers_from);
create index last_billed_as_of on last_billed (import_id, as_of);

create index enrollment_ptan on enrollment (ptan);
