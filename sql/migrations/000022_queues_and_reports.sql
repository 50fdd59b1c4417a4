-- Cases given out and put back many at a time, with a result per case; views of the worklist that people keep.

create table desk_batch (
  id uuid primary key,
  contractor_id text not null references contractor,
  act text not null check (act in ('assign', 'put-back')),
  -- Who was to get the cases; null when they were put back.
  to_id uuid,
  by_id uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  check ((act = 'assign') = (to_id is not null))
);

create table desk_batch_row (
  batch_id uuid not null references desk_batch,
  application_id uuid not null references application,
  position integer not null,
  -- Null when it was done; otherwise the refusal, as a problem.
  refused jsonb,
  -- Who held it before; null: nobody did.
  before_id uuid,
  -- The version that the batch left behind: any other says that somebody has worked on the case since.
  version_after integer,
  -- Null until it is undone; otherwise "done", or why not.
  undone text,
  primary key (batch_id, application_id)
);
create index desk_batch_row_application on desk_batch_row (application_id);

create table saved_view (
  id uuid primary key,
  contractor_id text not null references contractor,
  owner_id uuid not null,
  name text not null,
  -- Queue, order and filters, as the address of the worklist says them.
  query jsonb not null,
  -- By a supervisor, for everybody of the desk.
  shared boolean not null,
  created_at timestamptz not null,
  unique (owner_id, name)
);
create index saved_view_contractor on saved_view (contractor_id);

alter table desk_notice drop constraint desk_notice_kind_check;
alter table desk_notice add constraint desk_notice_kind_check
  check (kind in ('mention', 'task-given', 'task-done', 'resubmitted', 'case-given'));

create index application_queue on application (contractor_id, status, received_on, id);
