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
]
