// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Lock, lockOf, lockProblems } from '#platform/records';
import { recordRooms } from './record-rooms.ts';

const path = join(import.meta.dirname, 'kinds.lock.json');
const kinds = recordRooms.flatMap((room) => room.kinds);

// The file says in which shape records lie in databases already. After a wanted change: vitest -u, and commit it.
it('every kind still reads what was written before', async () => {
  const lock: Lock = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  expect(lockProblems(lock, kinds)).toEqual([]);
  await expect(`${JSON.stringify(lockOf(kinds), null, 2)}\n`).toMatchFileSnapshot(path);
});
