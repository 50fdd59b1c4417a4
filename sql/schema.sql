-- What sql/migrations make, for review. Written by `npm test -- test/db/schema.db.test.ts -u`. Never run.

create table access_record (
  id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  action text not null,
  subject_id text not null,
  path text not null,
  audit_seq bigint,
  outcome text default 'done' not null,
  ip text,
  user_agent text,
  constraint access_record_pkey primary key (id),
  constraint access_record_outcome_check check ((outcome in ('done', 'refused')))
);
create index access_record_subject on access_record (subject_id, at);
create index access_record_unchained on access_record (at) where (audit_seq is null);

create table admin_proposal (
  id uuid not null,
  change jsonb not null,
  reason text not null,
  status text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint admin_proposal_pkey primary key (id),
  constraint admin_proposal_status_check check ((status in ('open', 'approved', 'refused', 'withdrawn'))),
  constraint admin_proposal_decided_by_fkey foreign key (decided_by) references app_user(id),
  constraint admin_proposal_proposed_by_fkey foreign key (proposed_by) references app_user(id)
);
create index admin_proposal_open on admin_proposal (expires_at) where (status = 'open');

create table affiliation (
  request_id uuid not null,
  id text not null,
  answers jsonb not null,
  restricted bytea,
  name_key text not null,
  npi text,
  tax_id_index text,
  event text,
  version integer not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  removed_at timestamptz,
  constraint affiliation_pkey primary key (request_id, id),
  constraint affiliation_request_id_fkey foreign key (request_id) references affiliation_request(id)
);
create index affiliation_name on affiliation (name_key text_pattern_ops);
create index affiliation_npi on affiliation (npi);
create index affiliation_tax_id on affiliation (tax_id_index);

create table affiliation_request (
  id uuid not null,
  enrollee_id uuid not null,
  contractor_id text not null,
  application_id uuid,
  enrollment_id text,
  state text not null,
  basis text not null,
  named jsonb not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_on date not null,
  due_on date not null,
  letter_id uuid,
  answer text,
  signer_id uuid,
  signer_name text,
  answered_at timestamptz,
  sealed_statement bytea,
  statement_sha256 text,
  outcome text,
  outcome_reason text,
  factors jsonb,
  risky jsonb,
  sealed_known bytea,
  known_sha256 text,
  closed_by uuid,
  closed_at timestamptz,
  constraint affiliation_request_pkey primary key (id),
  constraint affiliation_request_answer_check check ((answer in ('none', 'disclosed'))),
  constraint affiliation_request_check check (((application_id is not null) or (enrollment_id is not null))),
  constraint affiliation_request_check1 check (((answer is null) = (answered_at is null))),
  constraint affiliation_request_check2 check (((outcome is null) = (closed_at is null))),
  constraint affiliation_request_outcome_check check ((outcome in ('no-undue-risk', 'undue-risk', 'not-answered', 'taken-back'))),
  constraint affiliation_request_state_check check ((state in ('asked', 'answered', 'closed'))),
  constraint affiliation_request_application_id_fkey foreign key (application_id) references application(id),
  constraint affiliation_request_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint affiliation_request_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id),
  constraint affiliation_request_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint affiliation_request_letter_id_fkey foreign key (letter_id) references letter(id)
);
create index affiliation_request_application on affiliation_request (application_id);
create index affiliation_request_desk on affiliation_request (contractor_id, state, due_on);
create index affiliation_request_enrollee on affiliation_request (enrollee_id, asked_at);
create unique index affiliation_request_open on affiliation_request (enrollee_id, contractor_id) where (state = 'asked');

create table api_assertion (
  client_id uuid not null,
  jti text not null,
  expires_at timestamptz not null,
  constraint api_assertion_pkey primary key (client_id, jti),
  constraint api_assertion_client_id_fkey foreign key (client_id) references api_client(id)
);
create index api_assertion_expiry on api_assertion (expires_at);

create table api_client (
  id uuid not null,
  party_id text not null,
  name text not null,
  scopes jsonb not null,
  public_keys jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  keys_url text,
  constraint api_client_pkey primary key (id),
  constraint api_client_created_by_fkey foreign key (created_by) references app_user(id),
  constraint api_client_revoked_by_fkey foreign key (revoked_by) references app_user(id)
);
create index api_client_party on api_client (party_id, created_at);

create table api_key (
  id uuid not null,
  client_id uuid not null,
  prefix text not null,
  key_hash text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_pkey primary key (id),
  constraint api_key_key_hash_key unique (key_hash),
  constraint api_key_client_id_fkey foreign key (client_id) references api_client(id),
  constraint api_key_created_by_fkey foreign key (created_by) references app_user(id)
);
create index api_key_client on api_key (client_id, created_at);

create table api_request (
  client_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  sealed_body bytea not null,
  at timestamptz not null,
  constraint api_request_pkey primary key (client_id, key),
  constraint api_request_client_id_fkey foreign key (client_id) references api_client(id)
);
create index api_request_age on api_request (at);

create table api_token (
  token_hash text not null,
  client_id uuid not null,
  scopes jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint api_token_pkey primary key (token_hash),
  constraint api_token_client_id_fkey foreign key (client_id) references api_client(id)
);
create index api_token_expiry on api_token (expires_at);

create table app_user (
  id uuid not null,
  login_id text not null,
  status text not null,
  display_name text not null,
  password_hash text,
  password_changed_at timestamptz,
  password_disabled_at timestamptz,
  mfa_policy text default 'any' not null,
  created_at timestamptz not null,
  factors_locked_until timestamptz,
  constraint app_user_pkey primary key (id),
  constraint app_user_login_id_key unique (login_id),
  constraint app_user_mfa_policy_check check ((mfa_policy in ('any', 'phishing-resistant'))),
  constraint app_user_status_check check ((status in ('active', 'suspended', 'closed')))
);

create table appeal (
  id uuid not null,
  remedy text not null,
  state text not null,
  enrollment_decision_id uuid,
  application_decision_id uuid,
  enrollee_id uuid not null,
  contractor_id text not null,
  sealed_grounds bytea not null,
  file_until date not null,
  filed_on date not null,
  answer_by date not null,
  late_reason text,
  good_cause boolean,
  signer_id uuid not null,
  signer_name text not null,
  filed_at timestamptz not null,
  assigned_to uuid,
  outcome text,
  outcome_reason text,
  decided_by uuid,
  decided_at timestamptz,
  letter_id uuid,
  constraint appeal_pkey primary key (id),
  constraint appeal_check check (((enrollment_decision_id is null) <> (application_decision_id is null))),
  constraint appeal_outcome_check check ((outcome in ('upheld', 'reversed', 'dismissed'))),
  constraint appeal_remedy_check check ((remedy in ('rebuttal', 'corrective-action-plan', 'reconsideration'))),
  constraint appeal_state_check check ((state in ('filed', 'assigned', 'decided', 'withdrawn'))),
  constraint appeal_application_decision_id_fkey foreign key (application_decision_id) references decision(id),
  constraint appeal_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint appeal_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id),
  constraint appeal_enrollment_decision_id_fkey foreign key (enrollment_decision_id) references enrollment_decision(id),
  constraint appeal_letter_id_fkey foreign key (letter_id) references letter(id)
);
create index appeal_desk on appeal (contractor_id, state, answer_by);
create index appeal_enrollee on appeal (enrollee_id, filed_at);
create unique index appeal_of_application_decision on appeal (application_decision_id, remedy) where (state <> 'withdrawn');
create unique index appeal_of_enrollment_decision on appeal (enrollment_decision_id, remedy) where (state <> 'withdrawn');

create table appeal_document (
  id uuid not null,
  appeal_id uuid not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  scan_state text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  scanned_at timestamptz,
  scan_found text,
  constraint appeal_document_pkey primary key (id),
  constraint appeal_document_appeal_id_sha256_key unique (appeal_id, sha256),
  constraint appeal_document_scan_state_check check ((scan_state in ('not-scanned', 'clean', 'infected'))),
  constraint appeal_document_appeal_id_fkey foreign key (appeal_id) references appeal(id)
);

create table application (
  id uuid not null,
  form text not null,
  edition text not null,
  reason text not null,
  enrollee_id uuid not null,
  enrollment_id text,
  basis_ordinal integer,
  state text not null,
  contractor_id text not null,
  status text not null,
  status_since timestamptz not null,
  due_on date,
  tracking_number text,
  received_on date,
  assigned_to uuid,
  signer_id uuid,
  prefilled jsonb default '[]' not null,
  chosen_tasks jsonb default '[]' not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer default 1 not null,
  constraint application_pkey primary key (id),
  constraint application_tracking_number_key unique (tracking_number),
  constraint application_reason_check check ((reason in ('initial', 'change', 'revalidation', 'reactivation', 'reassignment-add', 'reassignment-change', 'reassignment-end', 'add-location', 'ownership-buyer', 'ownership-seller', 'merger', 'consolidation', 'withdrawal', 'opt-out-renewal', 'opt-out-cancellation', 'order-stop'))),
  constraint application_status_check check ((status in ('draft', 'held', 'submitted', 'in-review', 'in-development', 'recommended', 'approved', 'denied', 'rejected', 'returned', 'withdrawn'))),
  constraint application_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint application_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id),
  constraint application_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index application_enrollee on application (enrollee_id, updated_at);
