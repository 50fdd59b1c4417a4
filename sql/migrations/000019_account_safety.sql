-- Safety of accounts: changes that their owner did not make, computers that others use, passwords chosen before.

-- Set when the owner said that a change was not theirs: until then nobody changes addresses or ways to verify.
alter table app_user add column factors_locked_until timestamptz;

-- A session on a computer that others use: it ends sooner, and the computer is not remembered.
alter table session add column public_computer boolean not null default false;

-- Filled only while the setting "password.history" is above zero.
create table former_password (
  id uuid primary key,
  user_id uuid not null references app_user,
  password_hash text not null,
  replaced_at timestamptz not null
);
create index former_password_user on former_password (user_id, replaced_at);
