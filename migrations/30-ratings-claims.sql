-- What lists say about hosts. Names are kept as `org example www` in the order of bytes: a name, then the names below it.
create schema ratings;

-- Who says something. `number` stands for the source in the many rows of claims; sources that copy each other share
-- a group and are one voice.
create table ratings.source (
  id uuid primary key,
  number smallint generated always as identity unique,
  name text not null unique check (length(name) between 1 and 200),
  licence text not null check (length(licence) between 1 and 200),
  independence_group text not null check (length(independence_group) between 1 and 80),
  format text not null check (format in ('hosts', 'domains', 'ut1')),
  -- Null where the list is a folder of many categories.
  category smallint,
  added_at timestamptz not null,
  read_at timestamptz,
  -- A list that nobody read for so long says nothing any more.
  fresh_days smallint not null default 180 check (fresh_days > 0)
);

-- One reading of a list. `refused` counts lines by reason, with a few examples of each.
create table ratings.run (
  id uuid primary key,
  source_id uuid not null references ratings.source on delete cascade,
  at timestamptz not null,
  seconds real not null,
  lines integer not null,
  silent integer not null,
  said integer not null,
  added integer not null,
  kept integer not null,
  gone integer not null,
  refused jsonb not null,
  categories smallint[] not null
);
create index run_source on ratings.run (source_id, at desc);

create table ratings.claim (
  name text collate "C" not null,
  source smallint not null,
  category smallint not null,
  -- Speaks of all names below as well.
  below boolean not null,
  since date not null,
  primary key (name, source, category, below)
);

-- A claim about one page never counts for its host, so it is kept where the rule does not look.
create table ratings.address_claim (
  name text collate "C" not null,
  path text collate "C" not null,
  source smallint not null,
  category smallint not null,
  since date not null,
  primary key (name, path, source, category)
);

-- A list on its way in. `path` is empty for a host. A crash empties it, and no backup holds it.
create unlogged table ratings.incoming (
  source smallint not null,
  name text collate "C" not null,
  path text collate "C" not null,
  category smallint not null,
  below boolean not null
);
