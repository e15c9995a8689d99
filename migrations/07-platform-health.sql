-- When somebody last had the whole audit chain checked, and what was found.
create table platform.chain_check (
  one boolean primary key default true check (one),
  at timestamptz not null,
  entries bigint not null,
  -- The first entry that does not hold; null where all do.
  bad_seq bigint
);
