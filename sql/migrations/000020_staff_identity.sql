-- Staff who sign in at their own organization. A person is known by issuer and subject, never by an e-mail address.
create table staff_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null unique references app_user,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject)
);
