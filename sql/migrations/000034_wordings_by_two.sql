-- The words of letters: one person writes a version, another one puts it in force. The words of a version never change.
-- What was saved before was in force at once.
alter table letter_wording
  add column state text not null default 'in-force' check (state in ('waiting', 'in-force', 'refused', 'withdrawn')),
  add column answered_by uuid,
  add column answered_at timestamptz,
  add column answer text,
  add constraint letter_wording_by_two check (answered_by <> changed_by or state = 'withdrawn');
alter table letter_wording alter column state drop default;
create unique index letter_wording_waiting on letter_wording (kind) where state = 'waiting';

-- Whose words a letter was written with; its version alone does not say it. Absent on letters from before.
alter table letter add column wording_kind text;
create index letter_wording_used on letter (wording_kind, wording_version) where wording_version is not null;
