// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import { type FreshDatabase, freshDatabase } from '../../../../tests/harness/database.ts';
import { sealObject } from '../objects/seal-object.ts';
import { writing } from '../tables.ts';
import {
  addReceipt,
  asPerson,
  asReporter,
  begin,
  type Installation,
  NOW,
  put,
  type TestPerson,
  words,
} from '../testing/installation.ts';
import { membersOf } from './members.ts';
import { resealBatch, rotateTeam } from './rotate-team.ts';
import type { TeamName } from './team-name.ts';

const WORDS = 'Somebody asks me for pictures.';
let fresh: FreshDatabase;
let at: Installation;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  at = await begin(fresh);
});

const rotate = (team: TeamName) => transaction(at.db, (tx) => rotateTeam(tx, at.keyring, { team, now: NOW }));
const reseal = (by: TestPerson, team: TeamName, size?: number) =>
  asPerson(at.db, by, (keys) =>
    transaction(at.db, (tx) => resealBatch(tx, at.keyring, { keys, team, ...(size && { size }) })),
  );
const read = (by: TestPerson, id: string) => asPerson(at.db, by, (keys) => words(at, keys, id));
const states = () =>
  transaction(at.db, (tx) =>
    writing(tx)
      .selectFrom('platform.team')
      .select(['epoch', 'state'])
      .where('slug', '=', 'desk')
      .orderBy('epoch')
      .execute(),
  );
const grantsOf = (person: string) =>
  transaction(at.db, (tx) =>
    writing(tx).selectFrom('platform.team_grant').selectAll().where('holder_id', '=', person).execute(),
  );

describe('rotation', () => {
  it('moves everything to the new key in batches that anybody may continue', async () => {
    const ids = [await put(at, 'note'), await put(at, 'file'), await put(at, 'report.story')];
    expect(await rotate('desk')).toBe(2);
    const fresh = await put(at, 'note');
    for (const id of [...ids, fresh]) expect(await read(at.operator, id)).toBe(WORDS);
    // Three objects and the team's index key.
    expect(await reseal(at.supervisor, 'desk', 3)).toEqual({ moved: 3, left: 1 });
    expect(await states()).toEqual([
      { epoch: 1, state: 'draining' },
      { epoch: 2, state: 'active' },
    ]);
    expect(await reseal(at.operator, 'desk', 3)).toEqual({ moved: 1, left: 0 });
    expect(await states()).toEqual([
      { epoch: 1, state: 'destroyed' },
      { epoch: 2, state: 'active' },
    ]);
    expect(await reseal(at.operator, 'desk')).toEqual({ moved: 0, left: 0 });
    for (const id of [...ids, fresh]) expect(await read(at.operator, id)).toBe(WORDS);
    const epochs = (await grantsOf(at.operator.id)).map(({ epoch }) => epoch);
    expect(epochs).toEqual([2]);
  });

  it('keeps who may grant, and messages open for their reporter', async () => {
    const receipt = await addReceipt(at.keyring, '4821093755601186');
    const id = await put(at, 'message.out', { to: { team: 'desk', receipt } });
    await rotate('desk');
    await reseal(at.operator, 'desk');
    expect(await asReporter(at.db, receipt, (keys) => words(at, keys, id))).toBe(WORDS);
    const members = await transaction(at.db, (tx) => membersOf(tx, at.keyring, 'desk'));
    expect(members).toContainEqual({ person: at.supervisor.id, canGrant: true });
    expect(members).toContainEqual({ person: at.operator.id, canGrant: false });
  });

  it('waits for what is being sealed, so that nothing is sealed to a destroyed key', async () => {
    const { promise: sealed, resolve: wasSealed } = Promise.withResolvers<void>();
    const { promise: go, resolve: commit } = Promise.withResolvers<void>();
    const id = randomUUID();
    const sealing = transaction(at.db, async (tx) => {
      await sealObject(tx, at.keyring, { kind: 'note', id, plain: Buffer.from(WORDS), to: { team: 'desk' } });
      wasSealed();
      await go;
    });
    await sealed;
    const rotating = rotate('desk');
    const later = put(at, 'note');
    commit();
    await Promise.all([sealing, rotating]);
    await reseal(at.operator, 'desk');
    expect((await states())[0]?.state).toBe('destroyed');
    expect(await read(at.operator, id)).toBe(WORDS);
    expect(await read(at.operator, await later)).toBe(WORDS);
  });

  it('of a team that is not there is refused', async () => {
    await expect(rotate(`restricted:${randomUUID()}`)).rejects.toThrow('seal.no-team');
  });
});
