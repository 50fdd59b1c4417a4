-- Names that were typed a little wrong. Words of names stand in registry_search ("w:VEGA"); here each distinct word of
-- a load stands under itself and under itself without each one of its letters, so that two words one typing error
-- apart (changed, missing, doubled, swapped) share a key. Of words and not of providers: a registry of eight million
-- has about one million words. What was written before has no words of names: the job that completes the search writes
-- it anew.

create table registry_near_word (
  import_id uuid not null,
  near text collate "C" not null,
  word text collate "C" not null,
  primary key (import_id, near, word)
);

truncate registry_search;
