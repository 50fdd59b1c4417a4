-- Who may act for whom: organizations, their people, invitations, claims to be an official, and surrogacy.
-- Tax ids are AES-256-GCM envelopes with a keyed blind index; links are known by the SHA-256 of their token.

create table organization (
  id text primary key,
  kind text not null check (kind in ('provider', 'surrogate')),
  name text not null,
  tax_id_index text not null unique,
  restricted bytea not null,
  created_at timestamptz not null
);

-- The enrollees (group, clinic, hospital) that are this organization. Whoever works for it works for them.
create table organization_enrollee (
  enrollee_id uuid primary key references enrollee,
  organization_id text not null references organization,
  since timestamptz not null
);
create index organization_enrollee_organization on organization_enrollee (organization_id);

-- Names in sections 15 and 16 of an organization's enrollment: who may sign, whatever account they have.
create table enrollment_official (
  id uuid primary key,
  enrollment_id text not null references enrollment,
  name text not null,
  title text,
  role text not null check (role in ('authorized-official', 'delegated-official')),
  from_on date not null,
  to_on date
);
create index enrollment_official_enrollment on enrollment_official (enrollment_id);

-- Functions that a staff end user was given; null is all of them.
alter table membership add column functions jsonb;
alter table membership add column title text;
alter table membership add column added_by uuid;
alter table membership add column ended_by uuid;

-- Both identities: who acted (actor_id), for whom (acting_for), in which capacity and through which organization.
alter table application_event add column capacity text;
alter table application_event add column acting_through text;
alter table auth_event add column acting_for text;
alter table auth_event add column capacity text;

create table invitation (
  id uuid primary key,
  party_id text not null,
  role text not null,
  functions jsonb,
  email text not null,
  name text not null,
  token_hash text not null unique,
  invited_by uuid not null references app_user,
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references app_user,
  cancelled_at timestamptz
);
create index invitation_party on invitation (party_id, invited_at);

create table official_claim (
  id uuid primary key,
  user_id uuid not null references app_user,
  organization_id text not null references organization,
  npi text,
  role text not null check (role in ('authorized-official', 'access-manager')),
  title text not null,
  succession text not null check (succession in ('first', 'joins', 'replaces')),
  explanation text not null,
  contractor_id text references contractor,
  document_name text,
  document_media_type text,
  document_sha256 text,
  document_stored_as text,
  named_on text,
  made_at timestamptz not null,
  disputed_at timestamptz,
  disputed_by uuid references app_user,
  dispute text,
  decided_at timestamptz,
  decided_by uuid references app_user,
  outcome text check (outcome in ('approved', 'denied')),
  reason text
);
create index official_claim_open on official_claim (made_at) where decided_at is null;
create index official_claim_organization on official_claim (organization_id);
create index official_claim_user on official_claim (user_id);

-- One organization works for one provider, or for all providers of an organization.
create table surrogacy (
  id uuid primary key,
  agent_id text not null references organization,
  grantor_enrollee_id uuid references enrollee,
  grantor_organization_id text references organization,
  functions jsonb not null,
  status text not null check (status in ('asked', 'offered', 'active', 'declined', 'ended', 'lapsed')),
  asked_by uuid not null references app_user,
  asked_at timestamptz not null,
  answered_by uuid references app_user,
  answered_at timestamptz,
  ends_on date not null,
  confirm_by date,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  check ((grantor_enrollee_id is null) <> (grantor_organization_id is null))
);
create index surrogacy_agent on surrogacy (agent_id);
create index surrogacy_enrollee on surrogacy (grantor_enrollee_id);
create index surrogacy_organization on surrogacy (grantor_organization_id);
