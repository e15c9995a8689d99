// SPDX-License-Identifier: EUPL-1.2
import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { notify, transaction } from '#platform/db';
import type { Reply } from '../../../../tests/harness/client.ts';
import { proposeDecision } from '../actions/propose-decision.ts';
import { publishSnapshot } from '../actions/publish-snapshot.ts';
import { releaseDecision } from '../actions/release-decision.ts';
import { undoDecision } from '../actions/undo-decision.ts';
import type { ProposalInput } from '../schema.ts';
import { writing } from '../tables.ts';
import { openSite, type Site } from './site.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
  await world.import(['listed.example', 'broken line', '*.x.example'], {
    category: 'adult',
    source: 'Adults',
  });
  await world.import(['listed.example'], { category: 'well-known', source: 'Visited' });
  await publishSnapshot(world.system());
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function decide(host: string, rest: Partial<ProposalInput> = {}): Promise<string> {
  world.now = new Date(world.now.getTime() + 1000);
  const input = { host, scope: 'subtree' as const, minAge: 13, reasons: ['strangers' as const], ...rest };
  const { id } = await proposeDecision(world.as('ana', 'operator'), input);
  await releaseDecision(world.as('sue', 'supervisor'), id);
  return id;
}

/** A page without what must differ: the host itself, wherever it stands. */
const without = (reply: Reply, host: string) => ({
  status: reply.status,
  headers: Object.fromEntries(
    [...reply.headers].filter(([name]) => !['date', 'content-length'].includes(name)),
  ),
  body: reply.body.replaceAll(host, 'HOST'),
});

describe('checking a website', () => {
  it('leads from a pasted link to the page of its host', async () => {
    const reply = await site
      .visitor()
      .get(`/en/check?q=${encodeURIComponent('https://Chat.Example/room?a=1')}`);
    expect([reply.status, reply.location]).toEqual([303, '/en/check/chat.example']);
    const bare = await site.visitor().get('/en/check');
    expect([bare.status, bare.headers.has('set-cookie')]).toEqual([200, false]);
  });

  it.each([
    ['', 'Enter the address of a website'],
    ['not a website', 'Check the address'],
    ['192.0.2.1', 'We do not rate addresses made of numbers'],
    ['printer.lan', 'a network of your own'],
    ['x'.repeat(5000), 'Check the address'],
  ])('says what to do with %j', async (typed, words) => {
    const reply = await site.visitor().get(`/en/check?q=${encodeURIComponent(typed)}`);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(words);
    expect(reply.body).toContain('<title>Error: ');
  });

  it('shows age, reasons, words, how we know and since when, for the host and below', async () => {
    await decide('chat.example', {
      categories: ['chat'],
      words: 'Public rooms; filters work if turned on.',
      wordsLang: 'en',
      topics: { language: 2, fear: 1 },
    });
    for (const host of ['chat.example', 'www.chat.example']) {
      const reply = await site.visitor().get(`/en/check/${host}`);
      expect(reply.status).toBe(200);
      expect(reply.text).toContain(`Our rating of ${host}`);
      for (const words of [
        'Good from age 13',
        '13+',
        'Strangers can write to children.',
        'Public rooms; filters work if turned on.',
        'Bad language Some',
        'Fear or violence A little',
        'A person of our desk',
        'Fairly sure',
        '22 November 2026',
        '21 May 2027',
        'This rating is about chat.example and every address below it.',
        'This is our first rating',
      ]) {
        expect(reply.text).toContain(words);
      }
      expect(reply.headers.get('cache-control')).toBe('max-age=60');
    }
  });

  it('shows what held before, and nothing of what was undone', async () => {
    await decide('moved.example', { minAge: 12 });
    const second = await decide('moved.example', { minAge: 16 });
    const reply = await site.visitor().get('/en/check/moved.example');
    expect(reply.text).toContain('Good from age 16');
    expect(reply.text).toContain('22 November 2026 to 22 November 2026: Good from age 12');
    await undoDecision(world.as('ana', 'operator'), second);
    expect((await site.visitor().get('/en/check/moved.example')).text).toContain('We have nothing to show');
  });

  it('hears of what another process released or ended', async () => {
    const id = await decide('elsewhere.example', { minAge: 12 });
    const shown = async () =>
      (await site.visitor().get('/en/check/elsewhere.example')).text.includes('Good from age 12');
    for (const state of ['undone', 'released'] as const) {
      // What another process does, this one learns from the database alone.
      await transaction(world.fresh.database.db, async (tx) => {
        await writing(tx).updateTable('ratings.decision').set({ state }).where('id', '=', id).execute();
        await notify(tx, 'ratings.rated', 'changed');
      });
      await vi.waitFor(async () => expect(await shown()).toBe(state === 'released'), { timeout: 10_000 });
    }
  });

  it('looks twice at an address in letters that look like others', async () => {
    const ascii = domainToASCII('раураl.example');
    const reply = await site.visitor().get(`/en/check/${ascii}`);
    expect(reply.text).toContain('It looks like paypal.example but is written with other letters.');
    expect(reply.text).toContain(ascii);
  });

  it('answers in one spelling of a host and knows no page for what is none', async () => {
    expect((await site.visitor().get('/en/check/CHAT.example')).location).toBe('/en/check/chat.example');
    expect((await site.visitor().get('/en/check/localhost')).status).toBe(404);
  });
});

