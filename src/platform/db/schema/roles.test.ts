// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import type { Part } from '../place.ts';

const { facts } = inject('postgres');
let fresh: FreshDatabase;
const clients = new Map<string, pg.Client>();

async function as(part: Part, role?: string): Promise<pg.Client> {
  const key = `${part} ${role ?? ''}`;
  const known = clients.get(key);
  if (known !== undefined) return known;
  const client = new pg.Client(fresh.config(part));
  await client.connect();
  if (role !== undefined) await client.query(`set role ${role}`);
  clients.set(key, client);
  return client;
}

/** The SQLSTATE of the refusal, or 'allowed'. Whatever was allowed is rolled back. */
async function outcome(client: pg.Client, statement: string): Promise<string | undefined> {
  await client.query('begin');
  try {
    await client.query(statement);
    return 'allowed';
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error);
  } finally {
    await client.query('rollback');
  }
}

beforeAll(async () => {
  fresh = await freshDatabase();
  const app = await as('app');
  await app.query(`select audit.append('{"act":"test","v":1}'), audit.append('{"act":"test","v":2}')`);
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await fresh.drop();
});

const CHANGES = [
  `update audit.entry set body = '{}'`,
  `update audit.head set seq = 9`,
  `update audit.checkpoint set kid = 'x'`,
  'delete from audit.entry',
  'delete from audit.head',
  'delete from audit.checkpoint',
  'truncate audit.entry cascade',
  'truncate audit.head',
  'truncate audit.checkpoint',
  'drop table audit.entry cascade',
  'drop schema audit cascade',
  'drop function audit.append(text)',
  'alter table audit.entry disable trigger all',
  'alter table audit.entry add column x int',
  'drop trigger no_change on audit.entry',
  'create or replace function audit.refuse() returns trigger language plpgsql as $$ begin return new; end $$',
  'insert into audit.entry (seq, at, body, d, h) values (9, now(), null, null, null)',
];
/** Ways to become somebody else; they mean something only in a session that signed in as the role itself. */
const DISGUISES = [
  'set role rowan_audit_owner',
  'set session authorization rowan_audit_owner',
  `set session_replication_role = 'replica'`,
  'grant rowan_audit_owner to current_user',
];

describe.runIf(facts.auditOwnerSeparated)('the audit', () => {
  describe.each<[string, Part, string | undefined]>([
    ['the application', 'app', undefined],
    ['the migrating role', 'install', 'rowan_migrate'],
    ['the owner of the other tables', 'install', 'rowan_owner'],
    ['the guard', 'install', 'rowan_guard'],
  ])('refuses %s', (_name, part, role) => {
    it.each(CHANGES)('%s', async (statement) => {
      expect(await outcome(await as(part, role), statement)).toBe('42501');
    });
  });

  describe.each<[string, Part]>([
    ['the application', 'app'],
    // Elsewhere than in the embedded database the user of DATABASE_URL both installs and migrates.
    ...(facts.embedded ? ([['the migrating role', 'migrate']] as [string, Part][]) : []),
  ])('is no role that can be taken on by %s', (_name, part) => {
    it.each(DISGUISES)('%s', async (statement) => {
      expect(await outcome(await as(part), statement)).toBe('42501');
    });
  });

  it('refuses a superuser who edits, deletes or truncates, until he disables the trigger himself', async () => {
    const installer = await as('install');
    for (const statement of [
      `update audit.entry set body = '{}'`,
      'delete from audit.entry',
      'truncate audit.entry cascade',
      'delete from audit.head',
    ]) {
      expect(await outcome(installer, statement)).toBe('CP003');
    }
    expect(
      await outcome(installer, `set session_replication_role = 'replica'; delete from audit.entry`),
    ).toBe('CP003');
  });

  it('takes new entries from the application, refuses what is not a body, and lets a body be erased once', async () => {
    const app = await as('app');
    expect(await outcome(app, `select audit.append('{"act":"ok"}')`)).toBe('allowed');
    expect(await outcome(app, `select audit.append('[]')`)).toBe('CP001');
    expect(await outcome(app, `select audit.append('{"a":"' || repeat('x', 5000) || '"}')`)).toBe('CP001');
    expect(await outcome(app, `select audit.erase(2, '{"act":"erase"}')`)).toBe('allowed');
    expect(await outcome(app, `select audit.erase(99, '{"act":"erase"}')`)).toBe('CP002');
    expect(
      await outcome(
        app,
        `select set_config('audit.erasing', '1', true); update audit.entry set body = null, erased_by = 1`,
      ),
    ).toBe('42501');
  });

  it('chains every entry to the one before by the published rule', async () => {
    const { rows } = await (await as('app')).query(
      `select e.h = audit_link.h as whole from audit.entry e
       left join audit.entry p on p.seq = e.seq - 1
       cross join lateral (select sha256('rowan/v1/audit/link'::bytea || '\\x00'::bytea || int8send(e.seq)
         || int8send((extract(epoch from e.at) * 1000000)::bigint)
         || coalesce(p.h, decode(repeat('00', 32), 'hex')) || e.d) as h) audit_link`,
    );
    expect(rows).toEqual([{ whole: true }, { whole: true }]);
  });
});

describe.runIf(facts.auditOwnerSeparated)('the application', () => {
  it('reads and writes tables but changes no structure, truncates nothing and rewrites no history', async () => {
    const app = await as('app');
    expect(await outcome(app, `insert into platform.worker_heartbeat values ('a', now())`)).toBe('allowed');
    expect(await outcome(app, 'delete from platform.worker_heartbeat')).toBe('allowed');
    for (const statement of [
      'truncate platform.worker_heartbeat',
      'drop table platform.worker_heartbeat',
      'alter table platform.object disable trigger hold',
      'create schema mine',
      'create table platform.mine (id int)',
      'create table public.mine (id int)',
      'delete from platform.migration',
      `update platform.deletion_ledger set rule = 'x'`,
      'set role rowan_owner',
      `copy platform.object to program 'cat'`,
    ]) {
      expect([statement, await outcome(app, statement)]).toEqual([statement, '42501']);
    }
  });

  it('cannot delete an object under legal hold', async () => {
    const app = await as('app');
    const insert = (hold: boolean) =>
      `insert into platform.object (id, kind, box, hold) values (gen_random_uuid(), 'note', '\\x01', ${hold});`;
    expect(await outcome(app, `${insert(true)} delete from platform.object`)).toBe('CP004');
    expect(await outcome(app, `${insert(false)} delete from platform.object`)).toBe('allowed');
  });
});

describe('a pending act', () => {
  it('is never approved by the person who asked for it', async () => {
    const app = await as('app');
    const act = (decidedBy: string) => `
      insert into platform.person (id, alias, state) values
        ('00000000-0000-4000-8000-000000000001', 'first', 'active'), ('00000000-0000-4000-8000-000000000002', 'second', 'active');
      insert into platform.pending_act
        (id, act, payload, payload_hash, asked_by, asked_at, expires_at, decided_by, decided_at, decision)
      values (gen_random_uuid(), 'hold.set', '{}', sha256('x'), '00000000-0000-4000-8000-000000000001', now(), now(),
        '00000000-0000-4000-8000-00000000000${decidedBy}', now(), 'approved')`;
    expect(await outcome(app, act('1'))).toBe('23514');
    expect(await outcome(app, act('2'))).toBe('allowed');
  });
});
