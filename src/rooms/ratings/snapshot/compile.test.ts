// SPDX-License-Identifier: EUPL-1.2
import { buildIndex, lookupText, NEVER, openIndex, type Verdict, verdictAt } from '@rowan/rating-index';
import { describe, expect, it } from 'vitest';
import { bitsOf, categoryOf, codesOf } from '../categories.ts';
import { nameKey } from '../name-key.ts';
import { CHECKED, decidedVerdict } from '../resolve.ts';
import { type CompiledEntry, Compiler, type NamedClaim, type NamedWords } from './compile.ts';

interface Said {
  /** `adult@1` by list group 1 for the host alone, `*adult@1` for everything below too. */
  lists?: string;
  host?: Verdict;
  subtree?: Verdict;
}

function compile(world: Record<string, Said>) {
  const entries: CompiledEntry[] = [];
  const keptOpen: string[] = [];
  const compiler = new Compiler(
    (entry) => entries.push(entry),
    (host) => keptOpen.push(host),
  );
  const words: NamedWords[] = Object.entries(world).map(([host, said]) => ({
    key: nameKey(host),
    claims: (said.lists ?? '').split(' ').filter(Boolean).map(claimOf),
    decision: said.host || said.subtree ? { host: said.host ?? null, subtree: said.subtree ?? null } : null,
  }));
  for (const one of words.sort((a, b) => (a.key < b.key ? -1 : 1))) compiler.take(one);
  return { entries, keptOpen, look: lookerOf(entries) };
}

function claimOf(word: string): NamedClaim {
  const [code = '', group] = word.replace('*', '').split('@');
  return { category: categoryOf(code)?.id ?? -1, group: Number(group), below: word.startsWith('*') };
}

function lookerOf(entries: CompiledEntry[]) {
  const key = new Uint8Array(16).fill(7);
  const facts = { number: 1, createdMs: 1, auditHead: new Uint8Array(32) };
  const index = openIndex(buildIndex({ ...facts, key, entries }).buffer);
  return (host: string) => {
    const verdict = verdictAt(index, lookupText(index, host));
    return verdict === null ? '-' : `${verdict.minAge} ${codesOf(verdict.categories).join('+')}`.trim();
  };
}

const rated = (minAge: number, ...codes: string[]) =>
  decidedVerdict({ minAge, categories: bitsOf(codes), blockEveryone: false });
const everyone = decidedVerdict({ minAge: NEVER, categories: 0, blockEveryone: true });

