-- Why a case goes without what its screening level asks for: one person asks with a cited ground, another one answers.
-- A ground that was granted also stands among the checks of the case, as evidence.

create table level_exception (
  id uuid primary key,
  application_id uuid not null references application,
  kind text not null check (kind in ('site-visit', 'fingerprints')),
  ground text not null,
  -- The day of the visit or of the fingerprints that are relied on, where there is one.
  relied_on date,
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  check ((state = 'asked') = (answered_at is null)),
  check (answered_by <> asked_by)
);
create index level_exception_application on level_exception (application_id, asked_at);
create unique index level_exception_asked on level_exception (application_id, kind) where state = 'asked';

-- Every stored file is judged by the scanner before it is shown where one is set up, also what came while it was down.
alter table appeal_document drop constraint appeal_document_scan_state_check;
alter table appeal_document
  add constraint appeal_document_scan_state_check check (scan_state in ('not-scanned', 'clean', 'infected')),
  add column scanned_at timestamptz,
  add column scan_found text;

alter table task_photo
  add column scan_state text not null default 'not-scanned' check (scan_state in ('not-scanned', 'clean', 'infected')),
  add column scanned_at timestamptz,
  add column scan_found text;

alter table official_claim
  add column scan_state text not null default 'not-scanned' check (scan_state in ('not-scanned', 'clean', 'infected')),
  add column scanned_at timestamptz,
  add column scan_found text;
