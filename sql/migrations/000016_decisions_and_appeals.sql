-- Decisions on what is enrolled, bars to enroll again, wordings of letters and their delivery, and appeals.

-- The events of decisions and appeals are numbered into the audit log too.
alter table audit_log drop constraint audit_log_source_check;
alter table audit_log add constraint audit_log_source_check
  check (source in ('account', 'application', 'view', 'staff', 'decision'));

-- A letter is issued with its act and delivered once: seen in the inbox, with a mail that says so.
alter table letter
  add column enrollment_id text references enrollment,
  -- Null: the words of the product itself.
  add column wording_version integer,
  add column delivered_at timestamptz;
update letter set delivered_at = issued_at;
create index letter_undelivered on letter (issued_at) where delivered_at is null;

-- A denial that an appeal reversed stays; the application is then decided anew.
alter table decision drop constraint decision_application_id_submission_ordinal_key;
alter table decision add column overturned_at timestamptz;
create unique index decision_in_force on decision (application_id, submission_ordinal) where overturned_at is null;

create table enrollment_decision (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  kind text not null,
  state text not null check (state in ('prepared', 'issued', 'delivered', 'discarded')),
  reasons jsonb not null,
  -- What was found, as the letter says it.
  found text not null,
  -- The day that the preparer named: of the event, of the receipt, or the corrected one.
  event_on date,
  days integer,
  bar_years integer,
  -- The decision that this one takes back.
  undoes_id uuid references enrollment_decision,
  monitoring_case_id uuid references monitoring_case,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  effective_on date,
  until_on date,
  because jsonb not null default '[]',
  -- The periods as the decision found and left them: what it takes to take it back.
  periods_before jsonb,
  periods_after jsonb,
  letter_id uuid references letter
);
create unique index enrollment_decision_prepared on enrollment_decision (enrollment_id) where state = 'prepared';
create unique index enrollment_decision_undone on enrollment_decision (undoes_id) where state <> 'discarded';
create index enrollment_decision_enrollment on enrollment_decision (enrollment_id, prepared_at);
create index enrollment_decision_letter on enrollment_decision (letter_id);

-- No application counts before the last day is over (42 CFR 424.535(c)).
create table re_enrollment_bar (
  decision_id uuid primary key references enrollment_decision,
  enrollee_id uuid not null references enrollee,
  from_on date not null,
  until_on date not null,
  lifted_at timestamptz
);
create index re_enrollment_bar_enrollee on re_enrollment_bar (enrollee_id);

create table letter_wording (
  kind text not null,
  version integer not null,
  wording jsonb not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (kind, version)
);

create table appeal (
  id uuid primary key,
  remedy text not null check (remedy in ('rebuttal', 'corrective-action-plan', 'reconsideration')),
  state text not null check (state in ('filed', 'assigned', 'decided', 'withdrawn')),
  enrollment_decision_id uuid references enrollment_decision,
  application_decision_id uuid references decision,
  enrollee_id uuid not null references enrollee,
  contractor_id text not null references contractor,
  sealed_grounds bytea not null,
  file_until date not null,
  filed_on date not null,
  answer_by date not null,
  -- Why it came after the last day; null when it came in time.
  late_reason text,
  good_cause boolean,
  signer_id uuid not null,
  signer_name text not null,
  filed_at timestamptz not null,
  assigned_to uuid,
  outcome text check (outcome in ('upheld', 'reversed', 'dismissed')),
  outcome_reason text,
  decided_by uuid,
  decided_at timestamptz,
  letter_id uuid references letter,
  check ((enrollment_decision_id is null) <> (application_decision_id is null))
);
create unique index appeal_of_enrollment_decision on appeal (enrollment_decision_id, remedy) where state <> 'withdrawn';
create unique index appeal_of_application_decision on appeal (application_decision_id, remedy) where state <> 'withdrawn';
create index appeal_desk on appeal (contractor_id, state, answer_by);
create index appeal_enrollee on appeal (enrollee_id, filed_at);

create table appeal_document (
  id uuid primary key,
  appeal_id uuid not null references appeal,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  -- Whether a scanner found it clean when it came.
  scan_state text not null check (scan_state in ('not-scanned', 'clean')),
  added_by uuid not null,
  added_at timestamptz not null,
  unique (appeal_id, sha256)
);

create table decision_event (
  id uuid primary key,
  decision_id uuid references enrollment_decision,
  appeal_id uuid references appeal,
  event text not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  detail jsonb not null default '{}',
  audit_seq bigint,
  check ((decision_id is null) <> (appeal_id is null))
);
create index decision_event_decision on decision_event (decision_id, at);
create index decision_event_appeal on decision_event (appeal_id, at);
create index decision_event_unchained on decision_event (at) where audit_seq is null;
