-- Who owns and controls whom: parties once, their interests by day and by when we knew, and the published owner files.

-- Everybody whom an approved filing names as an owner or with control, and the enrolled organizations themselves.
-- One row for one tax number, whatever filings name it; without a number, one for a name within an enrollment.
create table ownership_party (
  id uuid primary key,
  kind text not null check (kind in ('person', 'organization')),
  name text not null,
  -- One spelling for comparison (src/domain/party/name-key.ts).
  name_key text not null,
  -- Keyed digest; the number itself is only in the sealed answers.
  tax_id_index text unique,
  -- Of a party without a tax number: the enrollment whose filing named it.
  named_by text references enrollment,
  -- Private equity, real estate trust and so on (src/domain/enrollment/ownership-roles.ts).
  kinds jsonb not null,
  -- As one line; of organizations only.
  address text,
  address_key text,
  title text,
  created_at timestamptz not null
);
create unique index ownership_party_named on ownership_party (named_by, name_key, kind) where tax_id_index is null;
create index ownership_party_name on ownership_party (name_key);
create index ownership_party_address on ownership_party (address_key) where address_key is not null;

-- Which party an enrollment is of: one legal entity may have several NPIs and enrollments.
create table ownership_root (
  enrollment_id text primary key references enrollment,
  party_id uuid not null references ownership_party
);
create index ownership_root_party on ownership_root (party_id);

-- Never changed: an interest that ends is a fresh row beside the old one, which is only no longer believed (known_to).
create table ownership_interest (
  id uuid primary key,
  -- The filing that says so.
  enrollment_id text not null references enrollment,
  owner_id uuid not null references ownership_party,
  owned_id uuid not null references ownership_party,
  role text not null,
  -- Of the whole: 125000 is 12.5 %.
  millionths integer,
  -- What the filing says; from_on is from when the record has it.
  since date,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  application_id uuid references application
);
create index ownership_interest_enrollment on ownership_interest (enrollment_id) where known_to is null;
create index ownership_interest_owner on ownership_interest (owner_id) where known_to is null;
create index ownership_interest_owned on ownership_interest (owned_id) where known_to is null;

-- One loaded file of All Owners; the next one of the same facility type takes its place.
create table owners_file (
  facility text primary key,
  file_name text not null,
  sha256 text not null,
  rows integer not null,
  quarantined integer not null,
  loaded_at timestamptz not null
);
create table published_interest (
  facility text not null references owners_file,
  line integer not null,
  enrollment_id text not null,
  associate_id text not null,
  organization text not null,
  owner_associate_id text not null,
  owner_kind text not null check (owner_kind in ('person', 'organization')),
  owner_name text not null,
  role_code text not null,
  role_text text not null,
  -- Of src/domain/ownership/roles.ts; null for one that we do not know.
  role text,
  -- Of the whole: 125000 is 12.5 %.
  millionths integer,
  since date,
  kinds jsonb not null,
  primary key (facility, line)
);
create index published_interest_enrollment on published_interest (enrollment_id);
create index published_interest_owner on published_interest (owner_associate_id);

-- For enrollments at one address, which are compared after the ZIP code has narrowed them down.
create index enrollment_location_zip on enrollment_location ((left(address ->> 'zip', 5))) where known_to is null;
