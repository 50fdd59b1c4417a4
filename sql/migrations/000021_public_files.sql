-- Public files: what is offered for download, and what an imported extract says beyond what applications ask.

-- Ten digits by which published files know a party, zeros in front kept; several NPIs may share one.
alter table enrollee
  add column associate_id text not null default '' check (associate_id ~ '^([0-9]{10})?$'),
  -- As an imported file has them; empty where an application or the registry says the name.
  add column first_name text not null default '',
  add column middle_name text not null default '',
  add column last_name text not null default '';
create index enrollee_associate on enrollee (associate_id);
create index enrollee_last_name on enrollee (last_name collate "C") where last_name <> '';
create sequence associate_number;

-- Enrollments that came from a published extract, and no application.
create table imported_enrollment (
  enrollment_id text primary key references enrollment,
  imported_at timestamptz not null
);
create table enrollment_specialty (
  enrollment_id text not null references enrollment,
  specialty text not null,
  primary key (enrollment_id, specialty)
);
create table enrollment_npi (
  enrollment_id text not null references enrollment,
  npi text not null,
  primary key (enrollment_id, npi)
);
-- The words for a provider type in the extract that was imported last.
create table provider_type_text (
  code text primary key,
  text text not null
);
create table revocation_listing (
  enrollment_id text primary key references enrollment,
  reason text not null,
  type_text text not null,
  effective_on date not null,
  bar_until date
);
create table opt_out_listing (
  enrollment_id text primary key references enrollment,
  specialty text not null,
  until_on date not null,
  line1 text not null,
  line2 text not null,
  city text not null,
  state text not null,
  zip text not null,
  may_order boolean not null,
  updated_on date
);

-- What stands on the download page. The content lies in pieces, so that no file is ever whole in memory.
create table publication (
  id uuid primary key,
  as_of date not null,
  -- The n-th of its day.
  version integer not null,
  made_at timestamptz not null,
  unique (as_of, version)
);
create table public_file (
  publication_id uuid not null references publication,
  name text not null,
  kind text not null,
  rows bigint not null,
  bytes bigint not null,
  sha256 text not null,
  position integer not null,
  primary key (publication_id, name)
);
create table public_file_piece (
  publication_id uuid not null references publication,
  name text not null,
  ordinal integer not null,
  content bytea not null,
  primary key (publication_id, name, ordinal)
);

-- The whole published row, so that the same file can be written again; null of files loaded before.
alter table published_interest add column detail jsonb;
