// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRoute } from '../../src/platform/http/index.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

let app: TestApp;
const people: Record<string, Client> = {};
beforeAll(async () => {
  app = await startTestApp();
  for (const alias of ['Linden', 'Alder', 'Hazel', 'Sorrel']) people[alias] = await app.signIn(alias);
});
afterAll(() => app.stop());

const roles: Record<string, readonly string[]> = {
  Linden: ['supervisor', 'custodian', 'admin', 'operator', 'editor', 'reviewer'],
  Alder: ['operator'],
  Hazel: ['editor'],
  Sorrel: ['reviewer'],
};

const fill = (path: string) => path.replaceAll(/:\w+/g, 'x');

describe('every route', () => {
  it('says who may pass, what it writes to the audit, and how answers are kept', () => {
    for (const route of app.rowan.routes) {
      expect(route.access, route.name).toBeDefined();
      expect(route.act, route.name).toBeTruthy();
      if (route.verb === 'POST' && typeof route.act !== 'string')
        expect(route.act.none.length, route.name).toBeGreaterThan(10);
    }
  });

  it('has a name of its own', () => {
    const names = app.rowan.routes.map((route) => route.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('of staff sends somebody who is signed out to sign in, whatever the verb (N16)', async () => {
    const visitor = app.visitor();
    for (const route of app.rowan.routes) {
      if (typeof route.access === 'string') continue;
      const path = route.localized ? `/en${fill(route.path)}` : fill(route.path);
      const reply = route.verb === 'GET' ? await visitor.get(path) : await visitor.post(path, {});
      expect([303, 401], `${route.name} ${reply.status}`).toContain(reply.status);
      if (reply.status === 303) expect(reply.location, route.name).toBe('/en/desk/sign-in');
    }
  });

  it('of staff is closed to every role it does not name (N16)', async () => {
    for (const [alias, client] of Object.entries(people)) {
      const own = roles[alias] ?? [];
      for (const route of app.rowan.routes) {
        if (typeof route.access === 'string' || route.access.some((role) => own.includes(role))) continue;
        const path = route.localized ? `/en${fill(route.path)}` : fill(route.path);
        const reply = route.verb === 'GET' ? await client.get(path) : await client.post(path, {});
        expect([403, 404], `${alias} at ${route.name}: ${reply.status}`).toContain(reply.status);
      }
    }
  });

  it('without an access rule stops the start (N31)', async () => {
    const { createServer } = await import('../../src/platform/http/index.ts');
    const forgotten = defineRoute({
      name: 'forgotten',
      verb: 'GET',
      path: '/forgotten',
      access: [],
      handle: () => ({}) as never,
    });
    const options = {
      routes: [forgotten],
      trustProxy: [],
      assets: { names: { css: '', icons: '', islands: {} }, register: () => {} },
    };
    expect(() => createServer(options as never)).toThrow('forgotten has no access rule');
  });

  it('that writes and declares no act cannot even be declared', () => {
    expect(() =>
      defineRoute({
        name: 'silent',
        verb: 'POST',
        path: '/silent',
        access: 'public',
        handle: () => ({}) as never,
      }),
    ).toThrow('silent');
  });
});
