// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/harness/app.ts';
import { type Client, hiddenField } from '../../../tests/harness/client.ts';
import { reading } from './tables.ts';
import { newCode, notesOf } from './testing/staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const DESK = '/en/setup/desk';
const HOURS = 'Weekdays from nine\nuntil <five> & "later"';

/** Opens the form in time, and sends it when the five minutes are over. */
async function sendLate(client: Client, path: string, fields: Record<string, string>) {
  expect((await client.get(path)).status).toBe(200);
  app.clock.move(6);
  return client.post(path, fields);
}

async function showAgain(client: Client, alias: string, asked: string) {
  const notes = notesOf(app, alias);
  await client.get(asked);
  const next = hiddenField(client.last?.body ?? '', 'next') ?? '';
  return client.submit('/en/desk/confirm', { next, password: notes.password, code: newCode(app, notes) });
}

/** The fields of the form that the page gives back, as a browser would send them. */
function fieldsOf(body: string): Record<string, string> {
  const form = /<form[^>]*id="kept"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const all = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(all.map(([, name = '', value = '']) => [name, plain(value)]));
}

describe('what was typed into a grave form', () => {
  it('comes back whole after the question who one is, and is sent only by a press', async () => {
    const linden = await app.signIn('Linden');
    const late = await sendLate(linden, DESK, { hours: HOURS });
    expect(late.location).toBe('/en/desk/confirm?next=%2Fdesk%2Fkept');
    const page = await showAgain(linden, 'Linden', late.location ?? '');
    expect(page.text).toContain('Nothing has been done yet');
    expect(page.body).toContain(`action="${DESK}"`);
    expect(fieldsOf(page.body)).toMatchObject({ hours: HOURS });
    const sent = await linden.post(DESK, fieldsOf(page.body));
    expect(sent.status).not.toBe(403);
    expect(sent.location ?? '').not.toContain('confirm');
  });

  it('lies in the database only as a box that needs the cookie', async () => {
    const linden = await app.signIn('Linden');
    await sendLate(linden, DESK, { hours: 'canary words of a form' });
    const rows = await reading(app.ctx().db)
      .selectFrom('platform.session')
      .select('kept')
      .where('kept', 'is not', null)
      .execute();
    expect(rows.length).toBe(1);
    expect(String(rows[0]?.kept)).not.toContain('canary');
  });

  it('is gone after a quarter of an hour', async () => {
    const linden = await app.signIn('Linden');
    await sendLate(linden, DESK, { hours: HOURS });
    for (const _ of [1, 2]) {
      app.clock.move(8);
      await linden.get('/en/desk/me');
    }
    const page = await showAgain(linden, 'Linden', '/en/desk/confirm?next=%2Fdesk%2Fkept');
    expect(page.text).toContain('Nothing that you typed is kept here');
    expect(page.body).not.toContain('later');
  });

  it('never holds the halves of the recovery key', async () => {
    const linden = await app.signIn('Linden');
    const late = await sendLate(linden, '/en/desk/recovery', { a: 'AAAAA', b: 'BBBBB' });
    expect(late.location).toBe('/en/desk/confirm?next=%2Fdesk%2Frecovery');
    const page = await showAgain(linden, 'Linden', '/en/desk/confirm?next=%2Fdesk%2Fkept');
    expect(page.text).toContain('Nothing that you typed is kept here');
  });

  it('is not shown to a session that is not fresh', async () => {
    const linden = await app.signIn('Linden');
    await sendLate(linden, DESK, { hours: HOURS });
    expect((await linden.get('/en/desk/kept')).location).toBe('/en/desk/confirm?next=%2Fdesk%2Fkept');
  });
});
