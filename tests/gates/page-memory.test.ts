// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeInstallation, readInstallation } from '../../src/platform/setup/index.ts';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const read = async (path: string) => (await app.visitor().get(path)).text;

describe('a page that is kept for everybody', () => {
  it('holds nothing of anybody who has a cookie', async () => {
    expect(await read('/en/report')).toContain('It takes about 5 minutes');
    const child = app.visitor('child');
    await start(child);
    await fill(child, { who: { who: 'teen' } });
    expect(child.last?.text).toContain('What happened?');
    expect((await child.get('/en/report')).text).toContain('Somebody began to write here');
    const other = await app.visitor().get('/en/report');
    expect(other.text).toContain('It takes about 5 minutes');
    expect(other.body).not.toContain('name="csrf"');
    expect(other.headers.getSetCookie()).toEqual([]);
    expect((await child.get('/en/code')).body).not.toContain('name="csrf"');
  });

  it('says what was changed in set-up on the very next visit, in every language', async () => {
    expect(await read('/en')).not.toContain('Ozols');
    await changeInstallation(app.ctx(), { name: 'Ozols' });
    for (const path of ['/en', '/ar', '/en/report', '/en/help', '/en/code'])
      expect(await read(path)).toContain('Ozols');
  });

  it('closes the form the moment the disk is full, and opens it again', async () => {
    expect(await read('/en/report')).toContain('It takes about 5 minutes');
    app.fillDisk(true);
    expect(await read('/en/report')).toContain('You cannot write to us here now');
    app.fillDisk(false);
    expect(await read('/en/report')).toContain('It takes about 5 minutes');
  });

  it('says by the clock alone when a person reads next', async () => {
    const { hours } = await readInstallation(app.ctx().db);
    const days = [1, 2, 3, 4, 5, 6, 7];
    await changeInstallation(app.ctx(), { hours: [{ days, from: '09:00', to: '17:00' }] });
    app.clock.move(24 * 60);
    expect(await read('/en/report')).not.toContain('A person reads next');
    app.clock.move(12 * 60);
    expect(await read('/en/report')).toContain('A person reads next');
    app.clock.move(-36 * 60);
    await changeInstallation(app.ctx(), { hours });
  });

  it('is sent compressed to whoever takes that, and whole to others, with the same headers', async () => {
    const ask = (encoding: string) =>
      fetch(new URL('/en/about', app.url), { headers: { 'accept-encoding': encoding } });
    const [plain, packed, again] = [await ask('identity'), await ask('br'), await ask('br')];
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect([packed, again].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'br']);
    const text = await plain.text();
    expect([await packed.text(), await again.text()]).toEqual([text, text]);
    expect(again.headers.get('content-security-policy')).toBe(plain.headers.get('content-security-policy'));
    expect(again.headers.get('vary')).toBe('accept-encoding');
  });
});
