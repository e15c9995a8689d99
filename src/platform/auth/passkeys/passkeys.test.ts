// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import { type Client, createClient, hiddenField } from '../../../../tests/harness/client.ts';
import { changeInstallation } from '../../setup/index.ts';
import { type Behaviour, SoftPasskey } from '../testing/soft-passkey.ts';
import { notesOf, pageOf } from '../testing/staff.ts';

let app: TestApp;
let here: Behaviour;
beforeAll(async () => {
  app = await startTestApp();
  here = { origin: app.url.replace('127.0.0.1', 'localhost'), rpId: 'localhost' };
});
afterAll(() => app.stop());

/** What the routes of passkeys answer, each a part of it. */
interface Body {
  options: { challenge: string };
  challenge: string;
  rpId: string;
  salt: string;
  to?: string;
  ticket: string;
  added?: string;
  error?: string;
}

interface Answer {
  status: number;
  body: Body;
}

/** Posts JSON as the page's script does, with the page's token where there is a session. */
async function ask(
  client: Client,
  path: string,
  { headers = {}, ...body }: { headers?: Record<string, string>; [name: string]: unknown } = {},
): Promise<Answer> {
  const csrf = hiddenField(client.last?.body ?? '', 'csrf');
  const reply = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...headers,
    },
    body: JSON.stringify(csrf === null ? body : { csrf, ...body }),
  });
  const line = reply.headers.getSetCookie()[0];
  if (line !== undefined) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    client.cookies.set(name, value);
  }
  return { status: reply.status, body: (await reply.json()) as Body };
}

async function add(client: Client, key: SoftPasskey, as: Partial<Behaviour> = {}): Promise<Answer> {
  await client.get('/en/desk/me/passkey');
  const { body: order } = await ask(client, '/desk/me/passkey/ask');
  const question = { challenge: order.options.challenge, salt: order.salt };
  return ask(client, '/desk/me/passkey', key.create(question, { ...here, ...as }));
}

async function signIn(client: Client, key: SoftPasskey, as: Partial<Behaviour> = {}): Promise<Answer> {
  const { body: question } = await ask(client, '/desk/passkey/ask');
  return ask(client, '/desk/passkey', key.show(question, { ...here, ...as }));
}

const browser = () => createClient(app.url, 'staff');

describe('a passkey with a key inside (P2)', () => {
  it('signs in alone, opens cases, and is a fresh factor', async () => {
    const key = new SoftPasskey();
    const alder = await app.signIn('Alder');
    expect((await add(alder, key)).body).toEqual({ added: 'opens' });
    expect((await alder.get('/en/desk/me')).text).toContain('Passkey that opens cases');

    const client = browser();
    const { status, body } = await signIn(client, key);
    expect(status).toBe(200);
    expect(body.to).toBe('/desk/me?elsewhere=yes');
    const page = await client.get('/en/desk/keys');
    expect(page.status).toBe(200);
    expect((await client.post('/en/desk/keys', { team: 'desk' })).status).toBe(303);

    app.clock.move(6);
    const sent = await client.get('/en/desk/me/passkey');
    expect(sent.location).toBe('/en/desk/confirm?next=%2Fdesk%2Fme%2Fpasskey');
    await client.get(sent.location ?? '');
    const before = client.cookies.get('__Host-desk');
    const { body: question } = await ask(client, '/desk/confirm/ask');
    expect((await ask(client, '/desk/confirm/passkey', key.show(question, here))).status).toBe(200);
    expect(client.cookies.get('__Host-desk')).not.toBe(before);
    expect((await client.get('/en/desk/me/passkey')).status).toBe(200);
  });

  it('N24 refuses the PRF output of another key, and another person’s key for confirming', async () => {
    const mine = new SoftPasskey();
    const other = new SoftPasskey();
    const hazel = await app.signIn('Hazel');
    await add(hazel, mine);
    const client = browser();
    const { body: question } = await ask(client, '/desk/passkey/ask');
    const shown = mine.show(question, here);
    const { prf } = other.show(question, here);
    expect((await ask(client, '/desk/passkey', { ...shown, prf })).status).toBe(422);
    expect(client.cookies.size).toBe(0);

    const sorrel = await app.signIn('Sorrel');
    await sorrel.get('/en/desk/confirm?next=/desk/me');
    const { body: again } = await ask(sorrel, '/desk/confirm/ask');
    expect((await ask(sorrel, '/desk/confirm/passkey', mine.show(again, here))).status).toBe(422);
  });

  it('N23 refuses a key that did not verify its person, another site’s answer, and a used challenge', async () => {
    const key = new SoftPasskey();
    const birch = await app.signIn('Birch');
    expect((await add(birch, key, { verifies: false })).body).toEqual({ error: 'refused' });
    expect((await add(birch, key, { rpId: 'elsewhere.example' })).body).toEqual({ error: 'refused' });
    expect((await add(birch, key)).body).toEqual({ added: 'opens' });

    const bad: Partial<Behaviour>[] = [
      { verifies: false },
      { rpId: 'elsewhere.example' },
      { origin: 'https://elsewhere.example' },
      { origin: 'https://rowan.localhost' },
      { origin: 'http://127.0.0.1:8080' },
    ];
    for (const as of bad) {
      const client = browser();
      expect((await signIn(client, key, as)).status).toBe(422);
      expect(client.cookies.size).toBe(0);
    }
    app.clock.move(60);
    const client = browser();
    const { body: question } = await ask(client, '/desk/passkey/ask');
    const shown = key.show(question, here);
    expect((await ask(client, '/desk/passkey', shown)).status).toBe(200);
    expect((await ask(browser(), '/desk/passkey', shown)).status).toBe(422);
    expect((await ask(browser(), '/desk/passkey', key.show(question, here))).status).toBe(422);
  });

  it('N23 refuses a challenge that is too old, was made for something else, or for nobody', async () => {
    const key = new SoftPasskey();
    const linden = await app.signIn('Linden');
    await add(linden, key);
    const late = browser();
    const { body: question } = await ask(late, '/desk/passkey/ask');
    app.clock.move(6);
    expect((await ask(late, '/desk/passkey', key.show(question, here))).status).toBe(422);
    await linden.get('/en/desk/confirm?next=/desk/me');
    const { body: forConfirming } = await ask(linden, '/desk/confirm/ask');
    expect((await ask(browser(), '/desk/passkey', key.show(forConfirming, here))).status).toBe(422);
    const invented = { ...question, challenge: Buffer.alloc(32, 9).toString('base64url') };
    expect((await ask(browser(), '/desk/passkey', key.show(invented, here))).status).toBe(422);
  });

  it('is gone with the person’s old ways, and when they remove it', async () => {
    const key = new SoftPasskey();
    const sorrel = await app.signIn('Sorrel');
    await add(sorrel, key);
    const { body } = await sorrel.get('/en/desk/me');
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
    expect((await sorrel.post('/en/desk/me/passkey/remove', { id })).status).toBe(303);
    expect((await signIn(browser(), key)).status).toBe(422);

    const other = new SoftPasskey();
    await add(await app.signIn('Hazel'), other);
    const linden = await app.signIn('Linden');
    const page = await pageOf(linden, 'Hazel');
    await linden.get(`${page}/leave`);
    await linden.post(`${page}/leave`, {});
    expect((await signIn(browser(), other)).status).toBe(422);
  });
});

