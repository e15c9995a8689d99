-- The emergency (security 2.11): the console opens a page for half an hour, behind a link that works once.

create table platform.recovery_window (
  one boolean primary key default true check (one),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0
);
