-- Who gets news of a kind, a topic or a record by mail. Nothing is sent before the address was confirmed from its own
-- inbox (H20); an address that nobody confirmed goes after seven days, one that ends goes at once.
create table records.subscription (
  id uuid primary key,
  -- Finds the rows of one address again without keeping it in the clear.
  reader bytea not null check (octet_length(reader) = 32),
  mail_box bytea not null,
  lang text not null check (length(lang) = 2),
  -- The public address of this installation at that time, for the links in a mail.
  origin text not null check (length(origin) <= 300),
  -- What it is about, as facets say it: ('kind', 'law'), ('topic', 'privacy'), ('record', '1005').
  scheme text not null check (length(scheme) <= 63),
  code text not null check (length(code) <= 64),
  asked_at timestamptz not null,
  confirm_hash bytea unique check (octet_length(confirm_hash) = 32),
  confirmed_at timestamptz,
  -- SHA-256 of the token in each mail; the same for all rows of one address.
  leave_hash bytea not null check (octet_length(leave_hash) = 32),
  -- What was published until then was told, or was there before.
  told_at timestamptz,
  unique (reader, scheme, code),
  check ((confirmed_at is null) = (confirm_hash is not null)),
  check ((confirmed_at is null) = (told_at is null))
);
create index subscription_leave on records.subscription (leave_hash);
create index subscription_waits on records.subscription (asked_at) where confirmed_at is null;
