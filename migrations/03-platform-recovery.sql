-- The public sides of the recovery keys. The private side lies on two papers and nowhere else (security 2.11).

create table platform.recovery (
  n integer primary key check (n between 1 and 255),
  pub bytea not null check (octet_length(pub) = 32),
  pub_mac bytea not null,
  root_pub bytea not null check (octet_length(root_pub) = 32),
  root_mac bytea not null,
  -- printed: both halves were not yet typed back. spent: it was used, or a newer one took its place.
  state text not null check (state in ('printed', 'active', 'spent')),
  made_at timestamptz not null,
  rehearsed_at timestamptz
);
create unique index recovery_active on platform.recovery (state) where state = 'active';
