// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareInvented } from '../../src/app/rehearsal/prepare.ts';
import { readInstallation } from '../../src/platform/setup/index.ts';
import { reading } from '../../src/rooms/reports/tables.ts';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { saw } from '../harness/desk.ts';
import { openRoutes, pathsOf } from './public-paths.ts';

const BANNER = 'Demonstration. Nobody reads this.';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ kind: 'demo' });
});
afterAll(() => app?.stop());

describe('a demonstration (H12)', () => {
  it('says on each open page that nobody reads it, asks not to be found, and has no number to dial (H11)', async () => {
    const visitor = app.visitor();
    const pages = openRoutes(app, 'GET').filter(({ localized }) => localized);
    expect(pages.length).toBeGreaterThan(15);
    for (const path of pages.flatMap(pathsOf).filter((one) => one.startsWith('/en'))) {
      const reply = await visitor.get(path);
      // A code for a machine is no page.
      const isCode = reply.headers.get('content-type')?.startsWith('application/json') === true;
      if (reply.status === 303 || (isCode && reply.status >= 400)) continue;
      expect(reply.text, path).toContain(BANNER);
      expect(reply.headers.get('x-robots-tag'), path).toContain('noindex');
      expect(reply.body, path).not.toContain('href="tel:');
    }
  });

  it('stops a report at the page of the code, and keeps nothing of it', async () => {
    const child = app.visitor('child');
    await start(child);
    await fill(child, saw('https://demo.example/', 'Does anybody read this?'));
    await child.submit('/en/report', { step: 'check', go: 'send' });
    expect(child.last?.text).toContain('This was not sent to anyone');
    expect(child.last?.body).not.toContain('data-code=');
    expect(await reading(app.ctx().db).selectFrom('reports.report').select('id').execute()).toEqual([]);
  });

  it('stays one, whatever set-up is filled in, and is made in an empty database only', async () => {
    const linden = await app.signIn('Linden');
    await linden.get('/en/setup');
    await linden.submit('/en/setup', {});
    expect((await readInstallation(app.ctx().db)).kind).toBe('demo');
    expect((await app.visitor().get('/en')).text).toContain(BANNER);
    await expect(prepareInvented(app.ctx(), 'rehearsal')).rejects.toThrow('only an empty database');
  });
});
