-- The keys that sign snapshots, checkpoints and exports, vouched for by the root on the two papers (security 3.3). Edges
-- pin the root; a lower serial is a rollback.

create table platform.key_list (
  serial integer primary key check (serial > 0),
  -- The recovery key whose root signed.
  n integer not null references platform.recovery,
  payload text not null,
  signature text not null
);
