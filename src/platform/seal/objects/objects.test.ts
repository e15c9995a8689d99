// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { makeKeyPair } from '../crypto/x25519.ts';
import { writing } from '../tables.ts';
import {
  addReceipt,
  asPerson,
  asReporter,
  type Installation,
  install,
  put,
  type TestReceipt,
  words,
} from '../testing/installation.ts';
import { blindIndex } from '../tokens/keyed-lookup.ts';
import type { ObjectKind } from './kinds.ts';
import { openObjects } from './open-object.ts';
import { sealObject } from './seal-object.ts';
import { openIndexKey } from './team-index.ts';

const WORDS = 'Somebody asks me for pictures.';
let at: Installation;
let parent: TestReceipt;
let child: TestReceipt;

beforeAll(async () => {
  at = await install();
  parent = await addReceipt(at.keyring, '4821093755601186');
  child = await addReceipt(at.keyring, '1234567890123450');
});
afterAll(() => at.fresh.drop());
beforeEach(() => at.keyring.intake.reopen());

const deskKinds: ObjectKind[] = [
  'report.story',
  'report.notify',
  'message.in',
  'item.address',
  'note',
  'assessment',
  'referral',
  'file',
];

describe('what was sealed to the desk', () => {
  it.each(deskKinds)('opens for its members: %s', async (kind) => {
    const id = await put(at, kind);
    for (const person of [at.operator, at.supervisor]) {
      expect(await asPerson(at.db, person, (keys) => words(at, keys, id))).toBe(WORDS);
    }
  });

  it.each(deskKinds)(
    'never opens with a receipt, and cannot be sealed to one: %s [N03, N04]',
    async (kind) => {
      const id = await put(at, kind);
      await expect(asReporter(at.db, parent, (keys) => words(at, keys, id))).rejects.toThrow('seal.no-key');
      const to = { team: 'desk' as const, receipt: parent };
      await expect(put(at, kind, { to })).rejects.toThrow('seal.recipient');
    },
  );

  it('lies as long as its bucket says, and holds no readable word', async () => {
    const ids = { story: await put(at, 'report.story'), note: await put(at, 'note') };
    const rows = await transaction(at.db, (tx) =>
      writing(tx).selectFrom('platform.object').selectAll().where('id', 'in', Object.values(ids)).execute(),
    );
    expect(new Map(rows.map((row) => [row.id, row.box.length]))).toEqual(
      new Map([
        [ids.story, 4096 + 29],
        [ids.note, 256 + 29],
      ]),
    );
    for (const { box } of rows) expect(box.includes('pictures')).toBe(false);
  });

  it('opens in lists, where what the holder cannot open is left out', async () => {
    const note = await put(at, 'note');
    const contact = await put(at, 'report.contact');
    const opened = await asPerson(at.db, at.operator, (keys) => openObjects(at.db, keys, [note, contact]));
    expect([...opened.keys()]).toEqual([note]);
    expect(await asPerson(at.db, at.operator, (keys) => openObjects(at.db, keys, []))).toEqual(new Map());
  });

  it('says when there is no such object', async () => {
    const reading = asPerson(at.db, at.operator, (keys) => words(at, keys, randomUUID()));
    await expect(reading).rejects.toMatchObject({ kind: 'not-found', code: 'seal.no-object' });
  });

  it('does not open when its box was moved under another row [N08]', async () => {
    const [one, other] = [await put(at, 'note'), await put(at, 'note')];
    await transaction(at.db, async (tx) => {
      const { box } = await writing(tx)
        .selectFrom('platform.object')
        .select('box')
        .where('id', '=', other)
        .executeTakeFirstOrThrow();
      await writing(tx).updateTable('platform.object').set({ box }).where('id', '=', one).execute();
    });
    const reading = asPerson(at.db, at.operator, (keys) => words(at, keys, one));
    await expect(reading).rejects.toThrow('seal.box');
  });

  it('does not open when its seal was given another epoch [N09]', async () => {
    const id = await put(at, 'note');
    await transaction(at.db, (tx) =>
      writing(tx).updateTable('platform.seal').set({ epoch: 9 }).where('object_id', '=', id).execute(),
    );
    const reading = asPerson(at.db, at.operator, (keys) => words(at, keys, id));
    await expect(reading).rejects.toThrow('seal.no-key');
  });
});

describe('what lies in the database', () => {
  it('holds no canary word in any spelling [N01]', async () => {
    const canary = 'kanarienvogel@example.org';
    const id = await put(at, 'report.story', { plain: utf8(canary) });
    await put(at, 'report.contact', { plain: utf8(canary) });
    await put(at, 'message.out', { plain: utf8(canary), to: { team: 'desk', receipt: child } });
    const tables = ['platform.object', 'platform.seal', 'platform.team', 'platform.team_grant'] as const;
    const rows = await transaction(at.db, (tx) =>
      Promise.all(tables.map((table) => writing(tx).selectFrom(table).selectAll().execute())),
    );
    const bytes = rows
      .flat()
      .flatMap((row) => Object.values(row).filter((value): value is Buffer => value instanceof Buffer));
    const dump = Buffer.concat([...bytes, utf8(JSON.stringify(rows))]);
    const plain = Buffer.from(canary);
    const spellings = [canary, plain.toString('hex'), plain.toString('base64'), plain.toString('base64url')];
    for (const text of spellings) expect(dump.includes(text)).toBe(false);
    expect(dump.includes(Buffer.from(canary, 'utf16le'))).toBe(false);
    expect((await asPerson(at.db, at.operator, (keys) => words(at, keys, id))).length).toBe(canary.length);
  });
});

