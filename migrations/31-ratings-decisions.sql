-- What people decided about hosts, with reasons that the public may read.
create table ratings.decision (
  id uuid primary key,
  name text collate "C" not null,
  scope text not null check (scope in ('host', 'subtree')),
  min_age smallint not null check (min_age between 0 and 21 or min_age = 255),
  categories text[] not null,
  block_everyone boolean not null,
  -- Keys of sentences in the catalogue, and the desk's own words with their language.
  reasons text[] not null,
  words text not null default '' check (length(words) <= 1000),
  words_lang text,
  sure text not null check (sure in ('sure', 'fairly', 'not')),
  topics jsonb not null default '{}',
  case_id uuid,
  needs text not null check (needs in ('none', 'second', 'supervisor')),
  state text not null check (state in ('proposed', 'released', 'undone', 'replaced', 'expired', 'withdrawn')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  expires_at timestamptz,
  next_check date,
  check (state in ('proposed', 'withdrawn') or released_at is not null)
);
create unique index decision_in_force on ratings.decision (name, scope) where state = 'released';
create index decision_name on ratings.decision (name);
create index decision_case on ratings.decision (case_id) where case_id is not null;

-- Hosts that nobody may read about (harm rule H1): the host is in a box under the keyring's `field` key. Only the
-- publishing of snapshots and the desk's own door read this table.
create table ratings.guarded (
  id uuid primary key,
  -- Keyed look-up of the host, to find a second decision about the same one.
  lookup bytea not null,
  host_box bytea not null,
  scope text not null check (scope in ('host', 'subtree')),
  case_id uuid,
  needs text not null check (needs in ('second', 'supervisor')),
  state text not null check (state in ('proposed', 'released', 'undone', 'replaced', 'expired', 'withdrawn')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  expires_at timestamptz,
  check (state in ('proposed', 'withdrawn') or released_at is not null)
);
create unique index guarded_in_force on ratings.guarded (lookup, scope) where state = 'released';
create index guarded_case on ratings.guarded (case_id) where case_id is not null;
