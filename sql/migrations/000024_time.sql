-- What time makes due: dates of revalidation that were set by hand, notices with their proof, changes to report, and how
-- each person wants to be told.

-- Only where CMS set another date than the cycle gives; the newest one holds.
create table revalidation_date (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  due_on date not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null
);
create index revalidation_date_enrollment on revalidation_date (enrollment_id, set_at);

-- One row for one person in one round. The mail is in the outbox under message_key.
create table due_notice (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  due_on date not null,
  stage text not null check (stage in ('first', 'second', 'third', 'last', 'overdue')),
  user_id uuid not null references app_user,
  email text not null,
  message_key text not null unique,
  queued_at timestamptz not null,
  bounced_at timestamptz,
  bounce_reason text,
  opened_at timestamptz
);
create index due_notice_enrollment on due_notice (enrollment_id, due_on);
create index due_notice_email on due_notice (email, queued_at);

-- A change that happened and has to be reported; over when it was.
create table reportable_change (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  event text not null,
  happened_on date not null,
  due_on date not null,
  cite text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  reported_at timestamptz
);
create index reportable_change_enrollment on reportable_change (enrollment_id, due_on);

create table calendar_setting (
  user_id uuid primary key references app_user,
  digest text not null check (digest in ('daily', 'weekly', 'off')),
  -- SHA-256 of the secret in the address of the calendar file; none: no such address.
  feed_hash text unique,
  feed_made_at timestamptz,
  last_digest_on date
);
