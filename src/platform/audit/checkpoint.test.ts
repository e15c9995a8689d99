// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/harness/database.ts';
import { type Db, transaction } from '../db/index.ts';
import {
  attachKeyring,
  canonicalJson,
  type KeyList,
  keyListEntry,
  Secret,
  signingKey,
  signPayload,
  toHex,
} from '../seal/index.ts';
import { Keyring, newContents } from '../seal/keyring/keyring.ts';
import { vectors } from '../seal/testing/vectors.ts';
import { appendAudit } from './append.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { verifyChain } from './verify.ts';
import {
  type CheckpointTrust,
  readCheckpoints,
  readWitness,
  verifyCheckpoints,
} from './verify-checkpoints.ts';

const DAY = 86_400_000;
const START = new Date('2026-11-21T00:05:00Z');
const dayAfter = (n: number) => new Date(START.getTime() + n * DAY);
const keyring = new Keyring(newContents('rowan.example', '2026-11-21'));
let fresh: FreshDatabase;
let db: Db;

async function begin(): Promise<void> {
  fresh = await freshDatabase();
  db = fresh.database.db;
  attachKeyring(db, keyring);
}

function aDatabaseEach(): void {
  beforeEach(begin);
  afterEach(() => fresh.drop());
}

const append = (id: string) =>
  transaction(db, (tx) => appendAudit(tx, { act: 'test', actor: 'system', role: 'job', kind: 'test', id }));

async function threeDays(): Promise<void> {
  for (const n of [0, 1, 2]) {
    await append(`day-${n}`);
    await makeCheckpoint(db, dayAfter(n));
  }
}

const check = (more: { trust?: CheckpointTrust; witness?: string } = {}) =>
  verifyCheckpoints(db, {
    instance: 'rowan.example',
    trust: more.trust ?? { signers: keyring.signers },
    ...(more.witness === undefined ? {} : { witness: readWitness(more.witness) ?? [] }),
  });

