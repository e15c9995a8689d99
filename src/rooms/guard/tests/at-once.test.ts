// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx';
import { addNetwork } from '../actions/change-networks.ts';
import { makeHousehold } from '../actions/make-household.ts';
import { addChild } from '../actions/save-child.ts';
import { MOST_CHILDREN } from '../limits.ts';
import { type Base, openBase } from '../testing/base.ts';

let base: Base;
beforeAll(async () => {
  base = await openBase();
});
afterAll(() => base.close());

async function newFamily(): Promise<Ctx> {
  const known = await base.sql<{ id: string }>('select id from guard.household');
  await makeHousehold(base.ctx({ kind: 'public' }));
  const all = await base.sql<{ id: string }>('select id from guard.household');
  const household = all.find(({ id }) => !known.some((one) => one.id === id))?.id ?? '';
  return base.ctx({ kind: 'family', household });
}

const mia = { name: 'Mia', ageGroup: '9-12', lang: 'en' } as const;
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code?: string }).code] : []));

describe('two things at once', () => {
  it('cannot give a family more children than it may have', async () => {
    const family = await newFamily();
    const tries = Array.from({ length: MOST_CHILDREN + 3 }, () => addChild(family, mia));
    expect(codesOf(await Promise.allSettled(tries))).toEqual(Array(3).fill('guard.too-many'));
  });

  it('cannot give one network to two families, and the later one reads why', async () => {
    const families: Ctx[] = [];
    for (let left = 4; left > 0; left--) families.push(await newFamily());
    const children = await Promise.all(families.map((family) => addChild(family, mia)));
    const tries = families.map((family, at) => addNetwork(family, children[at] ?? '', '192.0.2.7'));
    expect(codesOf(await Promise.allSettled(tries))).toEqual(Array(3).fill('guard.network-taken'));
  });

  it('cannot add a child to a family that was deleted meanwhile', async () => {
    const family = await newFamily();
    await base.sql('delete from guard.household');
    await expect(addChild(family, mia)).rejects.toMatchObject({ code: 'guard.not-found' });
  });
});
