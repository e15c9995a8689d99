-- A person tells what happened. Clear columns are ids, codes and times cut to the minute (security 2.9); what was
-- said lies in sealed objects. No foreign key leaves this schema.

create schema reports;

-- The form while it is being written, under a key that only the browser's cookie holds. Never in a backup.
create unlogged table reports.draft (
  id bytea primary key,
  -- Null when a code was shown long enough: then only the fact is left that there was one.
  box bytea,
  shown_until timestamptz,
  expires timestamptz not null,
  absolute_until timestamptz not null
);
create index draft_expires on reports.draft (expires);

create table reports.report (
  id uuid primary key,
  received_at timestamptz not null check (received_at = date_trunc('minute', received_at)),
  channel text not null check (channel in ('web', 'company')),
  lang text not null check (lang ~ '^[a-z]{2}$'),
  kind text not null check (kind in ('mean', 'picture', 'unsafe', 'saw', 'tricked', 'other')),
  intent text not null check (intent in ('tell', 'notify', 'denounce', 'help')),
  priority text not null check (priority in ('p0', 'p1', 'p2', 'p3', 'p4')),
  needs text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'finished')),
  case_id uuid,
  due_at timestamptz not null,
  -- The reporter's own wish: no more messages, no mail.
  quiet boolean not null default false,
  delete_after date,
  reference text unique,
  story_id uuid not null unique,
  contact_id uuid not null unique,
  notify_id uuid not null unique
);
create index report_delete_after on reports.report (delete_after) where delete_after is not null;
create index report_received on reports.report (received_at);
create index report_case on reports.report (case_id);

create table reports.receipt (
  id uuid primary key,
  report_id uuid not null references reports.report on delete cascade,
  v smallint not null default 1,
  role text not null check (role in ('main', 'child', 'company')),
  lookup bytea not null unique check (octet_length(lookup) = 32),
  pepper_id text not null,
  kdf_id smallint not null,
  pub bytea not null check (octet_length(pub) = 32),
  pub_mac bytea not null check (octet_length(pub_mac) = 32),
  wrapped bytea not null,
  word_salt bytea,
  word_tries integer not null default 0,
  word_wait timestamptz,
  -- Rounded up to a Monday, so that it does not tell the day of the last visit.
  access_until date not null,
  -- A company's list of row ids, sealed to this receipt.
  list_id uuid,
  unique (report_id, role)
);
create index receipt_access on reports.receipt (access_until);

create table reports.receipt_ended (
  lookup bytea primary key,
  pepper_id text not null,
  ended_on date not null,
  until date not null
);
create index receipt_ended_until on reports.receipt_ended (until);

-- A slip for the child, valid once (H7). Only the hash of its token is here.
create table reports.invitation (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  report_id uuid not null references reports.report on delete cascade,
  until date not null,
  opened_on date
);
create index invitation_report on reports.invitation (report_id);

-- What happened to a report, once a receipt: each reads the same steps.
create table reports.step (
  id uuid primary key,
  report_id uuid not null references reports.report on delete cascade,
  receipt_id uuid not null references reports.receipt on delete cascade,
  step text not null check (step ~ '^[a-z][a-z-]{1,31}$'),
  code text check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  n integer,
  row_n integer,
  due_at timestamptz,
  at timestamptz not null check (at = date_trunc('minute', at)),
  seq bigint not null generated always as identity
);
create index step_receipt on reports.step (receipt_id, seq);
create index step_report on reports.step (report_id, seq);

create table reports.message (
  object_id uuid primary key,
  report_id uuid not null references reports.report on delete cascade,
  receipt_id uuid not null references reports.receipt on delete cascade,
  dir text not null check (dir in ('in', 'out')),
  at timestamptz not null check (at = date_trunc('minute', at)),
  seq bigint not null generated always as identity
);
create index message_receipt on reports.message (receipt_id, seq);
create index message_report on reports.message (report_id, seq);

-- The running number of company receipts, C-2026-000001.
create table reports.reference (
  year integer primary key,
  n integer not null
);

-- How many, never which: no report can be found from here, and deleting one lowers nothing.
create table reports.counter (
  day date not null,
  key text not null check (key ~ '^[a-z][a-z0-9.-]{1,63}$'),
  n bigint not null,
  primary key (day, key)
);
