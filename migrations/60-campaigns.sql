-- What campaigns count and send: kits that a country fills in, printed pieces kept so that they are not set twice, who
-- supports what, and requests for a kit by post. Campaigns, themes and days themselves are records (09-records.sql).

create schema campaigns;

-- A finished piece, by the hash of everything that it was made from. May be emptied at any time.
create table campaigns.print (
  key bytea primary key check (octet_length(key) = 32),
  bytes bytea not null,
  -- How the words lie in their boxes.
  fits jsonb not null,
  used_on date not null
);
alter table campaigns.print alter column bytes set storage external;
create index print_used on campaigns.print (used_on);

-- A kit that somebody fills in, step by step. Gone a month after it was begun.
create table campaigns.kit (
  id uuid primary key,
  -- The campaign's record.
  campaign bigint not null,
  by uuid not null references platform.person,
  pieces text[] not null default '{}',
  editions text[] not null default '{}',
  -- Id of a number of set-up, 'none' for no phone, null before anybody chose (H11: no number is typed here).
  phone text,
  address text not null default '' check (length(address) <= 60),
  ministry text not null default '' check (length(ministry) <= 120),
  qr boolean not null default true,
  -- The words of a language that is not one of ours: {lang, dir, texts}.
  own jsonb,
  made_on date not null,
  delete_after date not null
);
create index kit_by on campaigns.kit (by, made_on);
create index kit_delete_after on campaigns.kit (delete_after);

create table campaigns.kit_logo (
  kit uuid not null references campaigns.kit on delete cascade,
  at smallint not null check (at between 0 and 2),
  name text not null check (length(name) <= 120),
  -- PNG, drawn anew from what was sent.
  bytes bytea not null,
  primary key (kit, at)
);

-- Somebody asks for a kit on a stick or disc. Name and address lie under the keyring's `field` key, and go with the clock.
create table campaigns.pack (
  id uuid primary key,
  campaign bigint,
  lang text not null check (lang ~ '^[a-z]{2}$'),
  address_box bytea,
  state text not null default 'requested' check (state in ('requested', 'packed', 'sent', 'refused')),
  asked_on date not null,
  moved_on date not null,
  moved_by uuid references platform.person,
  delete_after date not null
);
create index pack_state on campaigns.pack (state, asked_on);
create index pack_delete_after on campaigns.pack (delete_after);

-- Who takes up a theme or carries a campaign: once or standing. Shown after somebody of the room let it through.
create table campaigns.support (
  id uuid primary key,
  -- A campaign or a theme.
  record bigint not null,
  person uuid not null references platform.person,
  organisation text not null check (length(organisation) between 1 and 120),
  way text not null check (way in ('once', 'standing')),
  words text not null check (length(words) between 1 and 300),
  lang text not null check (lang ~ '^[a-z]{2}$'),
  state text not null default 'asked' check (state in ('asked', 'shown', 'ended')),
  asked_on date not null,
  moved_on date not null,
  moved_by uuid references platform.person
);
create index support_record on campaigns.support (record, state);
create unique index support_once on campaigns.support (record, person) where state <> 'ended';
