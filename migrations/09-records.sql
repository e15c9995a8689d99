-- What Rowan's rooms keep as records: letters, laws, practices, news. One table of records whatever their kind; the kinds
-- are declared in code, so a new kind or field needs no table.
create schema records;

-- Who a record is. Never deleted, its number never used again.
create table records.record (
  id bigint generated always as identity (start with 1000) primary key,
  kind text not null check (length(kind) between 2 and 31),
  -- The language of the original.
  tongue text not null check (length(tongue) between 2 and 3),
  state text not null default 'draft' check (state in ('draft', 'review', 'live', 'withdrawn', 'superseded')),
  org bigint references records.record,
  successor bigint references records.record,
  -- Why it was withdrawn, or what the reviewer wants changed.
  reason text check (length(reason) <= 2000),
  edition integer not null default 0,
  -- Null for a stranger and for the installation itself.
  made_by uuid,
  made_at timestamptz not null,
  check ((state = 'superseded') = (successor is not null))
);
create index record_kind on records.record (kind, state, id desc);

-- The newest and the published content; one row of facts (lang '') and one a language.
create table records.part (
  record bigint not null references records.record,
  lang text not null,
  rev integer not null,
  shape integer not null,
  body jsonb not null,
  -- What is published. `live` is null where it is the newest body itself.
  live_rev integer,
  live jsonb,
  live_shape integer,
  -- Translation units: unit -> {s: machine|person|checked, of: hash of its source, by, at, since?}
  units jsonb not null default '{}',
  -- The same for what is published, against the published original; null where nothing of this language is.
  live_units jsonb,
  todo integer not null default 0,
  stale integer not null default 0,
  machine integer not null default 0,
  primary key (record, lang)
) with (fillfactor = 80);
create index part_stale on records.part (lang, stale) where stale > 0;
create index part_todo on records.part (lang, todo) where todo > 0;

-- Every body there ever was, in the shape it was written in.
create table records.revision (
  record bigint not null references records.record,
  lang text not null,
  rev integer not null,
  shape integer not null,
  body jsonb not null,
  by uuid,
  at timestamptz not null,
  via text not null check (via in ('form', 'import', 'restore', 'content', 'stranger', 'machine')),
  note text check (length(note) <= 500),
  primary key (record, lang, rev)
);

-- One act of publishing: which revision of each part. This is what people cite and sign.
create table records.edition (
  record bigint not null references records.record,
  no integer not null,
  parts jsonb not null,
  by uuid,
  at timestamptz not null,
  note text check (length(note) <= 500),
  primary key (record, no)
);

create function records.keep() returns trigger language plpgsql as $$
begin
  raise exception 'history is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger keep before update or delete on records.revision
  for each row execute function records.keep();
create trigger keep before update or delete on records.edition
  for each row execute function records.keep();

-- The side that readers see. Holds only what may be shown, and can be dropped and made anew.
-- Face 0 is what is published, 1 what is being worked on (for staff).
create table records.shown (
  record bigint not null references records.record,
  face smallint not null,
  kind text not null,
  -- 0 everybody, 1 members, 2 staff.
  seen smallint not null,
  org bigint,
  day date not null,
  -- Ids of records.term: kind, year, language, links and vocabularies alike.
  facets integer[] not null,
  primary key (record, face)
);
create index shown_list on records.shown (face, seen, kind, day desc, record desc);
create index shown_facets on records.shown using gin (facets) with (fastupdate = off);

create table records.shown_words (
  record bigint not null references records.record,
  face smallint not null,
  lang text not null,
  seen smallint not null,
  kind text not null,
  title text not null,
  lede text not null default '',
  -- The title and names with accents off, for misspelt questions.
  fold text not null,
  -- Short and inline: names and titles. Ranked first.
  head tsvector not null,
  tsv tsvector not null,
  primary key (record, face, lang)
);
create index shown_words_head on records.shown_words using gin (head);
create index shown_words_tsv on records.shown_words using gin (tsv);
create index shown_words_fold on records.shown_words using gin (fold public.gin_trgm_ops);

create table records.link (
  face smallint not null,
  source bigint not null references records.record,
  field text not null,
  ord integer not null,
  target bigint not null references records.record,
  primary key (source, face, field, ord)
);
create index link_back on records.link (target, face, field);

-- Lets the application's role tell the planner what a rebuild put there: without it a search walks through every row.
create function records.count_anew() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze records.shown;
  analyze records.shown_words;
  analyze records.link;
end $$;

-- Other names of a record: 'itu:...', 'celex:...', 'from:...'.
create table records.alias (
  scheme text not null,
  value text not null check (length(value) between 1 and 300),
  record bigint not null references records.record,
  primary key (scheme, value)
);
create index alias_record on records.alias (record);

-- Vocabularies are data. A term is never deleted.
create table records.term (
  id integer generated by default as identity (start with 100000) primary key,
  scheme text not null,
  code text not null,
  broader integer references records.term,
  ord integer not null default 0,
  since date,
  until date,
  becomes integer references records.term,
  -- language -> label; empty where the catalogues have it.
  label jsonb not null default '{}',
  unique (scheme, code)
);

create table records.crosswalk (
  a integer not null references records.term,
  b integer not null references records.term,
  how text not null check (how in ('same', 'wider', 'narrower', 'near')),
  source text not null,
  primary key (a, b, how)
);

-- What a computed facet says of a record (a light, an adoption); pushed by rooms, kept apart so that a rebuild finds it.
create table records.tag (
  record bigint not null references records.record,
  scheme text not null,
  code text not null,
  primary key (record, scheme)
);

create table records.file (
  sha256 bytea primary key check (length(sha256) = 32),
  bytes integer not null check (bytes > 0),
  type text not null,
  name text not null,
  -- Text found inside, for search; staff read it as a start, never as the words of the record.
  words text,
  added_by uuid,
  added_at timestamptz not null,
  checked_at timestamptz
);

-- The bytes of a file. In the database, so that one backup, one transaction and every replica have them.
create table records.file_bytes (
  sha256 bytea primary key references records.file on delete cascade,
  bytes bytea not null
);
alter table records.file_bytes alter column bytes set storage external;

-- Which record names a file, as readers (face 0) and staff (face 1) see it; made with the other projections.
create table records.file_use (
  record bigint not null references records.record,
  face smallint not null,
  field text not null,
  sha256 bytea not null references records.file,
  -- 0 everybody, 1 members, 2 staff: the stricter of the kind's and the field's.
  seen smallint not null,
  primary key (record, face, field, sha256)
);
create index file_use_file on records.file_use (sha256, face);

-- What readers said is wrong with a translation. Nothing about who said it; the words go once somebody dealt with them.
create table records.hint (
  id uuid primary key,
  record bigint not null references records.record,
  lang text not null,
  words text not null check (length(words) <= 1000),
  at timestamptz not null,
  done_at timestamptz
);
create index hint_open on records.hint (record, lang) where done_at is null;

-- Grows by one with each publication: the key of every cache of what readers see.
create table records.version (
  one boolean primary key default true check (one),
  n bigint not null
);
insert into records.version (n) values (1);
