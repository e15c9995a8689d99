// SPDX-License-Identifier: EUPL-1.2
import { planAnswer, ROOT_NAME, textToName, txtRecord } from '@rowan/dns-wire';
import { describe, expect, it } from 'vitest';
import { AnswerCache, placeOf } from './cache.ts';
import { nameString, newWalk, walkName } from './names.ts';

const walk = newWalk();
const wire = (host: string) => textToName(host) ?? ROOT_NAME;
const place = (host: string, qtype = 1) => placeOf(walkName(walk, wire(host), 0), qtype, 0);

function entry(host: string, { until = 1000, bytes = 10, qtype = 1 } = {}) {
  const plan = planAnswer({ answers: [txtRecord(1, 'x'.repeat(bytes))] });
  const stored = { ...plan, questionEnd: 0, cacheSeconds: 1 };
  return { name: nameString(wire(host.toLowerCase())), qtype, options: 0, stored, targets: [], at: 0, until };
}

describe('the cache', () => {
  const find = (cache: AnswerCache, host: string, { now = 0, qtype = 1 } = {}) =>
    cache.find(place(host, qtype), { packet: wire(host), at: 0, qtype, options: 0 }, now) !== null;

  it('finds a name whatever the case of its letters, until its time is over', () => {
    const cache = new AnswerCache();
    cache.keep(place('a.example.org'), entry('a.example.org'));
    expect([
      find(cache, 'A.Example.ORG', { now: 999 }),
      find(cache, 'b.example.org'),
      find(cache, 'a.example.org', { qtype: 28 }),
    ]).toEqual([true, false, false]);
    expect([find(cache, 'a.example.org', { now: 1000 }), cache.size]).toEqual([false, 0]);
  });

  it('lets the oldest go when it holds enough', () => {
    const cache = new AnswerCache();
    for (let i = 0; i < 20_100; i++) cache.keep(place(`h${i}.example.org`), entry(`h${i}.example.org`));
    expect(cache.size).toBeLessThanOrEqual(20_000);
    expect([find(cache, 'h0.example.org'), find(cache, 'h20099.example.org')]).toEqual([false, true]);
    for (let i = 0; i < 400; i++)
      cache.keep(place(`l${i}.example.org`), entry(`l${i}.example.org`, { bytes: 60_000 }));
    expect(cache.size).toBeLessThan(300);
  });
});
