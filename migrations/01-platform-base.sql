-- The tables every room stands on (security 3.4). Clear columns are codes, times and ids; words are in boxes.

create table platform.installation (
  one boolean primary key default true check (one),
  doc jsonb not null,
  kind text not null check (kind in ('real', 'demo', 'rehearsal')),
  updated_at timestamptz not null
);

-- People who sign in. `mail_box` is a box under the keyring's `field` key.
create table platform.person (
  id uuid primary key,
  alias text not null check (length(alias) between 1 and 80),
  roles text[] not null default '{}',
  pub bytea,
  pub_mac bytea,
  state text not null check (state in ('invited', 'waiting', 'active', 'left')),
  mail_box bytea,
  check ((pub is null) = (pub_mac is null))
);

-- One row a way of unlocking.
create table platform.unlock (
  id uuid primary key,
  user_id uuid not null references platform.person on delete cascade,
  kind text not null check (kind in ('pw', 'prf', 'passkey', 'oidc')),
  kdf_id smallint,
  pepper_id text,
  salt bytea,
  verifier bytea,
  wrapped bytea,
  totp_box bytea,
  totp_step bigint,
  cred_id bytea unique,
  cred_pub bytea,
  sign_count bigint,
  synced boolean,
  iss_sub_mac bytea unique
);
create index unlock_user on platform.unlock (user_id);
create index unlock_pepper on platform.unlock (pepper_id) where pepper_id is not null;

-- A crash of the database signs everybody out: accepted, and nothing of a session reaches a backup or an archive.
create unlogged table platform.session (
  id bytea primary key,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,31}$'),
  user_id uuid,
  wrapped bytea,
  fresh_until timestamptz,
  idle_until timestamptz not null,
  absolute_until timestamptz not null
);
create index session_of_user on platform.session (user_id) where user_id is not null;
create index session_idle on platform.session (idle_until);

-- While a team is rotated its old epoch drains beside the new one.
create table platform.team (
  id uuid not null,
  slug text not null check (slug ~ '^[a-z]+(:[0-9a-f-]{36})?$'),
  epoch integer not null check (epoch > 0),
  pub bytea not null,
  mac bytea not null,
  state text not null check (state in ('active', 'draining', 'destroyed')),
  primary key (id, epoch),
  unique (slug, epoch)
);
create unique index team_active on platform.team (id) where state = 'active';

create table platform.team_grant (
  team_id uuid not null,
  epoch integer not null,
  holder text not null check (holder in ('user', 'recovery')),
  holder_id text not null,
  sealed bytea not null,
  can_grant boolean not null default false,
  primary key (team_id, epoch, holder, holder_id),
  foreign key (team_id, epoch) references platform.team on delete cascade
);
create index team_grant_holder on platform.team_grant (holder, holder_id);

create table platform.object (
  id uuid primary key,
  kind text not null,
  box bytea not null,
  delete_after date,
  hold boolean not null default false
);
create index object_delete_after on platform.object (delete_after) where delete_after is not null and not hold;

create function platform.hold_guard() returns trigger language plpgsql as $$
begin
  if old.hold then raise exception 'legal hold' using errcode = 'CP004'; end if;
  return old;
end $$;
create trigger hold before delete on platform.object for each row execute function platform.hold_guard();

-- epoch is the team's; 0 for receipts and people.
create table platform.seal (
  object_id uuid not null references platform.object on delete cascade,
  to_kind text not null check (to_kind in ('team', 'receipt', 'user')),
  to_id uuid not null,
  epoch integer not null default 0,
  sealed bytea not null,
  expires timestamptz,
  primary key (object_id, to_kind, to_id, epoch)
);
create index seal_to on platform.seal (to_kind, to_id, epoch);
create index seal_expires on platform.seal (expires) where expires is not null;

-- What a job may open: one recipient and body, under the keyring's `machine` key, for a short time.
create table platform.machine_box (
  id uuid primary key,
  purpose text not null,
  box bytea not null,
  expires timestamptz not null
);
create index machine_box_expires on platform.machine_box (expires);

create table platform.mail_outbox (
  id uuid primary key,
  machine_box_id uuid references platform.machine_box on delete set null,
  purpose text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'gone')),
  tries integer not null default 0,
  next_at timestamptz,
  created_at timestamptz not null,
  code text
);
create index mail_outbox_next on platform.mail_outbox (next_at) where state = 'queued';

-- Numbers that cannot be joined back to a report; deleting a report does not lower them.
create table platform.counter (
  day date not null,
  tbl text not null,
  key text not null,
  n bigint not null,
  primary key (day, tbl, key)
);

-- An act that needs a second person. `payload` holds ids and codes only.
create table platform.pending_act (
  id uuid primary key,
  act text not null,
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  payload_hash bytea not null check (octet_length(payload_hash) = 32),
  asked_by uuid not null references platform.person,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid references platform.person,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'refused', 'withdrawn', 'expired')),
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'approved' or (decided_by is not null and decided_by <> asked_by))
);
create index pending_act_open on platform.pending_act (expires_at) where decision is null;

create table platform.text_review (
  lang text not null,
  key text not null,
  text_hash bytea not null,
  state text not null,
  reviewer text,
  at timestamptz not null,
  primary key (lang, key)
);

create table platform.worker_heartbeat (
  id text primary key,
  at timestamptz not null
);

-- What was deleted, so that a restored backup deletes it again before it opens.
create table platform.deletion_ledger (
  seq bigint primary key generated always as identity,
  tbl text not null,
  row_id uuid not null,
  rule text not null,
  at timestamptz not null
);
create index deletion_ledger_at on platform.deletion_ledger (at);
revoke update on platform.deletion_ledger from :app;