/** What only somebody with the database's own superuser can do. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client(fresh.config('install'));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const cutAfter = (seq: number) =>
  asSuperuser(
    'alter table audit.entry disable trigger all',
    `delete from audit.entry where seq > ${seq}`,
    `update audit.head set seq = ${seq}, h = (select h from audit.entry where seq = ${seq})`,
    'alter table audit.entry enable always trigger no_change',
  );

describe('the daily checkpoint', () => {
  aDatabaseEach();

  it('is the canonical text of the specification', () => {
    const { payload_text: text } = vectors.signature;
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('signs the head, names the one before it and is made once a day', async () => {
    await append('one');
    const first = await makeCheckpoint(db, START);
    expect(first).toMatchObject({
      day: '2026-11-21',
      seq: 1,
      instance: 'rowan.example',
      prev: '0'.repeat(64),
    });
    expect(await makeCheckpoint(db, new Date('2026-11-21T23:59:00Z'))).toBeNull();
    expect(await makeCheckpoint(db, new Date('2026-11-20T23:59:00Z'))).toBeNull();
    const second = await makeCheckpoint(db, dayAfter(1));
    expect(second?.prev).not.toBe(first?.prev);
    expect(await check()).toEqual({ ok: true, checkpoints: 2, witnessed: 0 });
  });

  it('is made once when two workers come to it in the same moment', async () => {
    await append('one');
    const made = await Promise.all([makeCheckpoint(db, START), makeCheckpoint(db, START)]);
    expect(made.filter((one) => one !== null)).toHaveLength(1);
  });

  it('stands over an empty chain too', async () => {
    await makeCheckpoint(db, START);
    expect(await check()).toEqual({ ok: true, checkpoints: 1, witnessed: 0 });
  });
});

describe('checkpoints', () => {
  aDatabaseEach();

  it('name the day after which the tail of the chain was cut off [N44]', async () => {
    await threeDays();
    await cutAfter(1);
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 1 });
    expect(await check()).toEqual({ ok: false, day: '2026-11-22', seq: 2, why: 'cut' });
  });

  it('name the day after which the chain was written anew', async () => {
    await threeDays();
    await cutAfter(1);
    await append('another');
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 2 });
    expect(await check()).toEqual({ ok: false, day: '2026-11-22', seq: 2, why: 'chain' });
  });

  it('do not hide that one of them is gone', async () => {
    await threeDays();
    await asSuperuser(
      'alter table audit.checkpoint disable trigger all',
      `delete from audit.checkpoint where day = '2026-11-22'`,
    );
    expect(await check()).toEqual({ ok: false, day: '2026-11-23', seq: 3, why: 'prev' });
  });

  it('are held against what a witness kept', async () => {
    await threeDays();
    const kept = (await readCheckpoints(db)).map((one) => JSON.stringify(one)).join('\n');
    expect(await check({ witness: kept })).toEqual({ ok: true, checkpoints: 3, witnessed: 3 });
    await cutAfter(1);
    await asSuperuser(
      'alter table audit.checkpoint disable trigger all',
      `delete from audit.checkpoint where seq > 1`,
    );
    expect(await check()).toEqual({ ok: true, checkpoints: 1, witnessed: 0 });
    expect(await check({ witness: kept })).toEqual({ ok: false, day: '2026-11-22', seq: 2, why: 'cut' });
  });

  it('that a witness has and we have not are named', async () => {
    await threeDays();
    const kept = (await readCheckpoints(db)).map((one) => JSON.stringify(one)).join('\n');
    await asSuperuser(
      'alter table audit.checkpoint disable trigger all',
      `delete from audit.checkpoint where day = '2026-11-23'`,
    );
    expect(await check({ witness: kept })).toEqual({ ok: false, day: '2026-11-23', seq: 3, why: 'missing' });
  });

  it('of another installation are not ours', async () => {
    await append('one');
    await makeCheckpoint(db, START);
    const found = await verifyCheckpoints(db, {
      instance: 'other.example',
      trust: { signers: keyring.signers },
    });
    expect(found).toMatchObject({ ok: false, why: 'payload' });
  });

  it('reads no witness out of a broken file', () => {
    expect(readWitness('{"payload":')).toBeNull();
    expect(readWitness('{"payload":"{}","signature":{}}')).toBeNull();
    expect(readWitness('\n')).toEqual([]);
  });
});

describe('the signature of a checkpoint [N45]', () => {
  const stranger = signingKey(new Secret(Buffer.alloc(32, 7)));
  const listOf = (term: Partial<KeyList['keys'][number]>): CheckpointTrust => ({
    list: {
      v: 1,
      type: 'keys',
      instance: 'rowan.example',
      issued: '2026-11-01',
      serial: 1,
      keys: [
        {
          ...keyListEntry(keyring.signer, {
            types: ['audit.checkpoint'],
            from: '2026-11-01',
            until: '2026-12-31',
          }),
          ...term,
        },
      ],
    },
  });

  beforeAll(async () => {
    await begin();
    await append('one');
    await makeCheckpoint(db, START);
  });
  afterAll(() => fresh.drop());

  it('holds by a listed key on a day on which it counts', async () => {
    expect(await check({ trust: listOf({}) })).toMatchObject({ ok: true });
  });

  it.each<[string, CheckpointTrust]>([
    ['an unknown key', { signers: [stranger] }],
    ['a key that is not listed', listOf({ kid: stranger.kid })],
    ['an expired key', listOf({ until: '2026-11-20' })],
    ['a key that counts later', listOf({ from: '2026-11-22' })],
    ['a key that may sign other things only', listOf({ types: ['snapshot', 'export'] })],
  ])('does not hold by %s', async (_name, trust) => {
    expect(await check({ trust })).toEqual({ ok: false, day: '2026-11-21', seq: 1, why: 'signature' });
  });
});

describe('a stored signature [N45]', () => {
  aDatabaseEach();
  beforeEach(async () => {
    await append('one');
    await makeCheckpoint(db, START);
  });

  it('does not hold when it was made for another type', async () => {
    const [stored] = await readCheckpoints(db);
    const payload = stored?.payload ?? '';
    const { sig } = signPayload({ type: 'export', key: keyring.signer }, Buffer.from(payload));
    await asSuperuser(
      'alter table audit.checkpoint disable trigger all',
      `update audit.checkpoint set sig = '\\x${toHex(Buffer.from(sig, 'base64url'))}'`,
    );
    expect(await check()).toMatchObject({ ok: false, why: 'signature' });
  });

  it('does not hold over another text', async () => {
    const [stored] = await readCheckpoints(db);
    const other = (stored?.payload ?? '').replace('"seq":1', '"seq":0');
    await asSuperuser(
      'alter table audit.checkpoint disable trigger all',
      `update audit.checkpoint set payload = '${other}'`,
    );
    expect(await check()).toMatchObject({ ok: false, why: 'signature' });
  });
});

describe('the chain', () => {
  aDatabaseEach();

  it('names the row that a superuser edited [N43]', async () => {
    for (const id of ['one', 'two', 'three']) await append(id);
    await asSuperuser(
      'alter table audit.entry disable trigger all',
      `update audit.entry set body = replace(body, 'two', 'six') where seq = 2`,
    );
    expect(await verifyChain(db)).toEqual({ ok: false, entries: 1, badSeq: 2, why: 'body' });
  });

  it('still holds after a body was erased by the rule', async () => {
    await append('one');
    await asSuperuser(`set role rowan_app`, `select audit.erase(1, '{"act":"erase","v":1}')`);
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 2 });
  });
});
