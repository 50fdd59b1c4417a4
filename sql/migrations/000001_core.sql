-- The core record: enrollees, applications, submissions, reviews, decisions, enrollments, letters, outbox.
-- Portable SQL only: uuid keys made by the program, no triggers, no extensions, no session state.
-- Columns called "restricted" and "sealed" hold AES-256-GCM envelopes; "_index" columns are keyed blind indexes.

create table setting (
  name text primary key,
  value jsonb not null
);

create table contractor (
  id text primary key,
  name text not null,
  time_zone text not null,
  phone text not null,
  email text not null,
  address text not null
);

create table contractor_state (
  state text primary key,
  contractor_id text not null references contractor
);

create table enrollee (
  id uuid primary key,
  kind text not null check (kind in ('individual', 'organization')),
  npi text not null unique,
  display_name text not null,
  tax_id_index text,
  restricted bytea,
  practice jsonb not null default '{}',
  created_at timestamptz not null
);
create index enrollee_tax_id on enrollee (tax_id_index);

create table enrollment (
  id text primary key,
  enrollee_id uuid not null references enrollee,
  form text not null,
  specialty text not null,
  state text not null,
  contractor_id text not null references contractor,
  ptan text not null unique,
  status text not null,
  created_at timestamptz not null
);
create index enrollment_enrollee on enrollment (enrollee_id);

create table application (
  id uuid primary key,
  form text not null,
  edition text not null,
  reason text not null check (reason in ('initial', 'change')),
  enrollee_id uuid not null references enrollee,
  enrollment_id text references enrollment,
  basis_ordinal integer,
  state text not null,
  contractor_id text not null references contractor,
  status text not null check (status in ('draft', 'submitted', 'in-review', 'in-development', 'recommended', 'approved', 'denied', 'rejected', 'returned', 'withdrawn')),
  status_since timestamptz not null,
  due_on date,
  tracking_number text unique,
  received_on date,
  assigned_to uuid,
  signer_id uuid,
  prefilled jsonb not null default '[]',
  -- Of a change of information: the tasks that the person chose.
  chosen_tasks jsonb not null default '[]',
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
create index application_enrollee on application (enrollee_id, updated_at);
create index application_worklist on application (contractor_id, status, received_on, id);

create table section_answers (
  application_id uuid not null references application,
  section_id text not null,
  item_id text not null,
  position integer not null,
  answers jsonb not null,
  restricted bytea,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null,
  removed_at timestamptz,
  primary key (application_id, section_id, item_id)
);

create table application_event (
  id uuid primary key,
  application_id uuid not null references application,
  ordinal integer not null,
  event text not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  detail jsonb not null default '{}',
  unique (application_id, ordinal)
);

create table preflight_note (
  application_id uuid not null references application,
  finding_id text not null,
  explanation text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (application_id, finding_id)
);

create table document (
  id uuid primary key,
  application_id uuid not null references application,
  slot text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index document_application on document (application_id);

create table submission (
  id uuid primary key,
  application_id uuid not null references application,
  ordinal integer not null,
  edition text not null,
  sealed_document bytea not null,
  document_sha256 text not null,
  attestation_version text not null,
  signer_id uuid not null,
  signer_name text not null,
  signed_at timestamptz not null,
  received_on date not null,
  idempotency_key text not null,
  unique (application_id, ordinal),
  unique (application_id, idempotency_key)
);

create table screening_check (
  id uuid primary key,
  application_id uuid not null references application,
  submission_ordinal integer not null,
  check_id text not null,
  subject text not null,
  outcome text not null check (outcome in ('clear', 'same', 'different', 'possible', 'match', 'unavailable', 'recorded')),
  evidence jsonb not null,
  evidence_sha256 text not null,
  source text,
  source_as_of date,
  ran_at timestamptz not null,
  ran_by text not null,
  disposition text,
  disposition_reason text,
  disposed_by uuid,
  disposed_at timestamptz,
  superseded_at timestamptz
);
create index screening_check_application on screening_check (application_id);

create table development_request (
  id uuid primary key,
  application_id uuid not null references application,
  ordinal integer not null,
  sent_on date not null,
  due_on date not null,
  sent_by uuid not null,
  answered_at timestamptz,
  unique (application_id, ordinal)
);

create table development_item (
  id uuid primary key,
  request_id uuid not null references development_request,
  position integer not null,
  section_id text,
  item_id text,
  question text,
  wording text not null,
  cite text not null,
  answer text,
  answered_at timestamptz
);
create index development_item_request on development_item (request_id);

create table decision (
  id uuid primary key,
  application_id uuid not null references application,
  submission_ordinal integer not null,
  kind text not null,
  reasons jsonb not null,
  effective_on date,
  may_bill_from date,
  because jsonb not null,
  note text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  unique (application_id, submission_ordinal)
);

create table enrollment_version (
  enrollment_id text not null references enrollment,
  ordinal integer not null,
  effective_from date not null,
  effective_to date,
  known_from timestamptz not null,
  known_to timestamptz,
  answers jsonb not null,
  restricted bytea,
  application_id uuid references application,
  primary key (enrollment_id, ordinal)
);

create table enrollment_period (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  status text not null,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  because jsonb not null,
  application_id uuid references application
);
create index enrollment_period_enrollment on enrollment_period (enrollment_id);

create table enrollment_location (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  item_id text not null,
  name text,
  address jsonb not null,
  public boolean not null,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz
);
create index enrollment_location_enrollment on enrollment_location (enrollment_id);

create table reassignment (
  id uuid primary key,
  from_enrollment_id text references enrollment,
  to_enrollment_id text references enrollment,
  to_npi text,
  to_name text,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz
);
create index reassignment_from on reassignment (from_enrollment_id);
create index reassignment_to on reassignment (to_enrollment_id);

-- Readers that keep a copy in memory follow this; the sequence decides, polling is enough.
create table enrollment_change (
  sequence bigint primary key generated always as identity,
  enrollment_id text not null references enrollment,
  at timestamptz not null
);

create table letter (
  id uuid primary key,
  application_id uuid references application,
  enrollee_id uuid not null references enrollee,
  contractor_id text not null references contractor,
  kind text not null,
  title text not null,
  sealed_body bytea not null,
  sealed_pdf bytea not null,
  pdf_sha256 text not null,
  issued_at timestamptz not null,
  first_read_at timestamptz,
  dedupe_key text not null unique
);
create index letter_enrollee on letter (enrollee_id, issued_at);

create table message (
  id uuid primary key,
  channel text not null check (channel in ('email', 'sms', 'voice')),
  recipient text not null,
  template text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  dedupe_key text not null unique
);
create index message_waiting on message (next_try_at) where sent_at is null and failed_at is null;

-- Who looked at whose personal data.
create table access_record (
  id uuid primary key,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  action text not null,
  subject_id text not null,
  path text not null
);
create index access_record_subject on access_record (subject_id, at);
