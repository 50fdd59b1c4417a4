-- Affiliations that a provider discloses when the desk asks for them (42 CFR 424.519): the request with its clock, what
-- was disclosed, one row for each affiliated party and event, and what the desk found.

create table affiliation_request (
  id uuid primary key,
  enrollee_id uuid not null references enrollee,
  contractor_id text not null references contractor,
  -- Asked while an application is under review, or of somebody who is enrolled.
  application_id uuid references application,
  enrollment_id text references enrollment,
  state text not null check (state in ('asked', 'answered', 'closed')),
  -- Why the desk believes that there is an affiliation; the provider does not see it.
  basis text not null,
  -- Owners and managers on file when it was asked: it is about them, too.
  named jsonb not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_on date not null,
  due_on date not null,
  letter_id uuid references letter,
  answer text check (answer in ('none', 'disclosed')),
  signer_id uuid,
  signer_name text,
  answered_at timestamptz,
  -- The words that were signed, and the SHA-256 of them.
  sealed_statement bytea,
  statement_sha256 text,
  outcome text check (outcome in ('no-undue-risk', 'undue-risk', 'not-answered', 'taken-back')),
  outcome_reason text,
  -- What was found of each factor, and the affiliations that the risk comes from.
  factors jsonb,
  risky jsonb,
  -- What the desk saw beside the answers when it judged them, and the SHA-256 of it.
  sealed_known bytea,
  known_sha256 text,
  closed_by uuid,
  closed_at timestamptz,
  check (application_id is not null or enrollment_id is not null),
  check ((answer is null) = (answered_at is null)),
  check ((outcome is null) = (closed_at is null))
);
create unique index affiliation_request_open on affiliation_request (enrollee_id, contractor_id) where state = 'asked';
create index affiliation_request_desk on affiliation_request (contractor_id, state, due_on);
create index affiliation_request_enrollee on affiliation_request (enrollee_id, asked_at);
create index affiliation_request_application on affiliation_request (application_id);

create table affiliation (
  request_id uuid not null references affiliation_request,
  id text not null,
  answers jsonb not null,
  -- The tax number of the party.
  restricted bytea,
  -- What it is found by.
  name_key text not null,
  npi text,
  tax_id_index text,
  event text,
  version integer not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  -- Taken out by the provider before signing.
  removed_at timestamptz,
  primary key (request_id, id)
);
create index affiliation_name on affiliation (name_key text_pattern_ops);
create index affiliation_npi on affiliation (npi);
create index affiliation_tax_id on affiliation (tax_id_index);

-- The events of a request stand with those of decisions and appeals.
alter table decision_event add column affiliation_request_id uuid references affiliation_request;
alter table decision_event drop constraint decision_event_check;
alter table decision_event add constraint decision_event_one_subject
  check (num_nonnulls(decision_id, appeal_id, affiliation_request_id) = 1);
create index decision_event_affiliation on decision_event (affiliation_request_id, at);
