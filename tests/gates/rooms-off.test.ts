// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGS } from '../../src/platform/i18n/index.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { until } from '../harness/family.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('names who does the work of a room that set-up switched off, and opens it again', async () => {
  const linden = await app.signIn('Linden');
  const visitor = app.visitor();
  expect((await visitor.get('/en/check')).text).not.toContain('Example Classification Board');
  const who = Object.fromEntries(LANGS.map((lang) => [`ratingsWho-${lang}`, 'Example Classification Board']));
  const rooms = { reportsOff: 'on', guardOff: 'on', ratingsLink: 'https://board.example/' };
  await linden.get('/en/setup/rooms');
  const saved = await linden.post('/en/setup/rooms', { ...rooms, ...who, ratingsOff: 'off' });
  expect(saved.status, saved.text).toBe(303);
  await until('the page names them', async () =>
    (await visitor.get('/en/check')).text.includes('Example Classification Board'),
  );
  expect((await visitor.get('/en/check')).body).toContain('href="https://board.example/"');
  expect((await visitor.get('/api/v1/ratings/example.org')).status).toBe(404);
  await linden.get('/en/setup/rooms');
  await linden.post('/en/setup/rooms', { ...rooms, ratingsOff: 'on' });
  await until(
    'the room is open again',
    async () => !(await visitor.get('/en/check')).text.includes('Example Classification Board'),
  );
});
