-- Published states of the ratings. A snapshot is a file under the data folder; a delta is small and stays here.
create table ratings.snapshot (
  number bigint primary key check (number > 0),
  created_at timestamptz not null,
  -- Path inside the data folder.
  file text not null,
  signature jsonb not null,
  key bytea not null check (octet_length(key) = 16),
  bytes bigint not null,
  hosts integer not null,
  seconds real not null
);

create table ratings.delta (
  number bigint primary key check (number > 0),
  -- The number of the state it changes, and of the snapshot that this chain began with.
  base bigint not null,
  snapshot bigint not null references ratings.snapshot on delete cascade,
  created_at timestamptz not null,
  bytes bytea not null,
  signature jsonb not null
);
create index delta_snapshot on ratings.delta (snapshot, number);

-- The last number given; locked while the next one is made, so that numbers grow in the order of commits.
create table ratings.head (
  one boolean primary key default true check (one),
  number bigint not null,
  snapshot bigint references ratings.snapshot
);
insert into ratings.head (number) values (0);