create index application_queue on application (contractor_id, status, received_on, id);
create index application_worklist on application (contractor_id, status, received_on, id);

create table application_event (
  id uuid not null,
  application_id uuid not null,
  ordinal integer not null,
  event text not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  detail jsonb default '{}' not null,
  capacity text,
  acting_through text,
  audit_seq bigint,
  feed_seq bigint,
  constraint application_event_pkey primary key (id),
  constraint application_event_application_id_ordinal_key unique (application_id, ordinal),
  constraint application_event_application_id_fkey foreign key (application_id) references application(id)
);
create index application_event_unchained on application_event (at) where (audit_seq is null);
create index application_event_unnumbered on application_event (at) where (feed_seq is null);

create table audit_chain (
  name text not null,
  constraint audit_chain_pkey primary key (name)
);

create table audit_checkpoint (
  seq bigint not null,
  hash text not null,
  at timestamptz not null,
  key_id text not null,
  signature text not null,
  constraint audit_checkpoint_pkey primary key (seq)
);

create table audit_log (
  seq bigint not null,
  prev_hash text not null,
  hash text not null,
  source text not null,
  source_id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  action text not null,
  subject_id text,
  outcome text not null,
  ip text,
  user_agent text,
  detail jsonb not null,
  constraint audit_log_pkey primary key (seq),
  constraint audit_log_source_id_key unique (source_id),
  constraint audit_log_source_check check ((source in ('account', 'application', 'view', 'staff', 'decision')))
);
create index audit_log_action on audit_log (action, seq);
create index audit_log_actor on audit_log (actor_id, seq);
create index audit_log_at on audit_log (at);
create index audit_log_prev on audit_log (prev_hash);
create index audit_log_subject on audit_log (subject_id, seq);

create table auth_event (
  id uuid not null,
  at timestamptz not null,
  type text not null,
  outcome text not null,
  user_id uuid,
  actor_id text not null,
  login_id_mac text,
  session_id uuid,
  ip text not null,
  user_agent text not null,
  detail jsonb default '{}' not null,
  acting_for text,
  capacity text,
  audit_seq bigint,
  constraint auth_event_pkey primary key (id),
  constraint auth_event_outcome_check check ((outcome in ('done', 'refused')))
);
create index auth_event_unchained on auth_event (at) where (audit_seq is null);
create index auth_event_user on auth_event (user_id, at);

create table board_license (
  import_id uuid not null,
  state text not null,
  number_key text not null,
  kind text not null,
  npi text,
  standing text not null,
  expires_on date,
  detail jsonb not null,
  constraint board_license_pkey primary key (import_id, state, number_key, kind)
);

create table calendar_setting (
  user_id uuid not null,
  digest text not null,
  feed_hash text,
  feed_made_at timestamptz,
  last_digest_on date,
  constraint calendar_setting_pkey primary key (user_id),
  constraint calendar_setting_feed_hash_key unique (feed_hash),
  constraint calendar_setting_digest_check check ((digest in ('daily', 'weekly', 'off'))),
  constraint calendar_setting_user_id_fkey foreign key (user_id) references app_user(id)
);

create table case_task (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  what text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  result text,
  report jsonb default '{}' not null,
  constraint case_task_pkey primary key (id),
  constraint case_task_kind_check check ((kind in ('fee-check', 'site-visit', 'fingerprints', 'development', 'other'))),
  constraint case_task_state_check check ((state in ('open', 'done', 'cancelled'))),
  constraint case_task_application_id_fkey foreign key (application_id) references application(id)
);
create index case_task_application on case_task (application_id, opened_at);
create index case_task_owner on case_task (owner_id, due_on) where (state = 'open');

create table cleared_match (
  enrollee_id uuid not null,
  party text not null,
  source text not null,
  row_id text not null,
  row_sha256 text not null,
  reason text not null,
  cleared_by uuid not null,
  cleared_at timestamptz not null,
  constraint cleared_match_pkey primary key (enrollee_id, party, source, row_id),
  constraint cleared_match_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id)
);

create table contact (
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  value text not null,
  verified_at timestamptz not null,
  use_for_mfa boolean not null,
  notify boolean not null,
  constraint contact_pkey primary key (id),
  constraint contact_user_id_kind_value_key unique (user_id, kind, value),
  constraint contact_kind_check check ((kind in ('email', 'phone'))),
  constraint contact_user_id_fkey foreign key (user_id) references app_user(id)
);
create index contact_value on contact (kind, value);

create table contractor (
  id text not null,
  name text not null,
  time_zone text not null,
  phone text not null,
  email text not null,
  address text not null,
  constraint contractor_pkey primary key (id)
);

create table contractor_state (
  state text not null,
  contractor_id text not null,
  constraint contractor_state_pkey primary key (state),
  constraint contractor_state_contractor_id_fkey foreign key (contractor_id) references contractor(id)
);

create table counter (
  scope text not null,
  key text not null,
  fails integer not null,
  total integer not null,
  level integer not null,
  window_from timestamptz not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  reservation uuid not null,
  constraint counter_pkey primary key (scope, key)
);
create index counter_last on counter (last_at);

create table death_record (
  import_id uuid not null,
  id text not null,
  ssn_index text,
  last_key text collate "C" not null,
  first_key text collate "C" not null,
  born_on date,
  died_on date not null,
  detail jsonb not null,
  constraint death_record_pkey primary key (import_id, id)
);
create index death_record_birth on death_record (import_id, born_on);
create index death_record_name on death_record (import_id, last_key, born_on);
create index death_record_number on death_record (import_id, ssn_index);

create table decision (
  id uuid not null,
  application_id uuid not null,
  submission_ordinal integer not null,
  kind text not null,
  reasons jsonb not null,
  effective_on date,
  may_bill_from date,
  because jsonb not null,
  note text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  overturned_at timestamptz,
  constraint decision_pkey primary key (id),
  constraint decision_application_id_fkey foreign key (application_id) references application(id)
);
create unique index decision_in_force on decision (application_id, submission_ordinal) where (overturned_at is null);

create table decision_event (
  id uuid not null,
  decision_id uuid,
  appeal_id uuid,
  event text not null,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  detail jsonb default '{}' not null,
  audit_seq bigint,
  affiliation_request_id uuid,
  constraint decision_event_pkey primary key (id),
  constraint decision_event_one_subject check ((num_nonnulls(decision_id, appeal_id, affiliation_request_id) = 1)),
  constraint decision_event_affiliation_request_id_fkey foreign key (affiliation_request_id) references affiliation_request(id),
  constraint decision_event_appeal_id_fkey foreign key (appeal_id) references appeal(id),
  constraint decision_event_decision_id_fkey foreign key (decision_id) references enrollment_decision(id)
);
create index decision_event_affiliation on decision_event (affiliation_request_id, at);
create index decision_event_appeal on decision_event (appeal_id, at);
create index decision_event_decision on decision_event (decision_id, at);
create index decision_event_unchained on decision_event (at) where (audit_seq is null);

create table desk_batch (
  id uuid not null,
  contractor_id text not null,
  act text not null,
  to_id uuid,
  by_id uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  constraint desk_batch_pkey primary key (id),
  constraint desk_batch_act_check check ((act in ('assign', 'put-back'))),
  constraint desk_batch_check check (((act = 'assign') = (to_id is not null))),
  constraint desk_batch_contractor_id_fkey foreign key (contractor_id) references contractor(id)
);

create table desk_batch_row (
  batch_id uuid not null,
  application_id uuid not null,
  position integer not null,
  refused jsonb,
  before_id uuid,
  version_after integer,
  undone text,
  constraint desk_batch_row_pkey primary key (batch_id, application_id),
  constraint desk_batch_row_application_id_fkey foreign key (application_id) references application(id),
  constraint desk_batch_row_batch_id_fkey foreign key (batch_id) references desk_batch(id)
);
create index desk_batch_row_application on desk_batch_row (application_id);

create table desk_notice (
  id uuid not null,
  user_id uuid not null,
  application_id uuid not null,
  kind text not null,
  from_id uuid,
  words text not null,
  at timestamptz not null,
  seen_at timestamptz,
  constraint desk_notice_pkey primary key (id),
  constraint desk_notice_kind_check check ((kind in ('mention', 'task-given', 'task-done', 'resubmitted', 'case-given'))),
  constraint desk_notice_application_id_fkey foreign key (application_id) references application(id)
);
create index desk_notice_user on desk_notice (user_id, at);

create table desk_policy (
  topic text not null,
  key text not null,
  version integer not null,
  value jsonb not null,
  from_on date not null,
  reason text not null,
  state text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint desk_policy_pkey primary key (topic, key, version),
  constraint desk_policy_by_two check (((answered_by <> proposed_by) or (state = 'withdrawn'))),
  constraint desk_policy_state_check check ((state in ('waiting', 'in-force', 'refused', 'withdrawn'))),
  constraint desk_policy_topic_check check ((topic in ('lists', 'monitoring', 'moratoria', 'levels', 'elevations')))
);
create unique index desk_policy_waiting on desk_policy (topic, key) where (state = 'waiting');

