// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StubUpstream, startStub } from '../../src/rooms/guard/testing/stub-upstream.ts';
import { codeOn, fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { askDoh, type Family, makeFamily, until } from '../harness/family.ts';

const SHOP = 'shop.cheat.example';

let stub: StubUpstream;
let app: TestApp;
let family: Family;
let child: Client;
let alder: Client;
let birch: Client;
let code = '';
let casePath = '';

beforeAll(async () => {
  stub = await startStub();
  app = await startTestApp({ env: { ROWAN_DNS_UPSTREAM: `127.0.0.1:${stub.port}` } });
  family = await makeFamily(app);
});
afterAll(async () => {
  await app?.stop();
  await stub?.stop();
});

// The loop of design.md, end to end on real input. It never goes red again.
describe('the loop', () => {
  it('begins with a shop that is open for the child', async () => {
    await until('the shop answers', async () => (await askDoh(app, family.doh, SHOP)).includes('192.0.2.1'));
  });

  it('lets a child tell what happened, and the desk know of it [VI-16]', async () => {
    child = app.visitor('child');
    await start(child);
    await fill(child, {
      who: { who: 'teen' },
      what: { what: 'tricked' },
      where: { where: `https://${SHOP}/` },
      more: { more: 'I paid and nothing came' },
      wishes: { wishes: ['know'] },
      answer: { answer: 'code' },
    });
    await child.submit('/en/report', { step: 'check', go: 'send' });
    code = codeOn(child.last?.body ?? '');
    expect(code).toMatch(/^\d{16}$/);

    alder = await app.signIn('Alder');
    await until('the case stands in the queue', async () => {
      const queue = await alder.get('/en/desk');
      return queue.status === 200 && queue.body.includes('/desk/case/');
    });
    await alder.get('/en/desk');
    const opened = await alder.submit('/en/desk/next', { can: ['text', 'links', 'self-harm'] });
    casePath = /\/en\/desk\/case\/[0-9a-f-]{36}/.exec(opened.body)?.[0] ?? '';
    expect(casePath).not.toBe('');
    const page = await alder.get(casePath);
    expect(page.text).toContain('I paid and nothing came');
    expect(page.text).toContain(SHOP);
    expect(page.body).not.toMatch(/<(img|video|audio|iframe|object|embed)\b/);
    expect(page.body).not.toMatch(new RegExp(`href="[^"]*${SHOP}`));
  });

  it('lets two people decide, and blocks the shop for the child within a second', async () => {
    await alder.get(`${casePath}/assess`);
    const what = { harm: 'HA-072', legal: 'harmful', severity: '2' };
    const decide = await alder.post(`${casePath}/assess`, { ...what, go: 'next' });
    expect(decide.status).toBe(200);
    const item = /value="([0-9a-f-]{36})"[^>]*name="item"|name="item"[^>]*value="([0-9a-f-]{36})"/.exec(
      decide.body,
    );
    const assessed = await alder.post(`${casePath}/assess`, {
      ...what,
      go: 'decide',
      item: item?.[1] ?? item?.[2] ?? '',
      target: 'host',
      next: 'publish',
      minAge: '255',
      everyone: 'yes',
      categories: ['scam'],
      reasons: 'cheats',
      publicWords: 'The shop takes money and sends nothing.',
      words: 'Three people told us the same.',
    });
    expect(assessed.status, assessed.text).toBe(303);
    expect(assessed.location).toContain('waits');
    expect(await askDoh(app, family.doh, SHOP)).toContain('192.0.2.1');

    birch = await app.signIn('Birch');
    const inbox = await birch.get('/en/desk/second');
    const act = /\/en\/desk\/second\/[0-9a-f-]{36}/.exec(inbox.body)?.[0] ?? '';
    const shown = await birch.get(act);
    expect(shown.text).toContain('Three people told us the same.');
    const approved = await birch.post(act, { decision: 'approve', words: '' });
    expect(approved.status, approved.text).toBe(303);
    await until('the shop is blocked', async () =>
      (await askDoh(app, family.doh, SHOP)).includes('NXDOMAIN'),
    );
    expect(await askDoh(app, family.doh, SHOP)).toMatch(/ede: 1[57]/);
    expect(await askDoh(app, family.doh, 'elsewhere.example')).toContain('192.0.2.1');
  });

  it('says in public why, and tells the child what was done', async () => {
    const page = await app.visitor().get(`/en/check/${SHOP}`);
    expect(page.text).toContain('The shop takes money and sends nothing.');
    const back = app.visitor('child');
    await back.get('/en/code');
    const progress = await back.submit('/en/code', { code });
    expect(progress.status).toBe(200);
    expect(progress.text).toContain('We checked the site.');
  });

  it('is undone as fast', async () => {
    const page = await alder.get(casePath);
    const undo = /\/en\/desk\/case\/[0-9a-f-]{36}\/undo\/[0-9a-f-]{36}/.exec(page.body)?.[0] ?? '';
    expect(undo).not.toBe('');
    await alder.post(undo, {});
    await until('the shop is open again', async () =>
      (await askDoh(app, family.doh, SHOP)).includes('192.0.2.1'),
    );
  });
});