describe('a passkey without a key inside (P3)', () => {
  it('stands for the code and needs the password', async () => {
    const key = new SoftPasskey();
    const alder = notesOf(app, 'Alder');
    expect((await add(await app.signIn('Alder'), key, { prf: false })).body).toEqual({
      added: 'needs-password',
    });

    const client = browser();
    const { body } = await signIn(client, key, { prf: false });
    expect(body.to).toBeUndefined();
    expect(client.cookies.size).toBe(0);
    const fields = { alias: 'Alder', password: alder.password, code: '', ticket: body.ticket };
    expect((await browser().post('/en/desk/sign-in', { ...fields, password: 'AAAA-AAAA-AAAA' })).status).toBe(
      422,
    );
    app.clock.move(1);
    expect((await client.post('/en/desk/sign-in', fields)).status).toBe(303);
    expect((await client.get('/en/desk/keys')).status).toBe(200);
    expect((await browser().post('/en/desk/sign-in', fields)).status).toBe(422);
  });

  it('is no ticket for somebody else', async () => {
    const key = new SoftPasskey();
    await add(await app.signIn('Sorrel'), key, { prf: false });
    const { body } = await signIn(browser(), key, { prf: false });
    const { password } = notesOf(app, 'Alder');
    app.clock.move(60);
    const fields = { alias: 'Alder', password, code: '', ticket: body.ticket };
    expect((await browser().post('/en/desk/sign-in', fields)).status).toBe(422);
  });
});

describe('a passkey at a vendor', () => {
  it('is refused to who opens contacts, and to everybody where set-up says so', async () => {
    const linden = await app.signIn('Linden');
    expect((await add(linden, new SoftPasskey(), { synced: true })).body).toEqual({ error: 'synced' });
    const alder = await app.signIn('Alder');
    expect((await add(alder, new SoftPasskey(), { synced: true })).status).toBe(200);
    expect((await alder.get('/en/desk/me')).text).toContain('copied to a company');
    await changeInstallation(app.ctx(), { passkeySynced: 'refuse' });
    expect((await add(alder, new SoftPasskey(), { synced: true })).body).toEqual({ error: 'synced' });
  });
});

describe('the page’s script', () => {
  it('N29 may ask only with the session’s token and from the same site', async () => {
    const alder = await app.signIn('Alder');
    await alder.get('/en/desk/me/passkey');
    expect((await ask(alder, '/desk/me/passkey/ask', { csrf: 'x' })).status).toBe(403);
    const cross = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask(alder, '/desk/me/passkey/ask', cross)).status).toBe(403);
    expect((await ask(browser(), '/desk/passkey/ask', cross)).status).toBe(403);
    expect((await ask(browser(), '/desk/me/passkey/ask')).status).toBe(401);
    app.clock.move(6);
    expect((await ask(alder, '/desk/me/passkey/ask')).body).toEqual({ error: 'http.confirm-first' });
  });

  it('may connect to this site on its own pages, and nowhere else', async () => {
    const alder = await app.signIn('Alder');
    const csp = async (path: string) => (await alder.get(path)).headers.get('content-security-policy');
    for (const path of ['/en/desk/sign-in', '/en/desk/confirm?next=/desk', '/en/desk/me/passkey']) {
      expect(await csp(path)).toContain("; connect-src 'self'");
    }
    expect(await csp('/en/desk/me')).not.toContain('connect-src');
  });
});
