-- A sale that its buyer tells of before the record knows the buyer: which enrollment is sold, what the two sides filed, and
-- what the seller says about it. Who files what is in the applications; this only ties them together.
create table ownership_transfer (
  id uuid primary key,
  seller_enrollment_id text not null references enrollment,
  buyer_enrollee_id uuid not null references enrollee,
  buyer_application_id uuid not null unique references application,
  sale_on date not null,
  -- Does the buyer take the provider agreement over (42 CFR 489.18)?
  agreement text not null check (agreement in ('accepted', 'refused')),
  -- What the 36-month rule said when the buyer began (42 CFR 424.550(b)), and the exception that the buyer named.
  majority_finding text not null,
  majority_exception text,
  named_by uuid not null references app_user,
  named_at timestamptz not null,
  answer text check (answer in ('confirmed', 'disputed')),
  answered_by uuid references app_user,
  answered_at timestamptz,
  said text,
  check ((answer is null) = (answered_at is null))
);
create index ownership_transfer_seller on ownership_transfer (seller_enrollment_id, named_at);

-- A group may be named that is not enrolled here: then the enrollment comes later, and the number and name are those of the
-- registry. A proposal that nobody signs is over after a time.
alter table reassignment_handshake alter column to_enrollment_id drop not null;
alter table reassignment_handshake add column expired_at timestamptz;
alter table reassignment_handshake add column last_call_at timestamptz;
drop index reassignment_handshake_open;
create unique index reassignment_handshake_open on reassignment_handshake
  (from_enrollee_id, (coalesce(from_enrollment_id, application_id::text)), (coalesce(to_enrollment_id, to_enrollee_id::text)))
  where refused_at is null and ended_at is null and expired_at is null;

-- A revalidation that came before its time waits for the first day of its window.
alter table application drop constraint application_status_check;
alter table application add constraint application_status_check
  check (status in ('draft', 'held', 'submitted', 'in-review', 'in-development', 'recommended', 'approved', 'denied', 'rejected', 'returned', 'withdrawn'));

-- What a mail provider reports of a mail, each report once.
create table mail_report (
  id text primary key,
  kind text not null check (kind in ('delivered', 'bounced', 'complained')),
  email text not null,
  message_id text,
  reason text,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  -- Notices that it was about.
  notices integer not null
);
create index mail_report_email on mail_report (email, happened_at);
alter table due_notice add column delivered_at timestamptz;
