-- The desk's unit. Clear columns are codes, times and ids, so that the queue can be ordered and clocks can run without
-- a key (security 2.9); every word lies in a sealed object named in cases.sealed. No foreign key leaves this schema
-- but to people.

create schema cases;

create table cases."case" (
  id uuid primary key,
  received_at timestamptz not null check (received_at = date_trunc('minute', received_at)),
  channel text not null check (channel in ('web', 'company')),
  lang text not null check (lang ~ '^[a-z]{2}$'),
  kind text not null check (kind ~ '^[a-z-]{2,20}$'),
  intent text not null check (intent ~ '^[a-z-]{2,20}$'),
  priority text not null check (priority in ('p0', 'p1', 'p2', 'p3', 'p4')),
  needs text[] not null default '{}',
  state text not null default 'new' check (state in ('new', 'reading', 'question', 'acting', 'waiting', 'closed')),
  due_at timestamptz not null,
  -- Who has it, since when; and who shall not get it, because the reporter asked for another person.
  assigned_to uuid references platform.person,
  assigned_at timestamptz,
  not_by uuid references platform.person,
  -- When somebody first took it, and when the duty contact was last called because nobody did.
  opened_at timestamptz,
  called_at timestamptz,
  -- Out of the queue until then.
  later_until timestamptz,
  -- What the reporter did last that nobody has read yet.
  news text check (news ~ '^[a-z-]{2,20}$'),
  news_at timestamptz,
  -- Of the assessment in force.
  harm text,
  legal text,
  severity smallint check (severity between 1 and 4),
  -- When somebody last wrote to the reporter since the case was (re)opened.
  told_at timestamptz,
  -- The step that a police hold kept back.
  kept_step text,
  kept_code text,
  closed_at timestamptz,
  outcome text,
  untold text,
  delete_after date,
  check ((assigned_to is null) = (assigned_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((kept_step is not null) or (kept_code is null))
);
create index case_waiting on cases."case" (priority, due_at) where assigned_to is null and state <> 'closed';
create index case_age on cases."case" (received_at) where assigned_to is null and state <> 'closed';
create index case_assigned on cases."case" (assigned_to) where state <> 'closed';
create index case_unopened on cases."case" (due_at) where opened_at is null and priority = 'p0';
create index case_delete_after on cases."case" (delete_after) where delete_after is not null;

-- Which reports a case is about. Its reporters never learn of each other.
create table cases.report (
  report_id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade,
  joined_at timestamptz not null,
  how text not null check (how in ('made', 'same-address', 'by-hand')),
  -- How many of its addresses were looked at with the desk's keys; when all were.
  looked_n integer not null default 0,
  looked_at timestamptz,
  stop_asked text check (stop_asked in ('stop', 'delete'))
);
create index report_case on cases.report (case_id);
create index report_unlooked on cases.report (joined_at) where looked_at is null;

-- One address or account. `seen` is the blind index under the desk's own key: equal for equal addresses, and no guess
-- can be tested without that key.
create table cases.item (
  id uuid primary key,
  address_id uuid not null unique,
  seen bytea unique check (octet_length(seen) = 16),
  found_at timestamptz not null
);

create table cases.sighting (
  report_id uuid not null references cases.report on delete cascade,
  item_id uuid not null references cases.item,
  -- The row of a company's list, from 1, and the answer it got.
  row_n integer,
  answer text check (answer in ('notice', 'removed', 'known', 'rejected')),
  primary key (report_id, item_id)
);
create index sighting_item on cases.sighting (item_id);

-- Every sealed object of a case, so that deleting needs no key.
create table cases.sealed (
  object_id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade
);
create index sealed_case on cases.sealed (case_id);

-- What happened, in codes; the reason of a person, where there is one, is sealed.
create table cases.event (
  id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade,
  seq bigint not null generated always as identity,
  at timestamptz not null,
  by uuid references platform.person,
  act text not null check (act ~ '^[a-z][a-z-]{1,31}$'),
  code text check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  words_id uuid
);
create index event_case on cases.event (case_id, seq);

-- How many cases were pulled so far: every fifth pull takes the oldest.
create table cases.turn (
  one boolean primary key default true check (one),
  n bigint not null default 0
);
insert into cases.turn default values;

-- "No more today." Gone the next day, counted nowhere.
create table cases.rest (
  person_id uuid primary key references platform.person on delete cascade,
  until timestamptz not null
);

-- The name from nature by which a reporter knows a person: another in every case, so that nobody can be followed.
create table cases.voice (
  case_id uuid not null references cases."case" on delete cascade,
  person_id uuid not null references platform.person on delete cascade,
  n smallint not null,
  primary key (case_id, person_id),
  unique (case_id, n)
);
