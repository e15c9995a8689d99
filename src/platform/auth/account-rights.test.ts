// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import type { Client } from '../../../tests/harness/client.ts';
import { plugin as cases } from '../../rooms/cases/plugin.ts';
import type { AnyRoute } from '../http/index.ts';
import { plugin } from './plugin.tsx';
import { comeIn, invite, join } from './testing/staff.ts';

const chosen = 'four otters carry a ladder';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startTestApp();
  const linden = await app.signIn('Linden');
  const made = await join(app, await invite(linden, 'Poplar', ['admin', 'reviewer']), chosen);
  admin = (await comeIn(app, made)).client;
});
afterAll(() => app.stop());

const routes: AnyRoute[] = [...plugin({ setupToken: null }).routes, ...cases.routes];
const closed = routes.filter(
  ({ access }) => Array.isArray(access) && !access.includes('admin') && !access.includes('reviewer'),
);
const pathOf = ({ path, localized }: AnyRoute) =>
  `${localized ? '/en' : ''}${path.replaceAll(/:\w+/g, randomUUID())}`;

describe('an administrator', () => {
  it('N16 meets every route of the desk that is not theirs as if it were not there', async () => {
    expect(closed.length).toBeGreaterThan(20);
    for (const route of closed) {
      await admin.get('/en/desk/me');
      const reply = await (route.verb === 'GET' ? admin.get(pathOf(route)) : admin.post(pathOf(route), {}));
      expect(`${route.name} ${reply.status}`).toBe(`${route.name} ${route.verb === 'GET' ? 404 : 403}`);
    }
  });

  it('N16 finds no route that opens keys among those that are theirs', () => {
    const theirs = routes.filter(({ access }) => Array.isArray(access) && access.includes('admin'));
    expect(theirs.filter(({ keys }) => keys === true).map(({ name }) => name)).toEqual([]);
  });
});
