// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { sha256, toHex, utf8 } from '../crypto/bytes.ts';
import { context } from '../crypto/contexts.ts';
import { Keyring, newContents } from '../keyring/keyring.ts';
import { given, secret, vectors } from '../testing/vectors.ts';
import {
  boxForMachine,
  dropMachineBox,
  type NewMachineBox,
  putMachineBox,
  readMachineBox,
  sweepMachineBoxes,
  takeMachineBox,
} from './machine-box.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
const keyring = new Keyring(newContents('rowan.example', '2026-11-21'));
const TEXT = '{"to":"a@example.org"}';
let fresh: FreshDatabase;
let db: Db;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.database.db;
});
afterAll(() => fresh.drop());

const put = (more?: Partial<NewMachineBox>) =>
  transaction(db, (tx) =>
    putMachineBox(tx, keyring, { purpose: 'mail', plain: utf8(TEXT), now: NOW, ...more }),
  );
const read = (id: string, now = NOW) => readMachineBox(db, keyring, { id, purpose: 'mail', now });

describe('a machine box', () => {
  it('is made as the vector', () => {
    const { machine_box: vector } = vectors;
    const id = vector.ctx.split('/').at(-1) ?? '';
    const at = { key: secret(vector.key), purpose: 'mail' as const, id };
    const boxed = boxForMachine(at, utf8(vector.plain_text), given(vector.nonce));
    expect(context.machine('mail', id)).toBe(vector.ctx);
    expect(toHex(boxed).startsWith(vector.box.replace('...', ''))).toBe(true);
    expect(toHex(sha256(boxed))).toBe(vector.box_sha256);
  });

  it('gives a job its mail again and again until it is dropped', async () => {
    const id = await put();
    for (let tries = 0; tries < 2; tries += 1) expect((await read(id))?.toString()).toBe(TEXT);
    await transaction(db, (tx) => dropMachineBox(tx, id));
    expect(await read(id)).toBeNull();
  });

  it('is taken once', async () => {
    const id = await put();
    const take = () =>
      transaction(db, (tx) => takeMachineBox(tx, keyring, { id, purpose: 'mail', now: NOW }));
    expect((await take())?.toString()).toBe(TEXT);
    expect(await take()).toBeNull();
  });

  it('is dead after its time, before it was swept and after [N54]', async () => {
    const [short, long] = [await put({ expires: hours(1) }), await put()];
    expect(await read(short, hours(0.99))).not.toBeNull();
    expect(await read(short, hours(1))).toBeNull();
    expect(await transaction(db, (tx) => sweepMachineBoxes(tx, hours(1)))).toBe(1);
    expect(await read(short)).toBeNull();
    expect(await read(long, hours(71.9))).not.toBeNull();
    expect(await read(long, hours(72))).toBeNull();
  });

  it('never lives longer than its purpose allows [N54]', async () => {
    for (const expires of [hours(72.01), NOW, hours(-1)]) {
      await expect(put({ expires })).rejects.toThrow('seal.machine-life');
    }
    await put({ purpose: 'recheck', expires: hours(720) });
    await expect(put({ purpose: 'recheck', expires: hours(721) })).rejects.toThrow('seal.machine-life');
  });

  it('does not open for another purpose or with another keyring', async () => {
    const id = await put();
    expect(await readMachineBox(db, keyring, { id, purpose: 'webhook', now: NOW })).toBeNull();
    const other = new Keyring(newContents('rowan.example', '2026-11-21'));
    const reading = readMachineBox(db, other, { id, purpose: 'mail', now: NOW });
    await expect(reading).rejects.toThrow('seal.box');
  });
});
