// SPDX-License-Identifier: EUPL-1.2
import { createSecretKey } from 'node:crypto';
import { answerText, RCODE, readAnswer, TYPE, writeQuery } from '@rowan/dns-wire';
import { ALLOW_ALWAYS, BLOCK_EVERYONE, NEVER } from '@rowan/rating-index';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../testing/base.ts';
import { ask, question, sendOnly, sendTcp, sendUdp, talk } from '../testing/dns-client.ts';
import { rated, ratingsOf } from '../testing/ratings.ts';
import { damaged, seeded } from '../testing/seeded.ts';
import { type StubUpstream, startStub } from '../testing/stub-upstream.ts';
import type { HouseholdRules } from './messages.ts';
import { networkLookup, networkOf } from './networks.ts';
import { ResolverThread } from './resolver-thread.ts';

const guardKey = createSecretKey(new Uint8Array(32).fill(9));
const GAMES = 13;
const CHECKED = 8;
const here = networkLookup(guardKey, networkOf('127.0.0.1')?.prefix ?? '');

const ratings = ratingsOf([
  rated('casino.example', { minAge: 18, categories: 1 << 2 }),
  rated('games.example', { minAge: 7, categories: 1 << GAMES }),
  rated('everyone.example', { minAge: NEVER, flags: BLOCK_EVERYONE }),
  rated('help.example', { flags: ALLOW_ALWAYS }),
  rated('casino.example.help.example', { flags: ALLOW_ALWAYS }),
  rated('casino.example.alias.example', { minAge: 9, flags: CHECKED }),
]);

const home = (openTo: number, blocked = 0): HouseholdRules => ({
  household: 'a',
  rules: [{ openTo, blocked, opened: 0 }],
  devices: [{ lookup: 'd1', rules: 0 }],
  networks: [{ lookup: here, family: 4, bits: 32, rules: 0 }],
});

let stub: StubUpstream;
let second: StubUpstream;
let thread: ResolverThread;
const faults: string[] = [];
const again: string[] = [];

beforeAll(async () => {
  stub = await startStub();
  second = await startStub();
  thread = await ResolverThread.start({
    workerUrl: new URL('./resolver.worker.ts', import.meta.url),
    host: '127.0.0.1',
    port: 0,
    upstreams: [stub.port, second.port].map((port) => ({ address: '127.0.0.1', port })),
    patience: [250, 250],
    guardKey,
    server: 'rowan.example',
    test: { name: 'test.rowan.example', addresses: ['192.0.2.80', '2001:db8::80'] },
    meaning: {
      categoryAges: Uint8Array.from({ length: 32 }, (_, bit) => (bit === GAMES ? 7 : 18)),
      checked: CHECKED,
    },
    known: () => Promise.resolve({ ratings, households: [home(13)] }),
    onAgain: () => again.push('again'),
    onFault: (code) => faults.push(code),
  });
});

afterAll(async () => {
  await thread.stop();
  await stub.stop();
  await second.stop();
  expect(faults).toEqual(['resolver-error']);
});

/** Rules and packets come by different ways; a question through the thread's own door is answered after the rules. */
async function use(rules: HouseholdRules): Promise<void> {
  thread.replace(rules);
  await thread.ask('nobody', question('example.org'));
}

beforeEach(async () => {
  for (const one of [stub, second]) {
    one.mode = 'answer';
    one.heard.length = 0;
  }
  await use(home(13));
});

