-- The application fee (42 CFR 424.514), and signatures of more than one person.

-- Amounts as published, by calendar year of submission. A year without an amount blocks the question, and is never guessed.
create table fee_amount (
  year integer primary key,
  cents integer check (cents > 0),
  cite text not null
);
insert into fee_amount (year, cents, cite) values
  (2023, 68800, '87 FR 74422'),
  (2024, 70900, 'CY 2024 notice'),
  (2025, 73000, '89 FR 95215'),
  (2026, 75000, '90 FR 55738'),
  (2027, null, 'No notice entered yet');

-- One fee for an application and its reason; src/domain/fee/fee-states.ts is the table of its states.
create table fee (
  application_id uuid not null references application,
  reason text not null,
  state text not null check (state in ('not-due', 'pending', 'paid', 'waived', 'refunded')),
  because text not null,
  cents integer,
  -- When it has to be paid after the application was sent: a request was refused, or a payment was taken back.
  due_on date,
  updated_at timestamptz not null,
  primary key (application_id, reason)
);

create table fee_payment (
  id uuid primary key,
  application_id uuid not null,
  reason text not null,
  -- Goes to the payment page and comes back signed; known once only.
  nonce text not null unique,
  cents integer not null check (cents > 0),
  status text not null check (status in
    ('begun', 'paid', 'failed', 'cancelled', 'expired', 'late', 'charged-back', 'refunded')),
  begun_by uuid not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  provider_reference text unique,
  receipt_number text unique,
  foreign key (application_id, reason) references fee
);
create index fee_payment_fee on fee_payment (application_id, reason);
-- Never charged twice: one payment under way and one that was made, whatever the clicks.
create unique index fee_payment_under_way on fee_payment (application_id, reason) where status = 'begun';
create unique index fee_payment_made on fee_payment (application_id, reason) where status = 'paid';

-- A request to be spared the fee, decided at the desk.
create table fee_hardship (
  id uuid primary key,
  application_id uuid not null,
  reason text not null,
  explanation text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decide_by date not null,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  note text,
  foreign key (application_id, reason) references fee
);
create unique index fee_hardship_open on fee_hardship (application_id, reason) where decided_at is null;

-- A payment that should be given back: asked by the provider or found at the desk.
create table fee_refund (
  payment_id uuid primary key references fee_payment,
  rule text not null,
  asked_by uuid,
  asked_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  note text
);

-- Whose signature an application waits for, and what became of it. What was signed is known by its SHA-256: another
-- text voids it. Both sides of a reassignment sign apart (000013).
create table signature_request (
  id uuid primary key,
  application_id uuid not null references application,
  role text not null check (role in ('practitioner', 'authorized-official', 'delegated-official')),
  user_id uuid not null references app_user,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  -- What the signer was asked to sign.
  sha256 text not null,
  declined_at timestamptz,
  decline_reason text,
  signed_at timestamptz,
  -- Another request took its place, or the text changed.
  voided_at timestamptz
);
create unique index signature_request_open on signature_request (application_id)
  where declined_at is null and signed_at is null and voided_at is null;
create index signature_request_application on signature_request (application_id, asked_at);
