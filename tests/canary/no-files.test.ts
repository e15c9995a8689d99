// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { comeBack, report, saw } from '../harness/desk.ts';
import { makeFamily } from '../harness/family.ts';
import { openRoutes, pathsOf } from './public-paths.ts';

let app: TestApp;
/** One browser for each way of being somebody: no cookie, a draft, a receipt, a family, the desk. */
const browsers: Record<string, Client> = {};
beforeAll(async () => {
  app = await startTestApp();
  const sent = await report(app, app.visitor('child'), saw('https://files.example/', 'Look at it.'));
  browsers.receipt = await comeBack(app, sent.code);
  browsers.draft = app.visitor('child');
  await start(browsers.draft);
  await fill(browsers.draft, { who: { who: 'teen' } });
  browsers.family = (await makeFamily(app)).parent;
  browsers.staff = await app.signIn('Linden');
  browsers.public = app.visitor();
}, 60_000);
afterAll(() => app?.stop());

const picture = Buffer.alloc(3000, 'picture');
const disguised: [string, string][] = [
  ['a data: URI', 'see data:image/png;base64,iVBORw0KGgo='],
  ['long base64', `here ${picture.toString('base64')}`],
  ['base64 in lines', (picture.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')],
  ['the first bytes of a picture', '\u0089PNG\r\n\u001a\n'],
  ['the first bytes of a document', '%PDF-1.7'],
];

/** The routes that take what somebody typed, each with the browser that may post there. */
function posting(): { name: string; path: string; client: Client }[] {
  return app.rowan.routes.flatMap((route) => {
    if (route.verb !== 'POST' || route.json !== undefined || route.access === 'machine') return [];
    const client = browsers[typeof route.access === 'string' ? route.access : 'staff'];
    const [path] = pathsOf(route);
    return client === undefined || path === undefined ? [] : [{ name: route.name, path, client }];
  });
}

describe('no file comes in (H5)', () => {
  it('on any route that posts, as multipart: it is refused before it is read', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\nPNG\r\n--x--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' };
    const routes = app.rowan.routes.filter(({ verb }) => verb === 'POST');
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes)
      for (const path of pathsOf(route).slice(0, 1)) {
        const reply = await fetch(new URL(path, app.url), {
          method: 'POST',
          headers,
          body,
          redirect: 'manual',
        });
        // Where files may come, they come from people who are signed in; nobody's body is read before that.
        const refusal = route.files === undefined ? 415 : 303;
        expect([route.name, reply.status]).toEqual([route.name, refusal]);
      }
  });

  it('to the rooms of reports and cases, whoever sends it', () => {
    const taking = app.rowan.routes.filter(({ files }) => files !== undefined);
    for (const { name, path } of taking)
      expect(`${name} ${path}`).not.toMatch(/\breports?\b|case|code|second/);
  });

  it.each(disguised)(
    'in any field that the public, a child or a family fills, as %s',
    async (_name, file) => {
      const open = posting().filter(({ client }) => client !== browsers.staff);
      expect(open.length).toBeGreaterThan(20);
      for (const { name, path, client } of open) {
        const reply = await client.post(path, { words: file });
        expect([name, reply.status]).toEqual([name, 415]);
      }
    },
  );

  it('and whoever tries is told in words what to do instead', async () => {
    const reply = await app.visitor().post('/en/code', { code: 'data:image/png;base64,AAAA' });
    expect(reply.status).toBe(415);
    expect(reply.text).toMatch(/picture|file/i);
  });

  it('for no open page has a field for one', async () => {
    const visitor = app.visitor();
    for (const path of openRoutes(app, 'GET')
      .flatMap(pathsOf)
      // The page of components shows every one there is; an installation does not have it.
      .filter((one) => one.startsWith('/en') && !one.includes('/dev/')))
      expect((await visitor.get(path)).body, path).not.toMatch(/type="?file|multipart\/form-data/);
  });
});