describe('a child behind a registered network', () => {
  it('reaches a name that nobody said anything about', async () => {
    expect(await ask(thread.port, 'www.example.org')).toContain('answer: www.example.org. 60 IN A 192.0.2.1');
  });

  it('finds a name closed that is for older people, and learns only that the family chose so', async () => {
    const answer = await ask(thread.port, 'www.casino.example');
    expect(answer).toContain('status: NXDOMAIN');
    expect(answer).toContain('ede: 17 FILTERED "Closed by the protection that was chosen for this device."');
    expect(answer).toContain('authority: www.casino.example. 10 IN SOA');
  });

  it('finds a name closed that is closed for everyone, in the same words', async () => {
    const answer = await ask(thread.port, 'x.everyone.example');
    expect(answer).toContain('ede: 15 BLOCKED "Closed by the protection that was chosen for this device."');
  });

  it.each([TYPE.aaaa, TYPE.https, TYPE.any, 64])('finds it closed for type %i too', async (qtype) => {
    expect(await ask(thread.port, 'casino.example', qtype)).toContain('status: NXDOMAIN');
  });

  it('never finds help closed, whatever it is served from', async () => {
    expect(await ask(thread.port, 'help.example')).toContain('192.0.2.1');
    expect(await ask(thread.port, 'casino.example.help.example')).toContain('192.0.2.1');
  });

  it('finds a closed host closed behind an open name, also from the cache', async () => {
    expect(await ask(thread.port, 'everyone.example.alias.example')).toContain('ede: 15');
    expect(await ask(thread.port, 'www.games.example.alias.example')).toContain('192.0.2.1');
    await use(home(6));
    expect(await ask(thread.port, 'www.games.example.alias.example')).toContain('ede: 17');
    expect(stub.heard.filter((name) => /games/i.test(name))).toHaveLength(1);
  });

  it('reaches a name that a person found good, although a list names the host behind it', async () => {
    expect(await ask(thread.port, 'casino.example.alias.example')).toContain('192.0.2.1');
  });

  it('has new rules at once', async () => {
    expect(await ask(thread.port, 'games.example')).toContain('192.0.2.1');
    await use(home(13, 1 << GAMES));
    expect(await ask(thread.port, 'games.example')).toContain('ede: 17');
    await use(home(13));
    expect(await ask(thread.port, 'games.example')).toContain('192.0.2.1');
  });

  it('gets long answers by TCP, many on one connection', async () => {
    const cut = await sendUdp(thread.port, question('long.example.org', TYPE.txt));
    expect(readAnswer(cut ?? new Uint8Array())?.truncated).toBe(true);
    const hosts = ['long.example.org', 'casino.example', 'long.example.org'];
    const replies = await sendTcp(
      thread.port,
      hosts.map((host, id) => question(host, TYPE.txt, id)),
    );
    expect(replies.map((reply) => readAnswer(reply)?.rcode)).toEqual(
      expect.arrayContaining([RCODE.noError, RCODE.nxDomain, RCODE.noError]),
    );
    expect(replies.map((reply) => reply.length).sort((a, b) => b - a)[0]).toBeGreaterThan(2000);
  });
});

describe('a stranger', () => {
  it('is refused, whatever the name', async () => {
    await use({ ...home(13), networks: [] });
    for (const host of ['www.example.org', 'casino.example', 'test.rowan.example', 'localhost']) {
      expect(await ask(thread.port, host)).toMatch(/status: REFUSED[\s\S]*ede: 18 PROHIBITED/);
    }
    expect(stub.heard).toEqual([]);
  });

  it('is who lost a token', async () => {
    const answer = async (lookup: string) =>
      answerText((await thread.ask(lookup, question('www.example.org'))) ?? new Uint8Array());
    expect(await answer('d1')).toContain('192.0.2.1');
    expect(await answer('d2')).toContain('ede: 18');
    await use({ ...home(13), devices: [] });
    expect(await answer('d1')).toContain('ede: 18');
  });
});

describe('names answered here', () => {
  it.each([
    ['use-application-dns.net', 'NXDOMAIN'],
    ['mask.icloud.com', 'NXDOMAIN'],
    ['mask-h2.icloud.com', 'NXDOMAIN'],
    ['_dns.resolver.arpa', 'NOERROR'],
    ['resolver.arpa', 'NOERROR'],
    ['7.2.0.192.in-addr.arpa', 'NXDOMAIN'],
    ['1.1.168.192.in-addr.arpa', 'NXDOMAIN'],
    ['5.20.172.in-addr.arpa', 'NXDOMAIN'],
    ['printer.local', 'NXDOMAIN'],
    ['a.onion', 'NXDOMAIN'],
  ])('%s is %s and is never asked outside', async (host, status) => {
    expect(await ask(thread.port, host, TYPE.svcb)).toContain(`status: ${status}`);
    expect([...stub.heard, ...second.heard]).toEqual([]);
  });

  it('names that only look like them are asked outside', async () => {
    for (const host of [
      'www.mask.icloud.com',
      '5.15.172.in-addr.arpa',
      'mylocal',
      'use-application-dns.net.example',
    ]) {
      expect(await ask(thread.port, host, TYPE.txt)).toContain('status: NOERROR');
    }
    expect(stub.heard).toHaveLength(4);
  });

  it('localhost and the name of the test have addresses', async () => {
    expect(await ask(thread.port, 'x.localhost')).toContain('A 127.0.0.1');
    expect(await ask(thread.port, 'test.rowan.example')).toContain('1 IN A 192.0.2.80');
    expect(await ask(thread.port, 'TEST.rowan.example', TYPE.aaaa)).toContain('1 IN AAAA 2001:db8::80');
  });

  it('ANY is answered with next to nothing, other classes and transfers with a refusal', async () => {
    expect(await ask(thread.port, 'www.example.org', TYPE.any)).toContain('IN TYPE13');
    expect(await ask(thread.port, 'www.example.org', TYPE.axfr)).toContain('status: REFUSED');
    const chaos = writeQuery({
      id: 1,
      name: question('version.bind').subarray(12, 26),
      qtype: TYPE.txt,
      qclass: 3,
    });
    expect(answerText((await sendUdp(thread.port, chaos)) ?? chaos)).toContain('status: REFUSED');
    expect(stub.heard).toEqual([]);
  });
});

