-- Names that were heard and written down: each distinct word of names under what it sounds like. What a word sounds
-- like is the word's own, so it stands once, for all loads; a word that no name has any more finds nobody.
create table word_sound (
  sound text collate "C" not null,
  word text collate "C" not null,
  primary key (sound, word)
);

-- How far the words of a load were written: none is done twice, and a load of an earlier version is done by the job.
create table registry_sounded (
  import_id uuid primary key,
  through text collate "C" not null,
  done boolean not null
);
