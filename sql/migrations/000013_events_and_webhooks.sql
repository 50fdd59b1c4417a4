-- Programs that act for a party, what they may do, the feed of events that they read, and the webhooks that push it.
-- Keys and tokens are known by their SHA-256 only; webhook secrets and kept answers are AES-256-GCM envelopes.

create table api_client (
  id uuid primary key,
  party_id text not null,
  name text not null,
  scopes jsonb not null,
  -- JSON Web Keys (public) for private_key_jwt; null when it only uses keys.
  public_keys jsonb,
  created_by uuid not null references app_user,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references app_user
);
create index api_client_party on api_client (party_id, created_at);

create table api_key (
  id uuid primary key,
  client_id uuid not null references api_client,
  prefix text not null,
  key_hash text not null unique,
  created_by uuid not null references app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_client on api_key (client_id, created_at);

-- Short-lived tokens of OAuth 2.0 client credentials.
create table api_token (
  token_hash text primary key,
  client_id uuid not null references api_client,
  scopes jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index api_token_expiry on api_token (expires_at);

-- Assertions that were used: each counts once.
create table api_assertion (
  client_id uuid not null references api_client,
  jti text not null,
  expires_at timestamptz not null,
  primary key (client_id, jti)
);
create index api_assertion_expiry on api_assertion (expires_at);

-- The answer to a request that acted, in the transaction of the act: sent again, it is answered again.
create table api_request (
  client_id uuid not null references api_client,
  key text not null,
  fingerprint text not null,
  status integer not null,
  sealed_body bytea not null,
  at timestamptz not null,
  primary key (client_id, key)
);
create index api_request_age on api_request (at);

-- A program can own a roster, so an owner is a user or a client.
alter table roster drop constraint roster_owner_id_fkey;

-- What happened, numbered without gaps by one job at a time, so that whoever has read up to a number missed nothing.
alter table application_event add column feed_seq bigint;
create index application_event_unnumbered on application_event (at) where feed_seq is null;
alter table enrollment_change add column feed_seq bigint;
create index enrollment_change_unnumbered on enrollment_change (sequence) where feed_seq is null;

create table feed_event (
  seq bigint primary key,
  id text not null unique,
  kind text not null check (kind in ('application', 'enrollment')),
  type text not null,
  enrollee_id uuid not null references enrollee,
  subject_id text not null,
  at timestamptz not null
);
create index feed_event_enrollee on feed_event (enrollee_id, seq);
create index feed_event_public on feed_event (seq) where kind = 'enrollment';

-- One row, held while the feed grows.
create table feed_head (
  name text primary key
);
insert into feed_head (name) values ('main');

create table webhook (
  id uuid primary key,
  party_id text not null,
  client_id uuid references api_client,
  url text not null,
  types jsonb not null,
  sealed_secret bytea not null,
  -- Signs beside the new one until then.
  sealed_previous bytea,
  previous_until timestamptz,
  status text not null check (status in ('active', 'stopped', 'removed')),
  -- Everything in the feed up to this number was delivered, or was none of its business.
  position bigint not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_by text not null,
  created_at timestamptz not null
);
create index webhook_party on webhook (party_id, created_at);
create index webhook_due on webhook (next_try_at) where status = 'active';

-- Every try, for people to see.
create table webhook_try (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  event_id text not null,
  seq bigint not null,
  at timestamptz not null,
  ordinal integer not null,
  status integer,
  error text,
  millis integer not null,
  again boolean not null default false
);
create index webhook_try_webhook on webhook_try (webhook_id, at);