describe('a host that no person rated in public (H1, H17)', () => {
  it('gets the very same page and answer whether it was never seen, is listed, is guarded, or was rated before that', async () => {
    await decide('before.example', { minAge: 9 });
    for (const host of ['secret.example', 'before.example'])
      await decide(host, { guarded: true, reasons: [] });
    const hosts = [
      'neverseen.example',
      'listed.example',
      'secret.example',
      'www.secret.example',
      'before.example',
    ];
    const pages = await Promise.all(
      hosts.map(async (host) => without(await site.visitor().get(`/en/check/${host}`), host)),
    );
    for (const one of pages) expect(one).toEqual(pages[0]);
    expect(pages[0]?.status).toBe(200);
    expect(pages[0]?.body).toContain('We have nothing to show about this address');
    expect(pages[0]?.body).toContain('Not checked by us');
    expect(pages[0]?.body).not.toMatch(/Sex for adults|Good from|18\+/);
    expect(pages[0]?.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    const answers = await Promise.all(hosts.map((host) => site.visitor().get(`/api/v1/ratings/${host}`)));
    expect(answers.map((reply) => JSON.parse(reply.body))).toEqual(
      hosts.map((subject) => ({ subject, status: 'nothing-to-show' })),
    );
  });
});

describe('the look-up for machines', () => {
  it('says what the page says', async () => {
    const reply = await site.visitor().get('/api/v1/ratings/www.chat.example');
    expect(JSON.parse(reply.body)).toMatchObject({
      subject: 'www.chat.example',
      status: 'rated',
      rated: { host: 'chat.example', scope: 'subtree' },
      minimumAge: 13,
      categories: ['chat'],
      reasons: ['strangers'],
      checkedBy: 'person',
      blockedForEveryone: false,
    });
  });

  it('refuses what is no host, with a code', async () => {
    const reply = await site.visitor().get('/api/v1/ratings/192.0.2.1');
    expect([reply.status, reply.body.includes('ratings.not-a-host')]).toEqual([400, true]);
  });
});

describe("the editor's desk", () => {
  const paths = ['/en/desk/ratings', '/en/desk/ratings/claims?host=listed.example'];

  it('is closed to the public and to people without the role', async () => {
    for (const path of paths) {
      expect((await site.visitor().get(path)).status).not.toBe(200);
      expect((await (await site.signIn('Alder')).get(path)).status).toBe(404);
    }
  });

  it('shows each list, its last reading with every reason, and who says what about a host', async () => {
    const editor = await site.signIn('Hazel');
    const list = await editor.get('/en/desk/ratings');
    expect(list.text).toContain('Adults Sex for adults 1 22 November 2026');
    const path = /href="(\/en\/desk\/ratings\/sources\/[^"]+)">Adults/.exec(list.body)?.[1] ?? '';
    const source = await editor.get(path);
    for (const words of [
      'Lines 3',
      'New 1',
      'Refused 2',
      'Several words 1',
      'line 2',
      'broken line',
      'A star in the name',
      'CC0',
    ]) {
      expect(source.text).toContain(words);
    }
    const claims = await editor.get('/en/desk/ratings/claims?host=Listed.example');
    for (const words of [
      'Visited by many',
      'Sex for adults: 1 independent list, does not count',
      'the host stays open',
      'Nobody has decided',
    ]) {
      expect(claims.text).toContain(words);
    }
    expect((await editor.get('/en/desk/ratings/claims?host=%3F')).text).toContain('Check the address');
    expect((await editor.get('/en/desk/ratings/sources/00000000-0000-4000-8000-000000000000')).status).toBe(
      404,
    );
  });
});
