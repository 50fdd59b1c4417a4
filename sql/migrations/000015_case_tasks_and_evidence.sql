-- Work beside the status of a case: tasks with their results and photos, notices to the desk's own people, and the
-- library of wordings with which information is asked for.

create table case_task (
  id uuid primary key,
  application_id uuid not null references application,
  kind text not null check (kind in ('fee-check', 'site-visit', 'fingerprints', 'development', 'other')),
  what text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  -- In a word: "operational", "not-there", "no-record".
  result text,
  -- What was filled in, as data.
  report jsonb not null default '{}'
);
create index case_task_application on case_task (application_id, opened_at);
create index case_task_owner on case_task (owner_id, due_on) where state = 'open';

-- The bytes lie with the other files, sealed for this id.
create table task_photo (
  id uuid primary key,
  task_id uuid not null references case_task,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  stored_as text not null,
  added_by uuid not null,
  added_at timestamptz not null
);
create index task_photo_task on task_photo (task_id, added_at);

create table desk_notice (
  id uuid primary key,
  user_id uuid not null,
  application_id uuid not null references application,
  kind text not null check (kind in ('mention', 'task-given', 'task-done', 'resubmitted')),
  from_id uuid,
  words text not null,
  at timestamptz not null,
  seen_at timestamptz
);
create index desk_notice_user on desk_notice (user_id, at);

-- Every version is kept: a request that was sent says which one it began from.
create table development_wording (
  contractor_id text not null references contractor,
  id text not null,
  version integer not null,
  label text not null,
  words text not null,
  cite text not null,
  retired boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (contractor_id, id, version)
);

-- Null for wordings that the product carries, and for requests sent before.
alter table development_item add column wording_id text;
alter table development_item add column wording_version integer;
