-- Backups, and what a restored one must not bring back (security 2.10).

-- What was made and where it lies: for its age on the health page, and for the ledger that grows beside it.
create table platform.backup (
  id uuid primary key,
  -- When its picture of the database was taken.
  at timestamptz not null,
  file text not null,
  rows bigint not null,
  bytes bigint not null,
  seconds real not null
);
create index backup_at on platform.backup (at desc);

-- While there is a row no job runs: after a restore a person first reads what would go out again.
create table platform.job_pause (
  one boolean primary key default true check (one),
  since timestamptz not null,
  why text not null check (why ~ '^[a-z][a-z-]{1,31}$')
);

-- Whoever deletes something writes down why; this notes sealed objects also where somebody forgot, because a missing line
-- would be found only when a deleted report is back. To the minute, so that two lines do not tell that they belong together.
create function platform.note_deletions() returns trigger language plpgsql as $$
begin
  insert into platform.deletion_ledger (tbl, row_id, rule, at)
    select tg_table_schema || '.' || tg_table_name, id, 'deleted', date_trunc('minute', now()) from gone;
  return null;
end $$;

create trigger ledger after delete on platform.object referencing old table as gone
  for each statement execute function platform.note_deletions();
