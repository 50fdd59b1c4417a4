-- Accounts, factors, sessions and who may act for whom.
-- No token, code or password is here in clear: tokens as SHA-256, codes and identifiers as keyed digests,
-- passwords as argon2id with a pepper, seeds and half-finished sign-ups as AES-256-GCM envelopes.

create table app_user (
  id uuid primary key,
  login_id text not null unique,
  status text not null check (status in ('active', 'suspended', 'closed')),
  display_name text not null,
  password_hash text,
  password_changed_at timestamptz,
  password_disabled_at timestamptz,
  mfa_policy text not null default 'any' check (mfa_policy in ('any', 'phishing-resistant')),
  created_at timestamptz not null
);

create table contact (
  id uuid primary key,
  user_id uuid not null references app_user,
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  verified_at timestamptz not null,
  use_for_mfa boolean not null,
  notify boolean not null,
  unique (user_id, kind, value)
);
create index contact_value on contact (kind, value);

create table totp (
  id uuid primary key,
  user_id uuid not null references app_user,
  label text not null,
  sealed_seed bytea not null,
  confirmed_at timestamptz not null,
  last_step bigint not null
);
create index totp_user on totp (user_id);

create table recovery_code (
  id uuid primary key,
  user_id uuid not null references app_user,
  code_mac text not null unique,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_user on recovery_code (user_id);

-- What is begun and not finished: signing up, signing in, resetting. Deleted when it is used.
create table flow (
  token_hash text primary key,
  kind text not null,
  user_id uuid references app_user,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index flow_user on flow (user_id);
create index flow_expiry on flow (expires_at);

create table otp (
  flow_hash text primary key references flow on delete cascade,
  code_mac text not null,
  attempts_left integer not null,
  expires_at timestamptz not null
);

-- Tries, reserved before they are checked. "key" is a keyed digest of a user id, address or network.
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
  primary key (scope, key)
);
create index counter_last on counter (last_at);

create table device (
  id uuid primary key,
  user_id uuid not null references app_user,
  token_hash text not null unique,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null,
  ip text not null
);
create index device_user on device (user_id);

create table session (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references app_user,
  aal integer not null check (aal in (1, 2)),
  methods jsonb not null,
  phishing_resistant boolean not null,
  created_at timestamptz not null,
  auth_at timestamptz not null,
  last_seen_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  ip text not null,
  user_agent text not null,
  device_id uuid references device,
  acting_for text,
  revoked_at timestamptz,
  revoke_reason text
);
create index session_owner on session (user_id);

-- Append-only: no function of the program changes or removes a row.
create table auth_event (
  id uuid primary key,
  at timestamptz not null,
  type text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  user_id uuid,
  actor_id text not null,
  login_id_mac text,
  session_id uuid,
  ip text not null,
  user_agent text not null,
  detail jsonb not null default '{}'
);
create index auth_event_user on auth_event (user_id, at);

create table membership (
  id uuid primary key,
  user_id uuid not null references app_user,
  role text not null,
  party_id text not null,
  status text not null check (status in ('active', 'ended')),
  valid_from timestamptz not null,
  valid_to timestamptz
);
create index membership_user on membership (user_id);
create index membership_party on membership (party_id);

-- Written alike for known and unknown names; the worker looks the person up and writes the letter.
create table recovery_request (
  id uuid primary key,
  kind text not null check (kind in ('password-link', 'password-code', 'user-id', 'unlock')),
  sealed bytea not null,
  flow_hash text,
  ip text not null,
  requested_at timestamptz not null,
  handled_at timestamptz
);
create index recovery_request_waiting on recovery_request (requested_at) where handled_at is null;
