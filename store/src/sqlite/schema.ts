import type { Migration } from '../sql/backend.js'

/** The schema, step by step; `pragma user_version` counts the steps taken. */
export const MIGRATIONS: readonly Migration[] = [
  // 1: what is kept
  {
    sql: `
create table journal (
  sequence integer primary key,
  at text not null,
  kind text not null,
  payload text not null,
  previous text not null,
  hash text not null
) strict;
create trigger journal_is_not_rewritten before update on journal
  begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_is_not_shortened before delete on journal
  begin select raise(abort, 'the journal is append-only'); end;

create table blobs (
  hash text not null primary key,
  size integer not null
) strict;

-- text: as a JSON string, which keeps what UTF-8 cannot
create table articles (
  id integer primary key,
  hash text not null unique,
  text text not null
) strict;

-- particulars: what the user and the server said, as JSON; outlet and published: what came of it
create table captures (
  id integer primary key,
  article integer not null references articles,
  blob text not null references blobs,
  address text not null,
  origin text not null,
  fetched text not null,
  particulars text not null,
  outlet text,
  published text,
  unique (address, blob, particulars)
) strict;
create index captures_article on captures (article);
create index captures_blob on captures (blob);

-- record: the ledger as JSON, its article's text left empty; the latest has the highest id
create table ledgers (
  id integer primary key,
  article integer not null references articles,
  capture integer not null references captures,
  version text not null,
  reader text not null,
  model text,
  record text not null
) strict;
create index ledgers_article on ledgers (article, id);
create index ledgers_capture on ledgers (capture);

-- hash: of a forgotten text or of forgotten bytes; sequence: of the record that says so
create table tombstones (
  hash text not null primary key,
  sequence integer not null references journal deferrable initially deferred
) strict;
`,
  },

  // 2: what is found again; all of it follows from the ledgers
  {
    reindex: true,
    sql: `
create table statements (
  id integer primary key,
  article integer not null references articles,
  statement text not null,
  who text,
  act text not null,
  negated integer not null,
  words text not null,
  names text not null,
  spans text not null,
  unique (article, statement)
) strict;

create virtual table statement_words using fts5(
  words, names,
  content = 'statements', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2"
);
create trigger statements_come after insert on statements begin
  insert into statement_words (rowid, words, names) values (new.id, new.words, new.names);
end;
create trigger statements_go after delete on statements begin
  insert into statement_words (statement_words, rowid, words, names)
    values ('delete', old.id, old.words, old.names);
end;
`,
  },

  // 3: search by more than words. The row id of a statement is that of its article times 2^20, counted down.
  {
    reindex: true,
    sql: `
drop table statement_words;
drop table statements;

-- container: as JSON; added: when it was kept, if that is not when it was fetched
alter table captures add column container text;
alter table captures add column added text;
create index captures_outlet on captures (outlet);

create table statements (
  id integer primary key,
  statement text not null,
  parent text,
  who text,
  actor text,
  act text not null,
  negated integer not null,
  voice text not null,
  remove integer,
  said text,
  words text not null,
  spans text not null
) strict;

-- tokens with a space between: folded words, and keys for all else that is searched by
create table statement_tokens (
  id integer primary key,
  words text not null,
  names text not null,
  places text not null,
  keys text not null
) strict;
create virtual table statement_index using fts5(
  words, names, places, keys,
  content = 'statement_tokens', content_rowid = 'id', columnsize = 0, tokenize = 'ascii'
);
create trigger tokens_come after insert on statement_tokens begin
  insert into statement_index (rowid, words, names, places, keys)
    values (new.id, new.words, new.names, new.places, new.keys);
end;
create trigger tokens_go after delete on statement_tokens begin
  insert into statement_index (statement_index, rowid, words, names, places, keys)
    values ('delete', old.id, old.words, old.names, old.places, old.keys);
end;

create table statement_numbers (
  statement integer not null,
  value real not null,
  unit text
) strict;
create index statement_numbers_statement on statement_numbers (statement);

-- every word that was said, so that parts of words are found
create table vocabulary (
  id integer primary key,
  word text not null unique
) strict;
create virtual table vocabulary_parts using fts5(
  word, content = 'vocabulary', content_rowid = 'id', columnsize = 0, tokenize = 'trigram'
);
create trigger words_come after insert on vocabulary begin
  insert into vocabulary_parts (rowid, word) values (new.id, new.word);
end;
create trigger words_go after delete on vocabulary begin
  insert into vocabulary_parts (vocabulary_parts, rowid, word) values ('delete', old.id, old.word);
end;

-- articles as a list of them shows them
create table entries (
  article integer primary key,
  capture integer not null,
  outlet text,
  facts text not null,
  label text not null
) strict;

-- an article that carries the story of another, which came first
create table reprints (
  article integer primary key,
  origin integer not null
) strict;
create index reprints_origin on reprints (origin);

create table searches (
  name text not null primary key,
  query text not null,
  saved text not null
) strict;

create table polls (
  address text not null primary key,
  state text not null
) strict;
`,
  },

  // 4: which articles carry the same story; all of it follows from the texts
  {
    restory: true,
    sql: `
-- hash: of the sketch of a text
create table sketches (
  hash integer not null,
  article integer not null,
  primary key (hash, article)
) strict, without rowid;

-- two articles that were compared and carry the same story
create table likenesses (
  article integer not null,
  other integer not null,
  primary key (article, other)
) strict, without rowid;
create index likenesses_other on likenesses (other);
`,
  },

  // 5: what people correct, and who is who across articles
  {
    reindex: true,
    sql: `
-- id: the sequence of the record that kept it; article: null across articles; change: as JSON, with anchors
create table corrections (
  id integer primary key,
  article integer references articles,
  at text not null,
  author text not null,
  change text not null
) strict;
create index corrections_article on corrections (article);

-- made: when it was read; of older ones, when its bytes came
alter table ledgers add column made text;

-- identity: who it is across articles; null until that is settled. names and acts: as JSON
create table article_actors (
  article integer not null,
  actor text not null,
  name text not null,
  kind text not null,
  title text,
  justification text,
  names text not null,
  acts text not null,
  published text,
  identity text,
  primary key (article, actor)
) strict;
create index article_actors_identity on article_actors (identity);

-- actors that share a key may be one
create table actor_keys (
  key text not null,
  article integer not null,
  actor text not null
) strict;
create index actor_keys_key on actor_keys (key);
create index actor_keys_article on actor_keys (article);

-- keys whose actors must be looked at again
create table unsettled (
  key text not null primary key
) strict;

-- label: folded words of all names; entry: as JSON
create table identities (
  id text not null primary key,
  kind text not null,
  name text not null,
  label text not null,
  statements integer not null,
  entry text not null
) strict;
create index identities_statements on identities (statements, id);
`,
  },

  // 6: what is worth a second look, and statements of several sources found by each
  {
    reindex: true,
    sql: `
-- id: of the statement; sure: its confidence, -1 where a person's word is at stake
create table review (
  id integer primary key,
  sure real not null,
  why text not null,
  correction text,
  note text
) strict;
create index review_sure on review (sure, id desc);

-- actors: of the ledger, all that speak, with a space around each
alter table statements add column actors text;
`,
  },

  // 7: timestamps
  {
    sql: `
-- what a time-stamping authority says of a head of the journal. id: the sequence of the record that kept it; sequence and
-- head: of the last record then; at: by the clock here; authority: the address that was asked; token: DER as base64
create table timestamps (
  id integer primary key,
  sequence integer not null,
  head text not null,
  at text not null,
  authority text not null,
  token text not null
) strict;
`,
  },

  // 8: what was forgotten and may still lie between what is kept
  {
    sql: `
-- sequence: of the record that says that it was forgotten
create table uncleared (
  sequence integer primary key
) strict;
`,
  },

  // 9: the article's own words in every hit
  {
    reindex: true,
    sql: `
-- telling: the words around who speaks, as JSON
alter table statements add column telling text not null default '{"before":"","after":"","to":""}';
`,
  },
]
