-- How people come, sign in and go (security 2.2 to 2.4).

-- Two people of one name could not be told apart at the door. Who left frees the name.
create unique index person_alias on platform.person (lower(alias)) where state <> 'left';

-- Roles that somebody has from the moment a member gives them the keys for it, and not before.
alter table platform.person add column asked text[];

alter table platform.unlock add column made_on date;
-- Whether Rowan made the password: who opens cases never chose it.
alter table platform.unlock add column issued boolean;

-- A link that works once. Whoever opens it makes their own password and keys; one live link a person.
create table platform.invite (
  person uuid primary key references platform.person on delete cascade,
  kind text not null check (kind in ('join', 'reset', 'factor')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  expires_at timestamptz not null
);

-- An approved act is done once.
alter table platform.pending_act add column done_at timestamptz check (done_at is null or decision = 'approved');

-- What every member of a team is shown for some days: somebody was given its key, or lost it.
create table platform.team_news (
  id uuid primary key,
  team text not null,
  act text not null check (act in ('granted', 'left', 'recovered')),
  person uuid not null references platform.person,
  by_person uuid references platform.person,
  at timestamptz not null,
  until timestamptz not null
);
create index team_news_until on platform.team_news (until);

-- A passkey answers a challenge once and soon; a crash only means to press the button again.
create unlogged table platform.passkey_challenge (
  hash bytea primary key check (octet_length(hash) = 32),
  purpose text not null check (purpose in ('sign-in', 'confirm', 'add', 'password')),
  person uuid,
  expires_at timestamptz not null
);
create index passkey_challenge_expires on platform.passkey_challenge (expires_at);
