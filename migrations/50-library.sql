-- What the library counts, times and binds. What it says are records.

create schema library;

-- A stranger offered a record and may come back to it. Nothing says who it was.
create table library.submission (
  -- Made with the form, so that a form sent twice is one.
  id uuid primary key,
  record bigint not null unique references records.record,
  -- Keyed look-up of the code.
  lookup bytea not null unique check (octet_length(lookup) = 32),
  sent_on date not null,
  -- A question waits for the sender's answer.
  asked boolean not null default false,
  -- It will not be published; the last message says why.
  declined boolean not null default false,
  -- The code and the talk go then; moved by each visit.
  until date not null
);
create index submission_until on library.submission (until);

-- What reviewer and sender wrote to each other.
create table library.submission_message (
  id uuid primary key,
  submission uuid not null references library.submission on delete cascade,
  dir text not null check (dir in ('in', 'out')),
  -- Under the keyring's `field` key: people write names and numbers.
  words bytea not null,
  at timestamptz not null,
  seq bigint generated always as identity
);
create index submission_message_of on library.submission_message (submission, seq);

-- Under which name a record's page thanks whoever shared it, because they wished so.
create table library.credit (
  record bigint primary key references records.record,
  name text not null check (length(name) between 1 and 200)
);

-- What a letter or a law asks of us.
create table library.task (
  id uuid primary key,
  record bigint not null references records.record,
  what text not null check (length(what) between 1 and 2000),
  -- Somebody who works here, or an organisation by its name, or nobody yet.
  owner uuid,
  org text check (length(org) between 1 and 200),
  due date,
  done_on date,
  -- What came of it, in a sentence.
  result text check (length(result) between 1 and 2000),
  made_on date not null,
  seq bigint generated always as identity,
  check (owner is null or org is null)
);
create index task_of on library.task (record, seq);
create index task_open on library.task (due) where done_on is null;

-- Records that show that a task was done.
create table library.task_evidence (
  task uuid not null references library.task on delete cascade,
  record bigint not null references records.record,
  primary key (task, record)
);

-- An organisation says, or somebody here noted, how far it has taken up a guideline.
create table library.adoption (
  id uuid primary key,
  guideline bigint not null references records.record,
  name text not null check (length(name) between 1 and 200),
  -- For staff.
  contact text check (length(contact) between 1 and 200),
  how_far text not null check (how_far in ('intends', 'part', 'whole')),
  -- Numbers of the guideline's items that are carried out, as they stand there.
  items text[] not null default '{}',
  since date not null,
  -- The organisation said so itself, through somebody with an account.
  own_word boolean not null,
  said_by uuid not null,
  said_on date not null,
  ended_on date
);
create unique index adoption_of on library.adoption (guideline, lower(name)) where ended_on is null;
