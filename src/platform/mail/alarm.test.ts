// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('sends a test alarm to the duty contact, and without a mail server shows what would go (H6)', async () => {
  const linden = await app.signIn('Linden');
  const before = await linden.get('/en/desk/mail');
  expect(before.text).toContain('No mail yet');
  const sent = await linden.submit('/en/desk/mail/alarm', {});
  expect(sent.status).toBe(200);
  expect(sent.text).toContain('unit@example.org: Test alarm');
});
