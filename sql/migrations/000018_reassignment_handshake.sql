-- Both sides of a reassignment confirm it (42 CFR 424.80). A row holds what happened, never how it stands: that is
-- worked out from these facts and the eligibility snapshot (src/domain/reassignment/standing.ts).

-- A roster that a group uploads: looked at first (sent_at is null), then sent. Nothing else of the file is kept.
create table reassignment_batch (
  id uuid primary key,
  to_enrollment_id text not null references enrollment,
  file_name text not null,
  starts_on date not null,
  -- One object a row of the file: what was read, and the answer to it.
  answers jsonb not null,
  made_by uuid not null references app_user,
  made_at timestamptz not null,
  sent_at timestamptz
);
create index reassignment_batch_enrollment on reassignment_batch (to_enrollment_id, made_at);

create table reassignment_handshake (
  id uuid primary key,
  from_enrollee_id uuid not null references enrollee,
  -- Null while the practitioner's first application is under way.
  from_enrollment_id text references enrollment,
  application_id uuid references application,
  to_enrollee_id uuid not null references enrollee,
  to_enrollment_id text not null references enrollment,
  -- Who proposed it; 'record' for one that was on record before and was ended by one side.
  origin text not null check (origin in ('practitioner', 'group', 'record')),
  batch_id uuid references reassignment_batch,
  starts_on date not null,
  -- Of the words that both sides sign, frozen when it was proposed.
  terms_sha256 text not null,
  proposed_by uuid references app_user,
  proposed_at timestamptz not null,
  reminded_at timestamptz,
  practitioner_signed_at timestamptz,
  practitioner_signed_by uuid references app_user,
  practitioner_signed_name text,
  group_signed_at timestamptz,
  group_signed_by uuid references app_user,
  group_signed_name text,
  refused_at timestamptz,
  refused_by uuid references app_user,
  refused_side text check (refused_side in ('practitioner', 'group', 'contractor')),
  refusal text,
  -- Why a person of the contractor must look at it; empty: nobody has to.
  held_because jsonb not null default '[]',
  accepted_at timestamptz,
  -- Null: by the policy, without a person.
  accepted_by uuid references app_user,
  effective_on date,
  because jsonb not null default '[]',
  ended_at timestamptz,
  ended_by uuid references app_user,
  ended_side text check (ended_side in ('practitioner', 'group')),
  end_reason text,
  ends_on date,
  check ((accepted_at is null) = (effective_on is null)),
  check ((ended_at is null) = (ends_on is null)),
  check (refused_at is null or accepted_at is null),
  check (from_enrollment_id is not null or application_id is not null)
);
create index reassignment_handshake_from on reassignment_handshake (from_enrollee_id);
create index reassignment_handshake_to on reassignment_handshake (to_enrollment_id);
create index reassignment_handshake_application on reassignment_handshake (application_id);
-- One at a time for the same two: a roster that is sent twice proposes nothing twice.
create unique index reassignment_handshake_open on reassignment_handshake
  (from_enrollee_id, (coalesce(from_enrollment_id, application_id::text)), to_enrollment_id)
  where refused_at is null and ended_at is null;

-- What the handshake put on record stays when an application of the practitioner does not name it.
alter table reassignment add column handshake_id uuid references reassignment_handshake;
