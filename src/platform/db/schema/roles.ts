// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/** The database roles in use, quoted for SQL. */
export interface Roles {
  /** False where the database lets us make no roles: then all are the one user we have. */
  separated: boolean;
  owner: string;
  auditOwner: string;
  app: string;
  guard: string;
}

const SEPARATE: Roles = {
  separated: true,
  owner: 'rowan_owner',
  auditOwner: 'rowan_audit_owner',
  app: 'rowan_app',
  guard: 'rowan_guard',
};

/** SQLSTATEs that mean "this user may not make roles here", or grant them, or own the schema. */
const NOT_ALLOWED = new Set(['42501', '0LP01', '0A000']);
/** Another process made the same thing in the same moment. */
const COLLISION = new Set(['42710', '23505', '42P06', 'XX000']);
const TRIES = 5;

/**
 * Makes the roles, the audit schema and the extension, or finds them made. Nobody logs in as an owner; the
 * application owns nothing, and neither it nor the migrating role can become the audit owner.
 */
export async function installRoles(client: pg.Client): Promise<Roles> {
  if (await isInstalled(client)) return SEPARATE;
  for (let tries = 1; ; tries++) {
    try {
      await client.query('begin');
      await client.query(INSTALL);
      await client.query('commit');
      return SEPARATE;
    } catch (error) {
      await client.query('rollback');
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code !== undefined && COLLISION.has(code) && tries < TRIES) continue;
      if (code !== undefined && NOT_ALLOWED.has(code)) return installShared(client);
      throw error;
    }
  }
}

async function isInstalled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ roles: number; schema: boolean }>(`
    select (select count(*)::int from pg_roles
        where rolname in ('rowan_owner', 'rowan_audit_owner', 'rowan_migrate', 'rowan_app', 'rowan_guard')) as roles,
      exists (select from pg_namespace n join pg_roles o on o.oid = n.nspowner
        where n.nspname = 'audit' and o.rolname = 'rowan_audit_owner') as schema`);
  if (rows[0]?.roles !== 5 || !rows[0].schema) return false;
  const rights = await client.query<{ ok: boolean }>(`
    select pg_has_role('rowan_owner', 'MEMBER') and pg_has_role('rowan_audit_owner', 'MEMBER')
      and has_database_privilege('rowan_owner', current_database(), 'CREATE') as ok`);
  return rights.rows[0]?.ok ?? false;
}

async function installShared(client: pg.Client): Promise<Roles> {
  await client.query('create schema if not exists audit');
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name');
  const name = rows[0]?.name ?? 'current_user';
  return { separated: false, owner: name, auditOwner: name, app: name, guard: name };
}

const INSTALL = `
do $$
declare
  wanted text[];
  owner text;
begin
  for wanted in select array[v.name, v.options] from (values
      ('rowan_owner', 'nologin'), ('rowan_audit_owner', 'nologin'), ('rowan_migrate', 'login'),
      ('rowan_app', 'login'), ('rowan_guard', 'login')) as v (name, options)
  loop
    if not exists (select from pg_roles where rolname = wanted[1]) then
      execute format('create role %I %s', wanted[1], wanted[2]);
    end if;
  end loop;
  if not pg_has_role('rowan_migrate', 'rowan_owner', 'MEMBER') then grant rowan_owner to rowan_migrate; end if;
  -- From PostgreSQL 16 on, whoever makes a role may give it away but not yet become it: so try, then grant.
  foreach owner in array array['rowan_owner', 'rowan_audit_owner'] loop
    begin
      execute format('set local role %I', owner);
      set local role none;
    exception when insufficient_privilege then
      execute format('grant %I to %I', owner, current_user);
    end;
  end loop;
  execute format('grant connect, create on database %I to rowan_owner', current_database());
  execute format('grant connect on database %I to rowan_app, rowan_migrate, rowan_guard', current_database());
end $$;
create schema if not exists audit authorization rowan_audit_owner;
set local role rowan_owner;
alter default privileges grant usage on schemas to rowan_app;
alter default privileges grant select, insert, update, delete on tables to rowan_app;
alter default privileges grant usage, select on sequences to rowan_app;
`;
