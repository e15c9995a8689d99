// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '../../db/index.ts';
import { mountKinds } from '../registry.ts';
import { prepareRecords } from '../store/prepare.ts';
import { termsOf } from '../store/terms.ts';
import { attic, keeper } from '../testing/sample.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.fresh.drop());

async function waiting(): Promise<number> {
  const { rows } =
    await sql`select from graphile_worker.jobs where task_identifier = 'records.rewrite'`.execute(
      read(world.db),
    );
  return rows.length;
}

it('a start brings the vocabularies of its rooms, also when several processes start at once', async () => {
  const terms = () => [{ scheme: 'attic-light', code: 'dim', label: { en: 'Dim' } }];
  await Promise.all([1, 2, 3].map(() => prepareRecords(world.db, [{ ...attic, terms }])));
  expect(await termsOf(world.db, 'attic-light')).toMatchObject([{ code: 'dim', label: { en: 'Dim' } }]);
});

it('a start asks for a rewrite only when bodies of an older release are there', async () => {
  await world.deed();
  await prepareRecords(world.db, [attic]);
  expect(await waiting()).toBe(0);
  const [deed, ...rest] = attic.kinds;
  if (deed === undefined) throw new Error('there is a kind');
  mountKinds({ kinds: [{ ...deed, shape: 2, past: [{ to: 2 }] }, ...rest] });
  await prepareRecords(world.db, []);
  await prepareRecords(world.db, []);
  expect(await waiting()).toBe(1);
});

it('one name belongs to one room', () => {
  expect(() => mountKinds({ kinds: [{ ...keeper, room: 'cellar' }] })).toThrow(
    'kind keeper: the room attic has a kind of this name',
  );
  expect(() => mountKinds({ kinds: [keeper], guards: { nothing: [] } })).toThrow('there is no kind nothing');
});
