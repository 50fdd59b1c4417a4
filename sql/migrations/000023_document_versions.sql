-- What a malware scanner said of a document, and which document it took the place of.
-- "not-scanned" is shown only where no scanner is set up; "infected" is never shown to anyone.
alter table document add column scan_state text not null default 'not-scanned'
  check (scan_state in ('not-scanned', 'clean', 'infected'));
alter table document add column scanned_at timestamptz;
alter table document add column scan_found text;
alter table document add column replaces uuid references document;
create index document_to_scan on document (added_at) where scan_state = 'not-scanned';