describe('a message to a reporter', () => {
  it('opens for the desk and for that receipt, not for the other one of the report [N12]', async () => {
    const toParent = await put(at, 'message.out', { to: { team: 'desk', receipt: parent } });
    const toChild = await put(at, 'message.out', { to: { team: 'desk', receipt: child } });
    expect(await asReporter(at.db, parent, (keys) => words(at, keys, toParent))).toBe(WORDS);
    expect(await asReporter(at.db, child, (keys) => words(at, keys, toChild))).toBe(WORDS);
    expect(await asPerson(at.db, at.operator, (keys) => words(at, keys, toChild))).toBe(WORDS);
    await expect(asReporter(at.db, parent, (keys) => words(at, keys, toChild))).rejects.toThrow(
      'seal.no-key',
    );
    await expect(asReporter(at.db, child, (keys) => words(at, keys, toParent))).rejects.toThrow(
      'seal.no-key',
    );
  });

  it('does not open with the other receipt even when the row is redirected to it [N12]', async () => {
    const id = await put(at, 'message.out', { to: { team: 'desk', receipt: child } });
    await transaction(at.db, (tx) =>
      writing(tx)
        .updateTable('platform.seal')
        .set({ to_id: parent.id })
        .where('object_id', '=', id)
        .where('to_kind', '=', 'receipt')
        .execute(),
    );
    await expect(asReporter(at.db, parent, (keys) => words(at, keys, id))).rejects.toThrow('seal.seal');
  });

  it('always goes to a receipt whose key has its mark, or to nobody [N13]', async () => {
    await expect(put(at, 'message.out')).rejects.toThrow('seal.recipient');
    const replaced = { ...child, pub: makeKeyPair().pub };
    const sealing = put(at, 'message.out', { to: { team: 'desk', receipt: replaced } });
    await expect(sealing).rejects.toMatchObject({ kind: 'unavailable', code: 'seal.registry' });
    expect(at.keyring.intake.alarm?.code).toBe('seal.registry');
  });
});

describe('the index of a team', () => {
  it('is the same for every member and closed to others', async () => {
    const index = (person: typeof at.operator, team: 'desk' | 'custody') =>
      asPerson(at.db, person, async (keys) => {
        using key = await openIndexKey(at.db, at.keyring, { keys, team });
        return toHex(blindIndex(key, 'example.org/path'));
      });
    expect(await index(at.operator, 'desk')).toBe(await index(at.supervisor, 'desk'));
    expect(await index(at.supervisor, 'custody')).not.toBe(await index(at.supervisor, 'desk'));
    await expect(index(at.operator, 'custody')).rejects.toThrow('seal.no-key');
  });
});

describe('a key in the database that is not ours', () => {
  it('stops sealing, raises the alarm and closes the intake until a person looked [N13]', async () => {
    const alarms: string[] = [];
    at.keyring.intake.onClose(({ code }) => alarms.push(code));
    const change = (pub: Buffer) =>
      transaction(at.db, (tx) =>
        writing(tx).updateTable('platform.team').set({ pub }).where('slug', '=', 'desk').execute(),
      );
    const { pub: ours } = await transaction(at.db, (tx) =>
      writing(tx)
        .selectFrom('platform.team')
        .select('pub')
        .where('slug', '=', 'desk')
        .executeTakeFirstOrThrow(),
    );
    await change(Buffer.from(makeKeyPair().pub));
    await expect(put(at, 'report.story')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'seal.registry',
    });
    await change(ours);
    await expect(put(at, 'report.story')).rejects.toMatchObject({ code: 'seal.intake-closed' });
    expect(alarms).toEqual(['seal.registry']);
    at.keyring.intake.reopen();
    await put(at, 'report.story');
  });

  it("is noticed also when a team only took another team's name", async () => {
    const swap = (from: string, to: string) =>
      transaction(at.db, (tx) =>
        writing(tx).updateTable('platform.team').set({ slug: to }).where('slug', '=', from).execute(),
      );
    await swap('custody', 'spare');
    await swap('desk', 'custody');
    await expect(put(at, 'report.contact')).rejects.toThrow('seal.no-team');
    await swap('custody', 'desk');
    await swap('spare', 'custody');
    await put(at, 'report.contact');
  });

  it('leaves nothing behind when sealing fails half way', async () => {
    const count = () =>
      transaction(at.db, (tx) =>
        writing(tx)
          .selectFrom('platform.object')
          .select((is) => is.fn.countAll().as('n'))
          .executeTakeFirstOrThrow(),
      );
    const before = await count();
    const to = { team: 'desk' as const, receipt: { ...child, pub_mac: Buffer.alloc(32) } };
    const sealing = transaction(at.db, (tx) =>
      sealObject(tx, at.keyring, { kind: 'message.out', plain: utf8('words'), to }),
    );
    await expect(sealing).rejects.toThrow('seal.registry');
    expect(await count()).toEqual(before);
  });
});
