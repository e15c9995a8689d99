-- Families and what they chose for their children. Keys begin with the household, so that the tables can be split by it
-- one day. There is no table of what anybody looked up, and there will be none: no visit, no count, no time of use.

create schema guard;

-- No name and no address: a family comes back with a code. Null until it made one.
create table guard.household (
  id uuid primary key,
  made_on date not null,
  code_lookup bytea unique check (octet_length(code_lookup) = 32),
  kdf_id smallint not null,
  -- A second secret beside the code, where the family wants one.
  password_salt bytea,
  password_check bytea check (octet_length(password_check) = 32),
  check ((password_salt is null) = (password_check is null))
);

create table guard.child (
  household_id uuid not null references guard.household on delete cascade,
  id uuid not null unique,
  -- Nickname, under the keyring's `field` key.
  name_box bytea not null,
  age_group text not null check (age_group in ('under-9', '9-12', '13-15', '16-17')),
  lang text not null check (lang ~ '^[a-z]{2}$'),
  -- Lines of the level that the family changed: a category's code and allow, ask or block.
  changes jsonb not null default '{}' check (jsonb_typeof(changes) = 'object'),
  -- The child's own page: hash of its present link, and whether a browser has opened it.
  page_hash bytea unique check (octet_length(page_hash) = 32),
  page_opened boolean not null default false,
  made_on date not null,
  primary key (household_id, id)
);

create table guard.device (
  household_id uuid not null,
  id uuid not null unique,
  child_id uuid not null,
  kind text not null check (kind in ('android', 'iphone', 'windows', 'mac', 'chromebook', 'other')),
  -- Keyed look-up of the token in its address (security.md 4.8).
  lookup bytea not null unique check (octet_length(lookup) = 16),
  made_on date not null,
  primary key (household_id, id),
  foreign key (household_id, child_id) references guard.child on delete cascade
);
create index device_child on guard.device (household_id, child_id);

-- The one address that Rowan keeps, because a family asked for it: boxed under `field`, and a keyed look-up.
create table guard.network (
  household_id uuid not null,
  id uuid not null unique,
  child_id uuid not null,
  lookup bytea not null unique check (octet_length(lookup) = 16),
  family smallint not null check (family in (4, 6)),
  bits smallint not null check (bits between 1 and 128),
  prefix_box bytea not null,
  made_on date not null,
  primary key (household_id, id),
  foreign key (household_id, child_id) references guard.child on delete cascade
);
create index network_child on guard.network (household_id, child_id);

-- A code, token or link that was just made, for ten minutes, under a key that only the browser's cookie holds.
create unlogged table guard.shown (
  session_id bytea not null,
  about uuid not null,
  household_id uuid not null,
  box bytea not null,
  until timestamptz not null,
  primary key (session_id, about)
);
create index shown_until on guard.shown (until);
