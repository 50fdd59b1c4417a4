-- Signatures that wait for those of the rest of a packet, what was settled between two changes of one record, and
-- until when an edition of a form is taken.

-- One signature of an application that is sent only with the others of its packet. It holds for one text and one
-- version of the application: any edit afterwards voids it. Sent, it is copied into the submission.
create table packet_signature (
  id uuid primary key,
  packet_id uuid not null references packet,
  application_id uuid not null references application,
  signer_id uuid not null references app_user,
  signer_name text not null,
  sha256 text not null,
  application_version integer not null,
  signed_at timestamptz not null,
  idempotency_key text not null,
  -- Another signature took its place, or the application left the packet.
  voided_at timestamptz,
  sent_at timestamptz,
  unique (application_id, idempotency_key)
);
create unique index packet_signature_kept on packet_signature (application_id)
  where voided_at is null and sent_at is null;
create index packet_signature_packet on packet_signature (packet_id);

-- The record changed after an application about it was begun, and both changed the same answer: which of the two holds.
-- It counts against the version of the record that it was settled with; question '' is the item as a whole.
create table field_choice (
  application_id uuid not null references application,
  record_ordinal integer not null,
  section_id text not null,
  item_id text not null,
  question text not null,
  keep text not null check (keep in ('record', 'mine')),
  because text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  primary key (application_id, record_ordinal, section_id, item_id, question)
);

-- Editions of the paper forms: from when one is in force, and until when one that was replaced is still taken.
create table form_edition (
  form text not null,
  edition text not null,
  in_force_on date not null,
  -- Null: the edition was not replaced, or no last day was published.
  accepted_until date,
  cite text not null,
  primary key (form, edition)
);

-- The days are unconfirmed: the first is the month of the edition, the last is as the contractors announced it. They are
-- changed with `edition set`.
insert into form_edition (form, edition, in_force_on, accepted_until, cite) values
  ('CMS-855I', '12/18', '2018-12-01', '2023-10-31', 'Contractors’ notices of the 05/23 edition; unconfirmed'),
  ('CMS-855I', '05/23', '2023-05-01', null, 'CMS-855I (05/23); unconfirmed');
