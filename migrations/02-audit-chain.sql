-- The audit chain (security 3.5). Runs as the installing superuser in the name of the audit owner, whom neither the
-- application nor the migrating role can become. Entries are only ever appended; erasing a body keeps its digest.

create table audit.entry (
  seq bigint primary key,
  at timestamptz not null,
  body text,
  d bytea not null check (octet_length(d) = 32),
  h bytea not null unique check (octet_length(h) = 32),
  erased_by bigint references audit.entry (seq),
  check ((body is null) = (erased_by is not null))
);

create table audit.head (
  one boolean primary key default true check (one),
  seq bigint not null,
  h bytea not null
);
insert into audit.head (seq, h) values (0, decode(repeat('00', 32), 'hex'));

create table audit.checkpoint (
  day date primary key,
  seq bigint not null,
  payload text not null,
  kid text not null,
  sig bytea not null
);

create function audit.at_us(t timestamptz) returns bigint language sql immutable as
  $$ select (extract(epoch from t) * 1000000)::bigint $$;

create function audit.body_digest(b text) returns bytea language sql immutable as
  $$ select sha256('rowan/v1/audit/body'::bytea || '\x00'::bytea || convert_to(b, 'UTF8')) $$;

create function audit.link(seq bigint, at timestamptz, prev bytea, d bytea) returns bytea language sql immutable as
  $$ select sha256('rowan/v1/audit/link'::bytea || '\x00'::bytea || int8send(seq) || int8send(audit.at_us(at)) || prev || d) $$;

create function audit.append(p_body text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  s bigint;
  p bytea;
  t timestamptz := date_trunc('microseconds', clock_timestamp());
  dg bytea;
  hh bytea;
begin
  if jsonb_typeof(p_body::jsonb) <> 'object' or octet_length(p_body) > 4096 then
    raise exception 'audit: body' using errcode = 'CP001';
  end if;
  select head.seq + 1, head.h into s, p from audit.head for update;
  dg := audit.body_digest(p_body);
  hh := audit.link(s, t, p, dg);
  insert into audit.entry (seq, at, body, d, h) values (s, t, p_body, dg, hh);
  update audit.head set seq = s, h = hh;
  return s;
end $$;

-- The erasure is itself an entry, saying who and why.
create function audit.erase(p_seq bigint, p_by text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  s bigint;
begin
  s := audit.append(p_by);
  perform set_config('audit.erasing', p_seq::text, true);
  update audit.entry set body = null, erased_by = s where entry.seq = p_seq and body is not null;
  if not found then raise exception 'audit: nothing to erase' using errcode = 'CP002'; end if;
  perform set_config('audit.erasing', '', true);
  return s;
end $$;

-- Refuses also the owner and a superuser; what a superuser does after disabling it, verifying the chain finds.
create function audit.refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'entry' then
    if current_setting('audit.erasing', true) = old.seq::text
      and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
      and new.body is null and new.erased_by is not null and old.body is not null
      and (new.seq, new.at, new.d, new.h) is not distinct from (old.seq, old.at, old.d, old.h)
    then
      return new;
    end if;
  end if;
  raise exception 'audit: % on % refused', tg_op, tg_table_name using errcode = 'CP003';
end $$;

create trigger no_change before update or delete on audit.entry for each row execute function audit.refuse();
create trigger no_truncate before truncate on audit.entry for each statement execute function audit.refuse();
create trigger no_change before update or delete on audit.checkpoint for each row execute function audit.refuse();
create trigger no_truncate before truncate on audit.checkpoint for each statement execute function audit.refuse();
create trigger no_delete before delete on audit.head for each row execute function audit.refuse();
create trigger no_truncate before truncate on audit.head for each statement execute function audit.refuse();

-- Always: session_replication_role does not skip them.
alter table audit.entry enable always trigger no_change;
alter table audit.entry enable always trigger no_truncate;
alter table audit.checkpoint enable always trigger no_change;
alter table audit.checkpoint enable always trigger no_truncate;
alter table audit.head enable always trigger no_delete;
alter table audit.head enable always trigger no_truncate;

revoke all on all functions in schema audit from public;
grant usage on schema audit to :app;
grant select on audit.entry, audit.head, audit.checkpoint to :app;
grant insert on audit.checkpoint to :app;
grant execute on function audit.append(text), audit.erase(bigint, text) to :app;
