-- Lists of NPIs that somebody checks and watches. Nothing else of the file that was sent is kept.

create table roster (
  id uuid primary key,
  owner_id uuid not null references app_user,
  name text not null,
  rows integer not null,
  -- The answers of the last check, one line of CSV a row: what the next check is compared with.
  answers text not null,
  created_at timestamptz not null,
  checked_at timestamptz not null
);
create index roster_owner on roster (owner_id, created_at);

create table roster_change (
  id uuid primary key,
  roster_id uuid not null references roster on delete cascade,
  noticed_at timestamptz not null,
  npi text not null,
  field text not null,
  was text not null,
  is_now text not null
);
create index roster_change_roster on roster_change (roster_id, noticed_at);