describe('forwarding', () => {
  it('asks once what many ask, keeps it, and counts its time down', async () => {
    const port = thread.port;
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(port, 'popular.example.org')));
    expect(all.every((answer) => answer.includes('192.0.2.1'))).toBe(true);
    expect(await ask(port, 'POPULAR.example.org')).toContain('question: POPULAR.example.org.');
    expect(stub.heard).toHaveLength(1);
  });

  it('keeps "no such name" as long as its SOA record says', async () => {
    expect(await ask(thread.port, 'no.example.org')).toContain('status: NXDOMAIN');
    expect(await ask(thread.port, 'no.example.org')).toContain('authority: no.example.org. 60 IN SOA');
    expect(stub.heard).toHaveLength(1);
  });

  it('mixes the case of letters and asks again by TCP when it comes back otherwise', async () => {
    stub.mode = 'other-case';
    expect(await ask(thread.port, 'abcdefghijklmnopqrstuvwxyz.example.org')).toContain('192.0.2.1');
    expect(stub.heard.map((line) => line.slice(0, 3))).toEqual(['udp', 'tcp']);
    expect(stub.heard[0]).toMatch(/[A-Z]/);
    expect(stub.heard[0]).toMatch(/[a-z]{3}/);
  });

  it('does not take an answer with another id', async () => {
    stub.mode = 'wrong-id';
    second.mode = 'wrong-id';
    expect(await ask(thread.port, 'forged.example.org')).toMatch(/SERVFAIL[\s\S]*ede: 22/);
  });

  it('turns to the second server when the first is silent or cannot answer', async () => {
    stub.mode = 'silent';
    expect(await ask(thread.port, 'second.example.org')).toContain('192.0.2.1');
    second.mode = 'servfail';
    stub.mode = 'answer';
    expect(await ask(thread.port, 'first-again.example.org')).toContain('192.0.2.1');
  });

  it('says which way it failed', async () => {
    stub.mode = 'servfail';
    second.mode = 'servfail';
    expect(await ask(thread.port, 'broken.example.org')).toContain('status: SERVFAIL');
    stub.mode = 'silent';
    second.mode = 'silent';
    expect(await ask(thread.port, 'away.example.org')).toMatch(/status: SERVFAIL[\s\S]*ede: 22/);
  });
});

describe('whatever is sent', () => {
  it('the resolver goes on', async () => {
    const random = seeded(20_261_121);
    const good = question('www.example.org');
    for (let round = 0; round < 3000; round++) {
      const packet = round % 2 === 0 ? random.bytes(random.int(300)) : damaged(good, random);
      await sendOnly(thread.port, packet);
    }
    const [reply] = await sendTcp(thread.port, [good]);
    expect(answerText(reply ?? good)).toContain('192.0.2.1');
    expect(await ask(thread.port, 'www.example.org')).toContain('192.0.2.1');
  });

  it('a connection that talks nonsense ends, and the others go on', async () => {
    const random = seeded(7);
    for (let round = 0; round < 200; round++) await talk(thread.port, random.bytes(1 + random.int(2000)));
    expect(await ask(thread.port, 'www.example.org')).toContain('192.0.2.1');
  });
});

describe('a thread that ends', () => {
  it('is started again on the same port, and says so', async () => {
    const { port } = thread;
    thread.useRatings(new SharedArrayBuffer(8));
    await until(() => again.length === 1);
    expect(thread.port).toBe(port);
    expect(await ask(port, 'www.example.org')).toContain('192.0.2.1');
    expect(await ask(port, 'casino.example')).toContain('ede: 17');
  });
});