create table development_item (
  id uuid not null,
  request_id uuid not null,
  position integer not null,
  section_id text,
  item_id text,
  question text,
  wording text not null,
  cite text not null,
  answer text,
  answered_at timestamptz,
  wording_id text,
  wording_version integer,
  constraint development_item_pkey primary key (id),
  constraint development_item_request_id_fkey foreign key (request_id) references development_request(id)
);
create index development_item_request on development_item (request_id);

create table development_request (
  id uuid not null,
  application_id uuid not null,
  ordinal integer not null,
  sent_on date not null,
  due_on date not null,
  sent_by uuid not null,
  answered_at timestamptz,
  constraint development_request_pkey primary key (id),
  constraint development_request_application_id_ordinal_key unique (application_id, ordinal),
  constraint development_request_application_id_fkey foreign key (application_id) references application(id)
);

create table development_wording (
  contractor_id text not null,
  id text not null,
  version integer not null,
  label text not null,
  words text not null,
  cite text not null,
  retired boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint development_wording_pkey primary key (contractor_id, id, version),
  constraint development_wording_contractor_id_fkey foreign key (contractor_id) references contractor(id)
);

create table device (
  id uuid not null,
  user_id uuid not null,
  token_hash text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null,
  ip text not null,
  constraint device_pkey primary key (id),
  constraint device_token_hash_key unique (token_hash),
  constraint device_user_id_fkey foreign key (user_id) references app_user(id)
);
create index device_user on device (user_id);

create table document (
  id uuid not null,
  application_id uuid not null,
  slot text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  scan_state text default 'not-scanned' not null,
  scanned_at timestamptz,
  scan_found text,
  replaces uuid,
  constraint document_pkey primary key (id),
  constraint document_scan_state_check check ((scan_state in ('not-scanned', 'clean', 'infected'))),
  constraint document_application_id_fkey foreign key (application_id) references application(id),
  constraint document_replaces_fkey foreign key (replaces) references document(id)
);
create index document_application on document (application_id);
create index document_to_scan on document (added_at) where (scan_state = 'not-scanned');

create table due_notice (
  id uuid not null,
  enrollment_id text not null,
  due_on date not null,
  stage text not null,
  user_id uuid not null,
  email text not null,
  message_key text not null,
  queued_at timestamptz not null,
  bounced_at timestamptz,
  bounce_reason text,
  opened_at timestamptz,
  delivered_at timestamptz,
  constraint due_notice_pkey primary key (id),
  constraint due_notice_message_key_key unique (message_key),
  constraint due_notice_stage_check check ((stage in ('first', 'second', 'third', 'last', 'overdue'))),
  constraint due_notice_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint due_notice_user_id_fkey foreign key (user_id) references app_user(id)
);
create index due_notice_email on due_notice (email, queued_at);
create index due_notice_enrollment on due_notice (enrollment_id, due_on);

create table enrollee (
  id uuid not null,
  kind text not null,
  npi text not null,
  display_name text not null,
  tax_id_index text,
  restricted bytea,
  practice jsonb default '{}' not null,
  created_at timestamptz not null,
  associate_id text default '' not null,
  first_name text default '' not null,
  middle_name text default '' not null,
  last_name text default '' not null,
  constraint enrollee_pkey primary key (id),
  constraint enrollee_npi_key unique (npi),
  constraint enrollee_associate_id_check check ((associate_id ~ '^([0-9]{10})?$')),
  constraint enrollee_kind_check check ((kind in ('individual', 'organization')))
);
create index enrollee_associate on enrollee (associate_id);
create index enrollee_last_name on enrollee (last_name collate "C") where (last_name <> '');
create index enrollee_tax_id on enrollee (tax_id_index);

create table enrollment (
  id text not null,
  enrollee_id uuid not null,
  form text not null,
  specialty text not null,
  state text not null,
  contractor_id text not null,
  ptan text not null,
  status text not null,
  created_at timestamptz not null,
  constraint enrollment_pkey primary key (id),
  constraint enrollment_ptan_key unique (ptan),
  constraint enrollment_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint enrollment_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id)
);
create index enrollment_enrollee on enrollment (enrollee_id);
create index enrollment_ptan on enrollment (ptan);

