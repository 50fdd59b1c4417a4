-- The texts of mails: one person writes a version that counts from a day, another one puts it in force. The words of a
-- version never change. Without a contractor it is everybody's; before the first, the product's own text counts.
create table mail_text (
  id uuid primary key,
  kind text not null,
  contractor_id text references contractor (id),
  version integer not null,
  subject text not null,
  body text not null,
  from_on date not null,
  reason text not null,
  state text not null check (state in ('waiting', 'in-force', 'refused', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint mail_text_version unique nulls not distinct (kind, contractor_id, version),
  constraint mail_text_by_two check (answered_by <> proposed_by or state = 'withdrawn')
);
create unique index mail_text_waiting on mail_text (kind, contractor_id) nulls not distinct where state = 'waiting';
create index mail_text_contractor on mail_text (contractor_id);

-- Which version a mail was written with; none for the product's own text.
alter table message add column text_id uuid references mail_text (id);
create index message_text on message (text_id) where text_id is not null;