describe('an index compiled from words', () => {
  it('answers a claim about a host for that host only', () => {
    const { look } = compile({ 'shop.example': { lists: 'scam@1' } });
    expect([look('shop.example'), look('www.shop.example'), look('example')]).toEqual(['255 scam', '-', '-']);
  });

  it('answers a claim about a subtree for every name below', () => {
    const { look } = compile({ 'bet.example': { lists: '*gambling@1' } });
    expect([look('bet.example'), look('a.b.bet.example'), look('alphabet.example')]).toEqual([
      '18 gambling',
      '18 gambling',
      '-',
    ]);
  });

  it('needs no entry for a name that its parent answers already', () => {
    const { entries } = compile({
      'bet.example': { lists: '*gambling@1' },
      'a.bet.example': { lists: '*gambling@1' },
      'www.bet.example': { lists: 'gambling@2' },
    });
    expect(entries.map(({ host }) => host)).toEqual(['bet.example']);
  });

  it('adds what was said above to what is said here', () => {
    const { look } = compile({
      'site.example': { lists: '*games@1' },
      'casino.site.example': { lists: '*gambling@2' },
      'chat.site.example': { lists: 'chat@2' },
    });
    expect(look('www.casino.site.example')).toBe('18 gambling+games');
    expect(look('chat.site.example')).toBe('13 chat+games');
    expect(look('deep.chat.site.example')).toBe('7 games');
  });

  it('keeps a protected name open below a listed one, and a listed name open below a protected one', () => {
    const { look, keptOpen } = compile({
      'big.example': { lists: '*adult@1' },
      'help.big.example': { lists: '*help@2' },
      'school.example': { lists: '*education@3' },
      'pupils.school.example': { lists: '*adult@1 *malware@4' },
    });
    expect([look('big.example'), look('help.big.example'), look('x.help.big.example')]).toEqual([
      '18 adult',
      '0',
      '0',
    ]);
    expect([look('school.example'), look('pupils.school.example')]).toEqual(['-', '-']);
    expect(keptOpen).toEqual(['help.big.example', 'school.example']);
  });

  it("lets a person's decision win over lists, here and below", () => {
    const { look } = compile({
      'shop.example': { lists: '*scam@1 *scam@2', subtree: rated(0) },
      'cheat.shop.example': { lists: 'scam@3' },
      'other.example': { host: rated(13, 'chat'), lists: '*social@1' },
      'video.other.example': { lists: 'adult@1' },
    });
    expect([look('shop.example'), look('www.shop.example'), look('cheat.shop.example')]).toEqual([
      '0',
      '0',
      '0',
    ]);
    expect([look('other.example'), look('www.other.example')]).toEqual(['13 chat', '13 social']);
    expect(look('video.other.example')).toBe('18 adult+social');
  });

  it('lets the nearest decision win', () => {
    const { look } = compile({
      'host.example': { subtree: everyone },
      'good.host.example': { subtree: rated(7, 'games') },
      'bad.good.host.example': { host: everyone },
    });
    expect([look('a.host.example'), look('a.good.host.example'), look('bad.good.host.example')]).toEqual([
      '255',
      '7 games',
      '255',
    ]);
    expect(look('below.bad.good.host.example')).toBe('7 games');
  });

  it('keeps a decision for the host apart from one for everything below', () => {
    const { look } = compile({ 'blog.example': { host: rated(0), subtree: rated(16, 'suggestive') } });
    expect([look('blog.example'), look('a.blog.example')]).toEqual(['0', '16 suggestive']);
  });

  it('tells apart what a person checked and what only lists say', () => {
    expect(rated(18, 'adult').flags).toBe(CHECKED);
    const { entries } = compile({
      'a.example': { lists: 'adult@1' },
      'b.example': { host: rated(18, 'adult') },
    });
    expect(new Set(entries.map(({ verdict }) => verdict.flags)).size).toBe(2);
  });

  it('takes the pages of a shared host for its own neither in good nor, by one voice, in bad', () => {
    const { look } = compile({
      'blogs.example': { lists: '*well-known@9 *shared-host@8 *adult@7' },
      'mine.blogs.example': { lists: '*gambling@1' },
      'lewd.example': { lists: '*shared-host@8 *adult@6 *adult@7 *games@7' },
      'big.example': { lists: '*well-known@9' },
      'part.big.example': { lists: '*gambling@1' },
    });
    expect([look('blogs.example'), look('yours.blogs.example')]).toEqual(['-', '-']);
    expect(look('mine.blogs.example')).toBe('18 gambling');
    expect([look('lewd.example'), look('any.lewd.example')]).toEqual(['18 adult+games', '18 adult']);
    expect([look('big.example'), look('part.big.example')]).toEqual(['-', '-']);
  });

  it('does not mistake a name that begins alike for a name below', () => {
    const { look } = compile({
      'example-x.org': { lists: 'adult@1' },
      'example.org': { lists: '*social@1' },
      'www.example.org': { lists: 'chat@1' },
    });
    expect([look('example-x.org'), look('www.example.org')]).toEqual(['18 adult', '13 social+chat']);
  });
});

describe('a name that a person spoke about', () => {
  it('has an entry of its own even where the name above answers the same', () => {
    const { entries } = compile({
      'host.example': { subtree: everyone },
      'bad.host.example': { host: everyone },
    });
    expect(entries.map(({ host }) => host)).toEqual(['host.example', 'bad.host.example']);
  });
});