create table enrollment_change (
  sequence bigint generated always as identity not null,
  enrollment_id text not null,
  at timestamptz not null,
  feed_seq bigint,
  constraint enrollment_change_pkey primary key (sequence),
  constraint enrollment_change_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index enrollment_change_unnumbered on enrollment_change (sequence) where (feed_seq is null);

create table enrollment_decision (
  id uuid not null,
  enrollment_id text not null,
  kind text not null,
  state text not null,
  reasons jsonb not null,
  found text not null,
  event_on date,
  days integer,
  bar_years integer,
  undoes_id uuid,
  monitoring_case_id uuid,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  effective_on date,
  until_on date,
  because jsonb default '[]' not null,
  periods_before jsonb,
  periods_after jsonb,
  letter_id uuid,
  constraint enrollment_decision_pkey primary key (id),
  constraint enrollment_decision_state_check check ((state in ('prepared', 'issued', 'delivered', 'discarded'))),
  constraint enrollment_decision_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint enrollment_decision_letter_id_fkey foreign key (letter_id) references letter(id),
  constraint enrollment_decision_monitoring_case_id_fkey foreign key (monitoring_case_id) references monitoring_case(id),
  constraint enrollment_decision_undoes_id_fkey foreign key (undoes_id) references enrollment_decision(id)
);
create index enrollment_decision_enrollment on enrollment_decision (enrollment_id, prepared_at);
create index enrollment_decision_letter on enrollment_decision (letter_id);
create unique index enrollment_decision_prepared on enrollment_decision (enrollment_id) where (state = 'prepared');
create unique index enrollment_decision_undone on enrollment_decision (undoes_id) where (state <> 'discarded');

create table enrollment_location (
  id uuid not null,
  enrollment_id text not null,
  item_id text not null,
  name text,
  address jsonb not null,
  public boolean not null,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  constraint enrollment_location_pkey primary key (id),
  constraint enrollment_location_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index enrollment_location_enrollment on enrollment_location (enrollment_id);
create index enrollment_location_zip on enrollment_location ("left"((address ->> 'zip'), 5)) where (known_to is null);

create table enrollment_npi (
  enrollment_id text not null,
  npi text not null,
  constraint enrollment_npi_pkey primary key (enrollment_id, npi),
  constraint enrollment_npi_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

create table enrollment_official (
  id uuid not null,
  enrollment_id text not null,
  name text not null,
  title text,
  role text not null,
  from_on date not null,
  to_on date,
  constraint enrollment_official_pkey primary key (id),
  constraint enrollment_official_role_check check ((role in ('authorized-official', 'delegated-official'))),
  constraint enrollment_official_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index enrollment_official_enrollment on enrollment_official (enrollment_id);

create table enrollment_period (
  id uuid not null,
  enrollment_id text not null,
  status text not null,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  because jsonb not null,
  application_id uuid,
  constraint enrollment_period_pkey primary key (id),
  constraint enrollment_period_application_id_fkey foreign key (application_id) references application(id),
  constraint enrollment_period_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index enrollment_period_enrollment on enrollment_period (enrollment_id);

create table enrollment_specialty (
  enrollment_id text not null,
  specialty text not null,
  constraint enrollment_specialty_pkey primary key (enrollment_id, specialty),
  constraint enrollment_specialty_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

create table enrollment_version (
  enrollment_id text not null,
  ordinal integer not null,
  effective_from date not null,
  effective_to date,
  known_from timestamptz not null,
  known_to timestamptz,
  answers jsonb not null,
  restricted bytea,
  application_id uuid,
  constraint enrollment_version_pkey primary key (enrollment_id, ordinal),
  constraint enrollment_version_application_id_fkey foreign key (application_id) references application(id),
  constraint enrollment_version_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

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
  constraint exclusion_pkey primary key (import_id, id)
);
create index exclusion_birth on exclusion (import_id, born_on, first_initial);
create index exclusion_business on exclusion (import_id, business_key);
create index exclusion_name on exclusion (import_id, last_key, first_initial, born_on);
create index exclusion_npi on exclusion (import_id, npi);

create table fee (
  application_id uuid not null,
  reason text not null,
  state text not null,
  because text not null,
  cents integer,
  due_on date,
  updated_at timestamptz not null,
  constraint fee_pkey primary key (application_id, reason),
  constraint fee_state_check check ((state in ('not-due', 'pending', 'paid', 'waived', 'refunded'))),
  constraint fee_application_id_fkey foreign key (application_id) references application(id)
);

create table fee_amount (
  year integer not null,
  cents integer,
  cite text not null,
  constraint fee_amount_pkey primary key (year),
  constraint fee_amount_cents_check check ((cents > 0))
);

create table fee_hardship (
  id uuid not null,
  application_id uuid not null,
  reason text not null,
  explanation text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decide_by date not null,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  note text,
  constraint fee_hardship_pkey primary key (id),
  constraint fee_hardship_application_id_reason_fkey foreign key (application_id, reason) references fee(application_id, reason)
);
create unique index fee_hardship_open on fee_hardship (application_id, reason) where (decided_at is null);

create table fee_payment (
  id uuid not null,
  application_id uuid not null,
  reason text not null,
  nonce text not null,
  cents integer not null,
  status text not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  provider_reference text,
  receipt_number text,
  constraint fee_payment_pkey primary key (id),
  constraint fee_payment_nonce_key unique (nonce),
  constraint fee_payment_provider_reference_key unique (provider_reference),
  constraint fee_payment_receipt_number_key unique (receipt_number),
  constraint fee_payment_cents_check check ((cents > 0)),
  constraint fee_payment_status_check check ((status in ('begun', 'paid', 'failed', 'cancelled', 'expired', 'late', 'charged-back', 'refunded'))),
  constraint fee_payment_application_id_reason_fkey foreign key (application_id, reason) references fee(application_id, reason)
);
create index fee_payment_fee on fee_payment (application_id, reason);
create unique index fee_payment_made on fee_payment (application_id, reason) where (status = 'paid');
create unique index fee_payment_under_way on fee_payment (application_id, reason) where (status = 'begun');

create table fee_refund (
  payment_id uuid not null,
  rule text not null,
  asked_by uuid,
  asked_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  note text,
  constraint fee_refund_pkey primary key (payment_id),
  constraint fee_refund_payment_id_fkey foreign key (payment_id) references fee_payment(id)
);

create table feed_event (
  seq bigint not null,
  id text not null,
  kind text not null,
  type text not null,
  enrollee_id uuid not null,
  subject_id text not null,
  at timestamptz not null,
  constraint feed_event_pkey primary key (seq),
  constraint feed_event_id_key unique (id),
  constraint feed_event_kind_check check ((kind in ('application', 'enrollment'))),
  constraint feed_event_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id)
);
create index feed_event_enrollee on feed_event (enrollee_id, seq);
create index feed_event_public on feed_event (seq) where (kind = 'enrollment');

create table feed_head (
  name text not null,
  constraint feed_head_pkey primary key (name)
);

create table fhir_export (
  id uuid not null,
  asked_at timestamptz not null,
  request text not null,
  types jsonb not null,
  since timestamptz,
  counts jsonb not null,
  finished_at timestamptz,
  canceled_at timestamptz,
  constraint fhir_export_pkey primary key (id)
);
create index fhir_export_asked on fhir_export (asked_at);

create table fhir_index (
  type text collate "C" not null,
  param text collate "C" not null,
  value text collate "C" not null,
  detail text collate "C" not null,
  id text collate "C" not null,
  constraint fhir_index_pkey primary key (type, param, value, detail, id)
);
create index fhir_index_resource on fhir_index (type, id, param);

create table fhir_publication (
  name text not null,
  state jsonb not null,
  constraint fhir_publication_pkey primary key (name)
);

create table fhir_resource (
  type text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  updated_at timestamptz not null,
  deleted boolean default false not null,
  content jsonb not null,
  npi text,
  enrollment_id text,
  payee text,
  from_on date,
  to_on date,
  in_force boolean not null,
  constraint fhir_resource_pkey primary key (type, id)
);
create index fhir_resource_npi on fhir_resource (npi);
create index fhir_resource_updated on fhir_resource (type, updated_at, id);

create table field_choice (
  application_id uuid not null,
  record_ordinal integer not null,
  section_id text not null,
  item_id text not null,
  question text not null,
  keep text not null,
  because text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  constraint field_choice_pkey primary key (application_id, record_ordinal, section_id, item_id, question),
  constraint field_choice_keep_check check ((keep in ('record', 'mine'))),
  constraint field_choice_application_id_fkey foreign key (application_id) references application(id)
);

create table filed_party (
  application_id uuid not null,
  submission_ordinal integer not null,
  party text not null,
  kind text not null,
  digest text not null,
  constraint filed_party_pkey primary key (application_id, submission_ordinal, party, kind, digest),
  constraint filed_party_kind_check check ((kind in ('tax-id', 'npi', 'person', 'organization'))),
  constraint filed_party_application_id_submission_ordinal_fkey foreign key (application_id, submission_ordinal) references submission(application_id, ordinal)
);
create index filed_party_digest on filed_party (digest);

create table filed_party_index (
  application_id uuid not null,
  submission_ordinal integer not null,
  constraint filed_party_index_pkey primary key (application_id, submission_ordinal),
  constraint filed_party_index_application_id_submission_ordinal_fkey foreign key (application_id, submission_ordinal) references submission(application_id, ordinal)
);

create table flow (
  token_hash text not null,
  kind text not null,
  user_id uuid,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint flow_pkey primary key (token_hash),
  constraint flow_user_id_fkey foreign key (user_id) references app_user(id)
);
create index flow_expiry on flow (expires_at);
create index flow_user on flow (user_id);

create table form_edition (
  form text not null,
  edition text not null,
  in_force_on date not null,
  accepted_until date,
  cite text not null,
  constraint form_edition_pkey primary key (form, edition)
);

create table former_password (
  id uuid not null,
  user_id uuid not null,
  password_hash text not null,
  replaced_at timestamptz not null,
  constraint former_password_pkey primary key (id),
  constraint former_password_user_id_fkey foreign key (user_id) references app_user(id)
);
create index former_password_user on former_password (user_id, replaced_at);

create table help_ticket (
  id uuid not null,
  number bigint generated always as identity not null,
  user_id uuid,
  name text not null,
  email text not null,
  topic text not null,
  application_id uuid,
  context jsonb default '{}' not null,
  status text not null,
  assigned_to uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint help_ticket_pkey primary key (id),
  constraint help_ticket_number_key unique (number),
  constraint help_ticket_status_check check ((status in ('new', 'taken', 'answered', 'closed'))),
  constraint help_ticket_application_id_fkey foreign key (application_id) references application(id),
  constraint help_ticket_assigned_to_fkey foreign key (assigned_to) references app_user(id),
  constraint help_ticket_user_id_fkey foreign key (user_id) references app_user(id)
);
create index help_ticket_queue on help_ticket (status, changed_at);
create index help_ticket_user on help_ticket (user_id);

create table help_ticket_entry (
  id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  kind text not null,
  author_id uuid,
  body text not null,
  constraint help_ticket_entry_pkey primary key (id),
  constraint help_ticket_entry_kind_check check ((kind in ('asked', 'answered', 'noted', 'closed'))),
  constraint help_ticket_entry_author_id_fkey foreign key (author_id) references app_user(id),
  constraint help_ticket_entry_ticket_id_fkey foreign key (ticket_id) references help_ticket(id)
);
create index help_ticket_entry_ticket on help_ticket_entry (ticket_id, at);

create table imported_enrollment (
  enrollment_id text not null,
  imported_at timestamptz not null,
  constraint imported_enrollment_pkey primary key (enrollment_id),
  constraint imported_enrollment_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

create table invitation (
  id uuid not null,
  party_id text not null,
  role text not null,
  functions jsonb,
  email text not null,
  name text not null,
  token_hash text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  cancelled_at timestamptz,
  constraint invitation_pkey primary key (id),
  constraint invitation_token_hash_key unique (token_hash),
  constraint invitation_accepted_by_fkey foreign key (accepted_by) references app_user(id),
  constraint invitation_invited_by_fkey foreign key (invited_by) references app_user(id)
);
create index invitation_party on invitation (party_id, invited_at);

create table last_billed (
  import_id uuid not null,
  npi text not null,
  ptan text not null,
  last_claim_on date not null,
  as_of date not null,
  covers_from date not null,
  constraint last_billed_pkey primary key (import_id, npi, ptan)
);
create index last_billed_as_of on last_billed (import_id, as_of);
create index last_billed_from on last_billed (import_id, covers_from);
create index last_billed_ptan on last_billed (import_id, ptan);

create table letter (
  id uuid not null,
  application_id uuid,
  enrollee_id uuid not null,
  contractor_id text not null,
  kind text not null,
  title text not null,
  sealed_body bytea not null,
  sealed_pdf bytea not null,
  pdf_sha256 text not null,
  issued_at timestamptz not null,
  first_read_at timestamptz,
  dedupe_key text not null,
  enrollment_id text,
  wording_version integer,
  delivered_at timestamptz,
  wording_kind text,
  constraint letter_pkey primary key (id),
  constraint letter_dedupe_key_key unique (dedupe_key),
  constraint letter_application_id_fkey foreign key (application_id) references application(id),
  constraint letter_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint letter_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id),
  constraint letter_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index letter_enrollee on letter (enrollee_id, issued_at);
create index letter_undelivered on letter (issued_at) where (delivered_at is null);
create index letter_wording_used on letter (wording_kind, wording_version) where (wording_version is not null);

create table letter_wording (
  kind text not null,
  version integer not null,
  wording jsonb not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  state text not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint letter_wording_pkey primary key (kind, version),
  constraint letter_wording_by_two check (((answered_by <> changed_by) or (state = 'withdrawn'))),
  constraint letter_wording_state_check check ((state in ('waiting', 'in-force', 'refused', 'withdrawn')))
);
create unique index letter_wording_waiting on letter_wording (kind) where (state = 'waiting');

create table level_exception (
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  ground text not null,
  relied_on date,
  reason text not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint level_exception_pkey primary key (id),
  constraint level_exception_check check (((state = 'asked') = (answered_at is null))),
  constraint level_exception_check1 check ((answered_by <> asked_by)),
  constraint level_exception_kind_check check ((kind in ('site-visit', 'fingerprints'))),
  constraint level_exception_state_check check ((state in ('asked', 'granted', 'refused'))),
  constraint level_exception_application_id_fkey foreign key (application_id) references application(id)
);
create index level_exception_application on level_exception (application_id, asked_at);
create unique index level_exception_asked on level_exception (application_id, kind) where (state = 'asked');

create table list_change (
  import_id uuid not null,
  row_id text not null,
  constraint list_change_pkey primary key (import_id, row_id)
);

create table lost_factors (
  id uuid not null,
  user_id uuid not null,
  status text not null,
  reason text not null,
  answers jsonb not null,
  resets_password boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  opens_at timestamptz,
  ended_at timestamptz,
  constraint lost_factors_pkey primary key (id),
  constraint lost_factors_status_check check ((status in ('asked', 'waiting', 'open', 'done', 'refused', 'canceled'))),
  constraint lost_factors_asked_by_fkey foreign key (asked_by) references app_user(id),
  constraint lost_factors_confirmed_by_fkey foreign key (confirmed_by) references app_user(id),
  constraint lost_factors_user_id_fkey foreign key (user_id) references app_user(id)
);
create unique index lost_factors_one_open on lost_factors (user_id) where (status in ('asked', 'waiting', 'open'));
create index lost_factors_user on lost_factors (user_id, asked_at);
create index lost_factors_waiting on lost_factors (opens_at) where (status = 'waiting');

create table mail_report (
  id text not null,
  kind text not null,
  email text not null,
  message_id text,
  reason text,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  notices integer not null,
  constraint mail_report_pkey primary key (id),
  constraint mail_report_kind_check check ((kind in ('delivered', 'bounced', 'complained')))
);
create index mail_report_email on mail_report (email, happened_at);

create table mail_text (
  id uuid not null,
  kind text not null,
  contractor_id text,
  version integer not null,
  subject text not null,
  body text not null,
  from_on date not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint mail_text_pkey primary key (id),
  constraint mail_text_version unique nulls not distinct (kind, contractor_id, version),
  constraint mail_text_by_two check (((answered_by <> proposed_by) or (state = 'withdrawn'))),
  constraint mail_text_state_check check ((state in ('waiting', 'in-force', 'refused', 'withdrawn'))),
  constraint mail_text_contractor_id_fkey foreign key (contractor_id) references contractor(id)
);
create index mail_text_contractor on mail_text (contractor_id);
create unique index mail_text_waiting on mail_text (kind, contractor_id) nulls not distinct where (state = 'waiting');

create table membership (
  id uuid not null,
  user_id uuid not null,
  role text not null,
  party_id text not null,
  status text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  functions jsonb,
  title text,
  added_by uuid,
  ended_by uuid,
  constraint membership_pkey primary key (id),
  constraint membership_status_check check ((status in ('active', 'ended'))),
  constraint membership_user_id_fkey foreign key (user_id) references app_user(id)
);
create index membership_party on membership (party_id);
create index membership_user on membership (user_id);

create table message (
  id uuid not null,
  channel text not null,
  recipient text not null,
  template text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  attempts integer default 0 not null,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text,
  dedupe_key text not null,
  text_id uuid,
  constraint message_pkey primary key (id),
  constraint message_dedupe_key_key unique (dedupe_key),
  constraint message_channel_check check ((channel in ('email', 'sms', 'voice'))),
  constraint message_text_id_fkey foreign key (text_id) references mail_text(id)
);
create index message_text on message (text_id) where (text_id is not null);
create index message_waiting on message (next_try_at) where ((sent_at is null) and (failed_at is null));

create table monitoring_case (
  id uuid not null,
  enrollment_id text not null,
  contractor_id text not null,
  party text not null,
  party_name text not null,
  kind text not null,
  source text not null,
  row_id text not null,
  row_sha256 text not null,
  outcome text not null,
  evidence jsonb not null,
  evidence_sha256 text not null,
  source_as_of date not null,
  opened_at timestamptz not null,
  run_id uuid,
  disposition text,
  disposition_reason text,
  disposed_by uuid,
  disposed_at timestamptz,
  constraint monitoring_case_pkey primary key (id),
  constraint monitoring_case_enrollment_id_party_source_row_id_row_sha25_key unique (enrollment_id, party, source, row_id, row_sha256),
  constraint monitoring_case_outcome_check check ((outcome in ('possible', 'match'))),
  constraint monitoring_case_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint monitoring_case_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint monitoring_case_run_id_fkey foreign key (run_id) references monitoring_run(id)
);
create index monitoring_case_enrollment on monitoring_case (enrollment_id);
create index monitoring_case_open on monitoring_case (contractor_id, opened_at, id) where (disposed_at is null);

create table monitoring_run (
  id uuid not null,
  source text not null,
  import_id uuid not null,
  pass text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  after_enrollment text default '' not null,
  enrollments integer default 0 not null,
  parties integer default 0 not null,
  opened integer default 0 not null,
  constraint monitoring_run_pkey primary key (id),
  constraint monitoring_run_source_import_id_pass_key unique (source, import_id, pass)
);

create table official_claim (
  id uuid not null,
  user_id uuid not null,
  organization_id text not null,
  npi text,
  role text not null,
  title text not null,
  succession text not null,
  explanation text not null,
  contractor_id text,
  document_name text,
  document_media_type text,
  document_sha256 text,
  document_stored_as text,
  named_on text,
  made_at timestamptz not null,
  disputed_at timestamptz,
  disputed_by uuid,
  dispute text,
  decided_at timestamptz,
  decided_by uuid,
  outcome text,
  reason text,
  scan_state text default 'not-scanned' not null,
  scanned_at timestamptz,
  scan_found text,
  constraint official_claim_pkey primary key (id),
  constraint official_claim_outcome_check check ((outcome in ('approved', 'denied'))),
  constraint official_claim_role_check check ((role in ('authorized-official', 'access-manager'))),
  constraint official_claim_scan_state_check check ((scan_state in ('not-scanned', 'clean', 'infected'))),
  constraint official_claim_succession_check check ((succession in ('first', 'joins', 'replaces'))),
  constraint official_claim_contractor_id_fkey foreign key (contractor_id) references contractor(id),
  constraint official_claim_decided_by_fkey foreign key (decided_by) references app_user(id),
  constraint official_claim_disputed_by_fkey foreign key (disputed_by) references app_user(id),
  constraint official_claim_organization_id_fkey foreign key (organization_id) references organization(id),
  constraint official_claim_user_id_fkey foreign key (user_id) references app_user(id)
);
create index official_claim_open on official_claim (made_at) where (decided_at is null);
create index official_claim_organization on official_claim (organization_id);
create index official_claim_user on official_claim (user_id);

create table opt_out_listing (
  enrollment_id text not null,
  specialty text not null,
  until_on date not null,
  line1 text not null,
  line2 text not null,
  city text not null,
  state text not null,
  zip text not null,
  may_order boolean not null,
  updated_on date,
  constraint opt_out_listing_pkey primary key (enrollment_id),
  constraint opt_out_listing_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

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
  constraint order_referring_pkey primary key (import_id, npi)
);
create index order_referring_name on order_referring (import_id, upper(translate(last_name, '-''.', ' ')) collate "C");

create table organization (
  id text not null,
  kind text not null,
  name text not null,
  tax_id_index text not null,
  restricted bytea not null,
  created_at timestamptz not null,
  constraint organization_pkey primary key (id),
  constraint organization_tax_id_index_key unique (tax_id_index),
  constraint organization_kind_check check ((kind in ('provider', 'surrogate')))
);

create table organization_enrollee (
  enrollee_id uuid not null,
  organization_id text not null,
  since timestamptz not null,
  constraint organization_enrollee_pkey primary key (enrollee_id),
  constraint organization_enrollee_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id),
  constraint organization_enrollee_organization_id_fkey foreign key (organization_id) references organization(id)
);
create index organization_enrollee_organization on organization_enrollee (organization_id);

create table otp (
  flow_hash text not null,
  code_mac text not null,
  attempts_left integer not null,
  expires_at timestamptz not null,
  constraint otp_pkey primary key (flow_hash),
  constraint otp_flow_hash_fkey foreign key (flow_hash) references flow(token_hash) on delete cascade
);

create table owners_file (
  facility text not null,
  file_name text not null,
  sha256 text not null,
  rows integer not null,
  quarantined integer not null,
  loaded_at timestamptz not null,
  constraint owners_file_pkey primary key (facility)
);

create table ownership_interest (
  id uuid not null,
  enrollment_id text not null,
  owner_id uuid not null,
  owned_id uuid not null,
  role text not null,
  millionths integer,
  since date,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  application_id uuid,
  constraint ownership_interest_pkey primary key (id),
  constraint ownership_interest_application_id_fkey foreign key (application_id) references application(id),
  constraint ownership_interest_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint ownership_interest_owned_id_fkey foreign key (owned_id) references ownership_party(id),
  constraint ownership_interest_owner_id_fkey foreign key (owner_id) references ownership_party(id)
);
create index ownership_interest_enrollment on ownership_interest (enrollment_id) where (known_to is null);
create index ownership_interest_owned on ownership_interest (owned_id) where (known_to is null);
create index ownership_interest_owner on ownership_interest (owner_id) where (known_to is null);

create table ownership_party (
  id uuid not null,
  kind text not null,
  name text not null,
  name_key text not null,
  tax_id_index text,
  named_by text,
  kinds jsonb not null,
  address text,
  address_key text,
  title text,
  created_at timestamptz not null,
  constraint ownership_party_pkey primary key (id),
  constraint ownership_party_tax_id_index_key unique (tax_id_index),
  constraint ownership_party_kind_check check ((kind in ('person', 'organization'))),
  constraint ownership_party_named_by_fkey foreign key (named_by) references enrollment(id)
);
create index ownership_party_address on ownership_party (address_key) where (address_key is not null);
create index ownership_party_name on ownership_party (name_key);
create unique index ownership_party_named on ownership_party (named_by, name_key, kind) where (tax_id_index is null);

create table ownership_root (
  enrollment_id text not null,
  party_id uuid not null,
  constraint ownership_root_pkey primary key (enrollment_id),
  constraint ownership_root_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id),
  constraint ownership_root_party_id_fkey foreign key (party_id) references ownership_party(id)
);
create index ownership_root_party on ownership_root (party_id);

create table ownership_transfer (
  id uuid not null,
  seller_enrollment_id text not null,
  buyer_enrollee_id uuid not null,
  buyer_application_id uuid not null,
  sale_on date not null,
  agreement text not null,
  majority_finding text not null,
  majority_exception text,
  named_by uuid not null,
  named_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  said text,
  constraint ownership_transfer_pkey primary key (id),
  constraint ownership_transfer_buyer_application_id_key unique (buyer_application_id),
  constraint ownership_transfer_agreement_check check ((agreement in ('accepted', 'refused'))),
  constraint ownership_transfer_answer_check check ((answer in ('confirmed', 'disputed'))),
  constraint ownership_transfer_check check (((answer is null) = (answered_at is null))),
  constraint ownership_transfer_answered_by_fkey foreign key (answered_by) references app_user(id),
  constraint ownership_transfer_buyer_application_id_fkey foreign key (buyer_application_id) references application(id),
  constraint ownership_transfer_buyer_enrollee_id_fkey foreign key (buyer_enrollee_id) references enrollee(id),
  constraint ownership_transfer_named_by_fkey foreign key (named_by) references app_user(id),
  constraint ownership_transfer_seller_enrollment_id_fkey foreign key (seller_enrollment_id) references enrollment(id)
);
create index ownership_transfer_seller on ownership_transfer (seller_enrollment_id, named_at);

create table packet (
  id uuid not null,
  situation text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint packet_pkey primary key (id)
);

create table packet_application (
  application_id uuid not null,
  packet_id uuid not null,
  position integer not null,
  constraint packet_application_pkey primary key (application_id),
  constraint packet_application_packet_id_position_key unique (packet_id, "position"),
  constraint packet_application_application_id_fkey foreign key (application_id) references application(id),
  constraint packet_application_packet_id_fkey foreign key (packet_id) references packet(id)
);

create table packet_signature (
  id uuid not null,
  packet_id uuid not null,
  application_id uuid not null,
  signer_id uuid not null,
  signer_name text not null,
  sha256 text not null,
  application_version integer not null,
  signed_at timestamptz not null,
  idempotency_key text not null,
  voided_at timestamptz,
  sent_at timestamptz,
  constraint packet_signature_pkey primary key (id),
  constraint packet_signature_application_id_idempotency_key_key unique (application_id, idempotency_key),
  constraint packet_signature_application_id_fkey foreign key (application_id) references application(id),
  constraint packet_signature_packet_id_fkey foreign key (packet_id) references packet(id),
  constraint packet_signature_signer_id_fkey foreign key (signer_id) references app_user(id)
);
create unique index packet_signature_kept on packet_signature (application_id) where ((voided_at is null) and (sent_at is null));
create index packet_signature_packet on packet_signature (packet_id);

create table passkey (
  id uuid not null,
  user_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports jsonb not null,
  device_type text not null,
  backed_up boolean not null,
  rp_id text not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  suspect_at timestamptz,
  constraint passkey_pkey primary key (id),
  constraint passkey_credential_id_key unique (credential_id),
  constraint passkey_device_type_check check ((device_type in ('single-device', 'multi-device'))),
  constraint passkey_user_id_fkey foreign key (user_id) references app_user(id)
);
create index passkey_user on passkey (user_id);

create table preflight_note (
  application_id uuid not null,
  finding_id text not null,
  explanation text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  constraint preflight_note_pkey primary key (application_id, finding_id),
  constraint preflight_note_application_id_fkey foreign key (application_id) references application(id)
);

create table provider_type (
  import_id uuid not null,
  code text not null,
  family text not null,
  name text not null,
  specialty_code text,
  specialty_name text,
  constraint provider_type_pkey primary key (import_id, code)
);

create table provider_type_text (
  code text not null,
  text text not null,
  constraint provider_type_text_pkey primary key (code)
);

create table public_file (
  publication_id uuid not null,
  name text not null,
  kind text not null,
  rows bigint not null,
  bytes bigint not null,
  sha256 text not null,
  position integer not null,
  constraint public_file_pkey primary key (publication_id, name),
  constraint public_file_publication_id_fkey foreign key (publication_id) references publication(id)
);

create table public_file_piece (
  publication_id uuid not null,
  name text not null,
  ordinal integer not null,
  content bytea not null,
  constraint public_file_piece_pkey primary key (publication_id, name, ordinal),
  constraint public_file_piece_publication_id_fkey foreign key (publication_id) references publication(id)
);

create table publication (
  id uuid not null,
  as_of date not null,
  version integer not null,
  made_at timestamptz not null,
  constraint publication_pkey primary key (id),
  constraint publication_as_of_version_key unique (as_of, version)
);

create table published_interest (
  facility text not null,
  line integer not null,
  enrollment_id text not null,
  associate_id text not null,
  organization text not null,
  owner_associate_id text not null,
  owner_kind text not null,
  owner_name text not null,
  role_code text not null,
  role_text text not null,
  role text,
  millionths integer,
  since date,
  kinds jsonb not null,
  detail jsonb,
  constraint published_interest_pkey primary key (facility, line),
  constraint published_interest_owner_kind_check check ((owner_kind in ('person', 'organization'))),
  constraint published_interest_facility_fkey foreign key (facility) references owners_file(facility)
);
create index published_interest_enrollment on published_interest (enrollment_id);
create index published_interest_owner on published_interest (owner_associate_id);

create table quarantined_row (
  import_id uuid not null,
  line bigint not null,
  column_name text not null,
  reason text not null,
  excerpt text not null,
  constraint quarantined_row_pkey primary key (import_id, line),
  constraint quarantined_row_import_id_fkey foreign key (import_id) references source_import(id)
);

create table re_enrollment_bar (
  decision_id uuid not null,
  enrollee_id uuid not null,
  from_on date not null,
  until_on date not null,
  lifted_at timestamptz,
  constraint re_enrollment_bar_pkey primary key (decision_id),
  constraint re_enrollment_bar_decision_id_fkey foreign key (decision_id) references enrollment_decision(id),
  constraint re_enrollment_bar_enrollee_id_fkey foreign key (enrollee_id) references enrollee(id)
);
create index re_enrollment_bar_enrollee on re_enrollment_bar (enrollee_id);

create table reassignment (
  id uuid not null,
  from_enrollment_id text,
  to_enrollment_id text,
  to_npi text,
  to_name text,
  from_on date not null,
  to_on date,
  known_from timestamptz not null,
  known_to timestamptz,
  handshake_id uuid,
  constraint reassignment_pkey primary key (id),
  constraint reassignment_from_enrollment_id_fkey foreign key (from_enrollment_id) references enrollment(id),
  constraint reassignment_handshake_id_fkey foreign key (handshake_id) references reassignment_handshake(id),
  constraint reassignment_to_enrollment_id_fkey foreign key (to_enrollment_id) references enrollment(id)
);
create index reassignment_from on reassignment (from_enrollment_id);
create index reassignment_to on reassignment (to_enrollment_id);

create table reassignment_batch (
  id uuid not null,
  to_enrollment_id text,
  file_name text not null,
  starts_on date not null,
  answers jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  to_enrollee_id uuid,
  constraint reassignment_batch_pkey primary key (id),
  constraint reassignment_batch_check check ((num_nonnulls(to_enrollment_id, to_enrollee_id) = 1)),
  constraint reassignment_batch_made_by_fkey foreign key (made_by) references app_user(id),
  constraint reassignment_batch_to_enrollee_id_fkey foreign key (to_enrollee_id) references enrollee(id),
  constraint reassignment_batch_to_enrollment_id_fkey foreign key (to_enrollment_id) references enrollment(id)
);
create index reassignment_batch_enrollee on reassignment_batch (to_enrollee_id, made_at);
create index reassignment_batch_enrollment on reassignment_batch (to_enrollment_id, made_at);

create table reassignment_handshake (
  id uuid not null,
  from_enrollee_id uuid not null,
  from_enrollment_id text,
  application_id uuid,
  to_enrollee_id uuid not null,
  to_enrollment_id text,
  origin text not null,
  batch_id uuid,
  starts_on date not null,
  terms_sha256 text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  reminded_at timestamptz,
  practitioner_signed_at timestamptz,
  practitioner_signed_by uuid,
  practitioner_signed_name text,
  group_signed_at timestamptz,
  group_signed_by uuid,
  group_signed_name text,
  refused_at timestamptz,
  refused_by uuid,
  refused_side text,
  refusal text,
  held_because jsonb default '[]' not null,
  accepted_at timestamptz,
  accepted_by uuid,
  effective_on date,
  because jsonb default '[]' not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_side text,
  end_reason text,
  ends_on date,
  expired_at timestamptz,
  last_call_at timestamptz,
  constraint reassignment_handshake_pkey primary key (id),
  constraint reassignment_handshake_check check (((accepted_at is null) = (effective_on is null))),
  constraint reassignment_handshake_check1 check (((ended_at is null) = (ends_on is null))),
  constraint reassignment_handshake_check2 check (((refused_at is null) or (accepted_at is null))),
  constraint reassignment_handshake_check3 check (((from_enrollment_id is not null) or (application_id is not null))),
  constraint reassignment_handshake_ended_side_check check ((ended_side in ('practitioner', 'group'))),
  constraint reassignment_handshake_origin_check check ((origin in ('practitioner', 'group', 'record'))),
  constraint reassignment_handshake_refused_side_check check ((refused_side in ('practitioner', 'group', 'contractor'))),
  constraint reassignment_handshake_accepted_by_fkey foreign key (accepted_by) references app_user(id),
  constraint reassignment_handshake_application_id_fkey foreign key (application_id) references application(id),
  constraint reassignment_handshake_batch_id_fkey foreign key (batch_id) references reassignment_batch(id),
  constraint reassignment_handshake_ended_by_fkey foreign key (ended_by) references app_user(id),
  constraint reassignment_handshake_from_enrollee_id_fkey foreign key (from_enrollee_id) references enrollee(id),
  constraint reassignment_handshake_from_enrollment_id_fkey foreign key (from_enrollment_id) references enrollment(id),
  constraint reassignment_handshake_group_signed_by_fkey foreign key (group_signed_by) references app_user(id),
  constraint reassignment_handshake_practitioner_signed_by_fkey foreign key (practitioner_signed_by) references app_user(id),
  constraint reassignment_handshake_proposed_by_fkey foreign key (proposed_by) references app_user(id),
  constraint reassignment_handshake_refused_by_fkey foreign key (refused_by) references app_user(id),
  constraint reassignment_handshake_to_enrollee_id_fkey foreign key (to_enrollee_id) references enrollee(id),
  constraint reassignment_handshake_to_enrollment_id_fkey foreign key (to_enrollment_id) references enrollment(id)
);
create index reassignment_handshake_application on reassignment_handshake (application_id);
create index reassignment_handshake_from on reassignment_handshake (from_enrollee_id);
create unique index reassignment_handshake_open on reassignment_handshake (from_enrollee_id, coalesce(from_enrollment_id, (application_id)::text), coalesce(to_enrollment_id, (to_enrollee_id)::text)) where ((refused_at is null) and (ended_at is null) and (expired_at is null));
create index reassignment_handshake_to on reassignment_handshake (to_enrollment_id);

create table recovery_code (
  id uuid not null,
  user_id uuid not null,
  code_mac text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (id),
  constraint recovery_code_code_mac_key unique (code_mac),
  constraint recovery_code_user_id_fkey foreign key (user_id) references app_user(id)
);
create index recovery_code_user on recovery_code (user_id);

create table recovery_request (
  id uuid not null,
  kind text not null,
  sealed bytea not null,
  flow_hash text,
  ip text not null,
  requested_at timestamptz not null,
  handled_at timestamptz,
  constraint recovery_request_pkey primary key (id),
  constraint recovery_request_kind_check check ((kind in ('password-link', 'password-code', 'user-id', 'unlock')))
);
create index recovery_request_waiting on recovery_request (requested_at) where (handled_at is null);

create table registry_endpoint (
  import_id uuid not null,
  npi text not null,
  id text not null,
  detail jsonb not null,
  position bigint generated always as identity not null,
  constraint registry_endpoint_pkey primary key (import_id, npi, id)
);

create table registry_increment_npi (
  import_id uuid not null,
  npi text not null,
  constraint registry_increment_npi_pkey primary key (import_id, npi)
);

create table registry_location (
  import_id uuid not null,
  npi text not null,
  id text not null,
  state text not null,
  city_key text collate "C" not null,
  zip text collate "C" not null,
  country text not null,
  detail jsonb not null,
  position bigint generated always as identity not null,
  constraint registry_location_pkey primary key (import_id, npi, id)
);
create index registry_location_city on registry_location (import_id, city_key, state, npi);
create index registry_location_country on registry_location (import_id, country, state, npi);
create index registry_location_zip on registry_location (import_id, zip, npi);

create table registry_near_word (
  import_id uuid not null,
  near text collate "C" not null,
  word text collate "C" not null,
  constraint registry_near_word_pkey primary key (import_id, near, word)
) partition by list (import_id);

create table registry_other_name (
  import_id uuid not null,
  npi text not null,
  id text not null,
  name_key text collate "C" not null,
  name text not null,
  kind text not null,
  position bigint generated always as identity not null,
  constraint registry_other_name_pkey primary key (import_id, npi, id)
);
create index registry_other_name_key on registry_other_name (import_id, name_key, npi);

create table registry_provider (
  import_id uuid not null,
  npi text not null,
  entity_type smallint,
  name_key text collate "C" not null,
  first_key text collate "C" not null,
  state text not null,
  city_key text collate "C" not null,
  deactivated_on date,
  reactivated_on date,
  detail jsonb not null,
  constraint registry_provider_pkey primary key (import_id, npi)
) partition by list (import_id);
create index registry_provider_name on registry_provider (import_id, name_key, first_key, npi);
create index registry_provider_place on registry_provider (import_id, state, city_key, name_key);

create table registry_search (
  import_id uuid not null,
  npi text not null,
  terms tsvector not null,
  constraint registry_search_pkey primary key (import_id, npi)
) partition by list (import_id);
create index registry_search_terms on registry_search using gin (terms);

create table registry_sounded (
  import_id uuid not null,
  through text collate "C" not null,
  done boolean not null,
  constraint registry_sounded_pkey primary key (import_id)
);

create table reportable_change (
  id uuid not null,
  enrollment_id text not null,
  event text not null,
  happened_on date not null,
  due_on date not null,
  cite text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  reported_at timestamptz,
  constraint reportable_change_pkey primary key (id),
  constraint reportable_change_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index reportable_change_enrollment on reportable_change (enrollment_id, due_on);

create table revalidation_date (
  id uuid not null,
  enrollment_id text not null,
  due_on date not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint revalidation_date_pkey primary key (id),
  constraint revalidation_date_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);
create index revalidation_date_enrollment on revalidation_date (enrollment_id, set_at);

create table revocation_listing (
  enrollment_id text not null,
  reason text not null,
  type_text text not null,
  effective_on date not null,
  bar_until date,
  constraint revocation_listing_pkey primary key (enrollment_id),
  constraint revocation_listing_enrollment_id_fkey foreign key (enrollment_id) references enrollment(id)
);

create table roster (
  id uuid not null,
  owner_id uuid,
  name text not null,
  rows integer not null,
  answers text not null,
  created_at timestamptz not null,
  checked_at timestamptz not null,
  party_id text,
  constraint roster_pkey primary key (id),
  constraint roster_somebodys check (((owner_id is not null) or (party_id is not null)))
);
create index roster_owner on roster (owner_id, created_at);
create index roster_party on roster (party_id, created_at);

create table roster_change (
  id uuid not null,
  roster_id uuid not null,
  noticed_at timestamptz not null,
  npi text not null,
  field text not null,
  was text not null,
  is_now text not null,
  constraint roster_change_pkey primary key (id),
  constraint roster_change_roster_id_fkey foreign key (roster_id) references roster(id) on delete cascade
);
create index roster_change_roster on roster_change (roster_id, noticed_at);

create table roster_look (
  roster_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz not null,
  since timestamptz,
  constraint roster_look_pkey primary key (roster_id, user_id),
  constraint roster_look_roster_id_fkey foreign key (roster_id) references roster(id) on delete cascade,
  constraint roster_look_user_id_fkey foreign key (user_id) references app_user(id)
);

create table saved_view (
  id uuid not null,
  contractor_id text not null,
  owner_id uuid not null,
  name text not null,
  query jsonb not null,
  shared boolean not null,
  created_at timestamptz not null,
  constraint saved_view_pkey primary key (id),
  constraint saved_view_owner_id_name_key unique (owner_id, name),
  constraint saved_view_contractor_id_fkey foreign key (contractor_id) references contractor(id)
);
create index saved_view_contractor on saved_view (contractor_id);

create table screening_check (
  id uuid not null,
  application_id uuid not null,
  submission_ordinal integer not null,
  check_id text not null,
  subject text not null,
  outcome text not null,
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
  superseded_at timestamptz,
  constraint screening_check_pkey primary key (id),
  constraint screening_check_outcome_check check ((outcome in ('clear', 'same', 'different', 'possible', 'match', 'unavailable', 'recorded'))),
  constraint screening_check_application_id_fkey foreign key (application_id) references application(id)
);
create index screening_check_application on screening_check (application_id);

create table sealing_key (
  id text not null,
  ordinal integer not null,
  since timestamptz not null,
  retired_at timestamptz,
  sealed_kept bytea,
  constraint sealing_key_pkey primary key (id),
  constraint sealing_key_ordinal_key unique (ordinal)
);

create table section_answers (
  application_id uuid not null,
  section_id text not null,
  item_id text not null,
  position integer not null,
  answers jsonb not null,
  restricted bytea,
  version integer default 1 not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  removed_at timestamptz,
  constraint section_answers_pkey primary key (application_id, section_id, item_id),
  constraint section_answers_application_id_fkey foreign key (application_id) references application(id)
);

create table sent_form (
  key text not null,
  at timestamptz not null,
  sealed_answer bytea not null,
  constraint sent_form_pkey primary key (key)
);
create index sent_form_age on sent_form (at);

create table session (
  id uuid not null,
  token_hash text not null,
  user_id uuid not null,
  aal integer not null,
  methods jsonb not null,
  phishing_resistant boolean not null,
  created_at timestamptz not null,
  auth_at timestamptz not null,
  last_seen_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  ip text not null,
  user_agent text not null,
  device_id uuid,
  acting_for text,
  revoked_at timestamptz,
  revoke_reason text,
  public_computer boolean default false not null,
  must_add_method boolean default false not null,
  constraint session_pkey primary key (id),
  constraint session_token_hash_key unique (token_hash),
  constraint session_aal_check check ((aal in (1, 2))),
  constraint session_device_id_fkey foreign key (device_id) references device(id),
  constraint session_user_id_fkey foreign key (user_id) references app_user(id)
);
create index session_owner on session (user_id);

create table setting (
  name text not null,
  value jsonb not null,
  constraint setting_pkey primary key (name)
);

create table setting_change (
  id uuid not null,
  name text not null,
  before jsonb,
  after jsonb not null,
  reason text not null,
  changed_by uuid not null,
  approved_by uuid,
  at timestamptz not null,
  constraint setting_change_pkey primary key (id),
  constraint setting_change_approved_by_fkey foreign key (approved_by) references app_user(id),
  constraint setting_change_changed_by_fkey foreign key (changed_by) references app_user(id)
);
create index setting_change_name on setting_change (name, at);

create table signature_request (
  id uuid not null,
  application_id uuid not null,
  role text not null,
  user_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  sha256 text not null,
  declined_at timestamptz,
  decline_reason text,
  signed_at timestamptz,
  voided_at timestamptz,
  constraint signature_request_pkey primary key (id),
  constraint signature_request_role_check check ((role in ('practitioner', 'authorized-official', 'delegated-official'))),
  constraint signature_request_application_id_fkey foreign key (application_id) references application(id),
  constraint signature_request_user_id_fkey foreign key (user_id) references app_user(id)
);
create index signature_request_application on signature_request (application_id, asked_at);
create unique index signature_request_open on signature_request (application_id) where ((declined_at is null) and (signed_at is null) and (voided_at is null));

create table source_import (
  id uuid not null,
  source text not null,
  file_name text not null,
  sha256 text not null,
  increment boolean not null,
  status text not null,
  as_of date not null,
  as_of_stated boolean not null,
  rows bigint default 0 not null,
  quarantined bigint default 0 not null,
  bytes_done bigint default 0 not null,
  bytes_total bigint not null,
  next_line bigint default 1 not null,
  unknown_columns jsonb default '[]' not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  refused_code text,
  cleared boolean default false not null,
  compared_with uuid,
  constraint source_import_pkey primary key (id),
  constraint source_import_status_check check ((status in ('loading', 'current', 'applied', 'superseded', 'refused')))
);
create unique index source_import_current on source_import (source) where (status = 'current');
create index source_import_history on source_import (source, started_at);
create unique index source_import_loading on source_import (source) where (status = 'loading');

create table staff_event (
  id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  action text not null,
  subject_id text not null,
  ip text not null,
  user_agent text not null,
  detail jsonb default '{}' not null,
  audit_seq bigint,
  acting_for text,
  constraint staff_event_pkey primary key (id)
);
create index staff_event_subject on staff_event (subject_id, at);
create index staff_event_unchained on staff_event (at) where (audit_seq is null);

create table staff_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint staff_identity_pkey primary key (issuer, subject),
  constraint staff_identity_user_id_key unique (user_id),
  constraint staff_identity_user_id_fkey foreign key (user_id) references app_user(id)
);

create table submission (
  id uuid not null,
  application_id uuid not null,
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
  constraint submission_pkey primary key (id),
  constraint submission_application_id_idempotency_key_key unique (application_id, idempotency_key),
  constraint submission_application_id_ordinal_key unique (application_id, ordinal),
  constraint submission_application_id_fkey foreign key (application_id) references application(id)
);

create table surrogacy (
  id uuid not null,
  agent_id text not null,
  grantor_enrollee_id uuid,
  grantor_organization_id text,
  functions jsonb not null,
  status text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  ends_on date not null,
  confirm_by date,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  constraint surrogacy_pkey primary key (id),
  constraint surrogacy_check check (((grantor_enrollee_id is null) <> (grantor_organization_id is null))),
  constraint surrogacy_status_check check ((status in ('asked', 'offered', 'active', 'declined', 'ended', 'lapsed'))),
  constraint surrogacy_agent_id_fkey foreign key (agent_id) references organization(id),
  constraint surrogacy_answered_by_fkey foreign key (answered_by) references app_user(id),
  constraint surrogacy_asked_by_fkey foreign key (asked_by) references app_user(id),
  constraint surrogacy_grantor_enrollee_id_fkey foreign key (grantor_enrollee_id) references enrollee(id),
  constraint surrogacy_grantor_organization_id_fkey foreign key (grantor_organization_id) references organization(id)
);
create index surrogacy_agent on surrogacy (agent_id);
create index surrogacy_enrollee on surrogacy (grantor_enrollee_id);
create index surrogacy_organization on surrogacy (grantor_organization_id);

create table task_photo (
  id uuid not null,
  task_id uuid not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  scan_state text default 'not-scanned' not null,
  scanned_at timestamptz,
  scan_found text,
  constraint task_photo_pkey primary key (id),
  constraint task_photo_scan_state_check check ((scan_state in ('not-scanned', 'clean', 'infected'))),
  constraint task_photo_task_id_fkey foreign key (task_id) references case_task(id)
);
create index task_photo_task on task_photo (task_id, added_at);

create table taxonomy_crosswalk (
  import_id uuid not null,
  taxonomy text not null,
  specialty_code text not null,
  provider_type text not null,
  taxonomy_name text,
  constraint taxonomy_crosswalk_pkey primary key (import_id, taxonomy, specialty_code, provider_type)
);

create table taxonomy_name (
  import_id uuid not null,
  code text not null,
  classification text not null,
  specialization text,
  constraint taxonomy_name_pkey primary key (import_id, code)
);

create table totp (
  id uuid not null,
  user_id uuid not null,
  label text not null,
  sealed_seed bytea not null,
  confirmed_at timestamptz not null,
  last_step bigint not null,
  constraint totp_pkey primary key (id),
  constraint totp_user_id_fkey foreign key (user_id) references app_user(id)
);
create index totp_user on totp (user_id);

create table webhook (
  id uuid not null,
  party_id text not null,
  client_id uuid,
  url text not null,
  types jsonb not null,
  sealed_secret bytea not null,
  sealed_previous bytea,
  previous_until timestamptz,
  status text not null,
  position bigint not null,
  attempts integer default 0 not null,
  next_try_at timestamptz not null,
  last_error text,
  created_by text not null,
  created_at timestamptz not null,
  constraint webhook_pkey primary key (id),
  constraint webhook_status_check check ((status in ('active', 'stopped', 'removed'))),
  constraint webhook_client_id_fkey foreign key (client_id) references api_client(id)
);
create index webhook_due on webhook (next_try_at) where (status = 'active');
create index webhook_party on webhook (party_id, created_at);

create table webhook_try (
  id uuid not null,
  webhook_id uuid not null,
  event_id text not null,
  seq bigint not null,
  at timestamptz not null,
  ordinal integer not null,
  status integer,
  error text,
  millis integer not null,
  again boolean default false not null,
  constraint webhook_try_pkey primary key (id),
  constraint webhook_try_webhook_id_fkey foreign key (webhook_id) references webhook(id)
);
create index webhook_try_webhook on webhook_try (webhook_id, at);

create table word_sound (
  sound text collate "C" not null,
  word text collate "C" not null,
  constraint word_sound_pkey primary key (sound, word)
);

-- function refuse_audit_change

-- trigger audit_checkpoint_append_only

-- trigger audit_checkpoint_no_truncate

-- trigger audit_log_append_only

-- trigger audit_log_no_truncate
