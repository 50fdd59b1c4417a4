-- Passkeys (WebAuthn credentials): the public half only, with the name of the site they were made for.

create table passkey (
  id uuid primary key,
  user_id uuid not null references app_user,
  credential_id text not null unique,
  public_key bytea not null,
  -- As the authenticator last said; zero for those that do not count.
  sign_count bigint not null,
  transports jsonb not null,
  device_type text not null check (device_type in ('single-device', 'multi-device')),
  backed_up boolean not null,
  rp_id text not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Its count went backwards: perhaps a copy. It no longer signs in.
  suspect_at timestamptz
);
create index passkey_user on passkey (user_id);
