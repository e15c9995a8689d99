// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFormClient } from '../../src/app/rehearsal/form-client.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { hiddenField } from '../harness/client.ts';
import { report, saw } from '../harness/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

it('nobody gets a sixth try at codes by naming other addresses, and a right code still enters after its wait (N34, N35)', async () => {
  const sent = await report(app, app.visitor('child'), saw('https://guess.example/', 'Somebody guesses.'));
  const statuses: number[] = [];
  for (let n = 1; n <= 6; n++) {
    const guesser = createFormClient(app.url, () => {}, { 'x-forwarded-for': `203.0.113.${n}` });
    statuses.push((await guesser.post('/en/code', { code: '0000000000000000' })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  const child = app.visitor('child');
  const waits = await child.post('/en/code', { code: sent.code });
  expect(waits.status).toBe(429);
  expect(waits.text).toContain('20 seconds');
  app.clock.move(0.5);
  const ticket = hiddenField(waits.body, 'ticket') ?? '';
  const entered = await child.submit('/en/code', { code: sent.code, ticket });
  expect(entered.text).toContain('We got');
}, 60_000);
