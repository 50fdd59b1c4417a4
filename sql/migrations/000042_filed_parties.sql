-- Whom filings name: keyed digests of numbers and names, so that the same party is found in what is sealed and not
-- approved. Nothing can be read from a digest; the key is the one of the blind index, which stays when the master key is
-- replaced. Every digest can be made anew from the sealed submission.
create table filed_party (
  application_id uuid not null,
  submission_ordinal integer not null,
  -- "applicant", or "managing-employees/<item>".
  party text not null,
  kind text not null check (kind in ('tax-id', 'npi', 'person', 'organization')),
  digest text not null,
  primary key (application_id, submission_ordinal, party, kind, digest),
  foreign key (application_id, submission_ordinal) references submission (application_id, ordinal)
);
create index filed_party_digest on filed_party (digest);

-- Submissions whose parties are in it, also those that name nobody; the others are done by a job.
create table filed_party_index (
  application_id uuid not null,
  submission_ordinal integer not null,
  primary key (application_id, submission_ordinal),
  foreign key (application_id, submission_ordinal) references submission (application_id, ordinal)
);
