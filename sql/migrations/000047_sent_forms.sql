-- Forms that act at most once: what was answered to a form, so that the same form sent again gets the same answer.
-- The key is a digest of the form's token, the session and everything that was typed.
create table sent_form (
  key text primary key,
  at timestamptz not null,
  sealed_answer bytea not null
);
create index sent_form_age on sent_form (at);
