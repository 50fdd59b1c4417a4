-- The audit log, the help desk and the administration.
-- Events are rows written with the act they tell of, in whatever table is theirs. One job numbers them into audit_log,
-- so that no act waits for another one's place in the chain.

alter table auth_event add column audit_seq bigint;
create index auth_event_unchained on auth_event (at) where audit_seq is null;
alter table application_event add column audit_seq bigint;
create index application_event_unchained on application_event (at) where audit_seq is null;
alter table access_record
  add column audit_seq bigint,
  add column outcome text not null default 'done' check (outcome in ('done', 'refused')),
  add column ip text,
  add column user_agent text;
create index access_record_unchained on access_record (at) where audit_seq is null;

-- What staff did that concerns no account of their own: searches, tickets, settings, contractors, staff.
create table staff_event (
  id uuid primary key,
  at timestamptz not null,
  actor_id text not null,
  action text not null,
  subject_id text not null,
  ip text not null,
  user_agent text not null,
  detail jsonb not null default '{}',
  audit_seq bigint
);
create index staff_event_subject on staff_event (subject_id, at);
create index staff_event_unchained on staff_event (at) where audit_seq is null;

create table audit_log (
  seq bigint primary key,
  prev_hash text not null,
  hash text not null,
  source text not null check (source in ('account', 'application', 'view', 'staff')),
  source_id uuid not null unique,
  at timestamptz not null,
  actor_id text not null,
  acting_for text,
  action text not null,
  subject_id text,
  outcome text not null,
  ip text,
  user_agent text,
  detail jsonb not null
);
create index audit_log_actor on audit_log (actor_id, seq);
create index audit_log_subject on audit_log (subject_id, seq);
create index audit_log_action on audit_log (action, seq);
create index audit_log_at on audit_log (at);
create index audit_log_prev on audit_log (prev_hash);

-- The head of the chain as it was at a number, signed with a key that is not in the database.
create table audit_checkpoint (
  seq bigint primary key,
  hash text not null,
  at timestamptz not null,
  key_id text not null,
  signature text not null
);

-- One row, held while the chain grows.
create table audit_chain (
  name text primary key
);
insert into audit_chain (name) values ('main');

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_audit_change();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_audit_change();
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
  for each row execute function refuse_audit_change();
create trigger audit_checkpoint_no_truncate before truncate on audit_checkpoint
  for each statement execute function refuse_audit_change();

-- Requests for help. "context" is what the portal knew when it was asked; staff only.
create table help_ticket (
  id uuid primary key,
  number bigint generated always as identity unique,
  user_id uuid references app_user,
  name text not null,
  email text not null,
  topic text not null,
  application_id uuid references application,
  context jsonb not null default '{}',
  status text not null check (status in ('new', 'taken', 'answered', 'closed')),
  assigned_to uuid references app_user,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index help_ticket_queue on help_ticket (status, changed_at);
create index help_ticket_user on help_ticket (user_id);

create table help_ticket_entry (
  id uuid primary key,
  ticket_id uuid not null references help_ticket,
  at timestamptz not null,
  kind text not null check (kind in ('asked', 'answered', 'noted', 'closed')),
  author_id uuid references app_user,
  body text not null
);
create index help_ticket_entry_ticket on help_ticket_entry (ticket_id, at);

-- Somebody who has no way to verify any more: asked by one of the staff, confirmed by another, open after a wait.
create table lost_factors (
  id uuid primary key,
  user_id uuid not null references app_user,
  status text not null check (status in ('asked', 'waiting', 'open', 'done', 'refused', 'canceled')),
  reason text not null,
  -- By question: "matched", "differs" or "not-asked". What was said is not kept.
  answers jsonb not null,
  resets_password boolean not null,
  asked_by uuid not null references app_user,
  asked_at timestamptz not null,
  confirmed_by uuid references app_user,
  confirmed_at timestamptz,
  opens_at timestamptz,
  ended_at timestamptz
);
create index lost_factors_user on lost_factors (user_id, asked_at);
create unique index lost_factors_one_open on lost_factors (user_id) where status in ('asked', 'waiting', 'open');
create index lost_factors_waiting on lost_factors (opens_at) where status = 'waiting';

create table setting_change (
  id uuid primary key,
  name text not null,
  before jsonb,
  after jsonb not null,
  reason text not null,
  changed_by uuid not null references app_user,
  approved_by uuid references app_user,
  at timestamptz not null
);
create index setting_change_name on setting_change (name, at);

-- Changes that one administrator proposes and another one approves.
create table admin_proposal (
  id uuid primary key,
  change jsonb not null,
  reason text not null,
  status text not null check (status in ('open', 'approved', 'refused', 'withdrawn')),
  proposed_by uuid not null references app_user,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid references app_user,
  decided_at timestamptz
);
create index admin_proposal_open on admin_proposal (expires_at) where status = 'open';
