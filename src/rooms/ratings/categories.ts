// SPDX-License-Identifier: EUPL-1.2
import { NEVER } from '@rowan/rating-index';

/**
 * What a claim may be about. `content` and `danger` rate; the others say what kind of place a host is, and hold back
 * ratings made by lists alone (H3). There is none for politics, belief or orientation, and there never will be.
 */
export type CategoryKind = 'content' | 'danger' | 'protected' | 'known-good' | 'well-known' | 'many-people';

export interface Category {
  /** Stored with claims and, for `content` and `danger`, its bit in a verdict: 0 to 31. Never used twice. */
  readonly id: number;
  readonly code: string;
  readonly kind: CategoryKind;
  /** The youngest age a list's word alone leaves it open for. A person's rating has its own age. */
  readonly minAge: number;
  /** Let through whatever a household chose. */
  readonly isHelp: boolean;
}

const content = (id: number, code: string, minAge: number): Category => ({
  ...place(id, code, 'content'),
  minAge,
});
const danger = (id: number, code: string): Category => ({ ...place(id, code, 'danger'), minAge: NEVER });
const help = (id: number, code: string): Category => ({ ...place(id, code, 'protected'), isHelp: true });

function place(id: number, code: string, kind: CategoryKind): Category {
  return { id, code, kind, minAge: 0, isHelp: false };
}

/** Every category there is. Names and one sentence each are in the catalogue under `ratings.category.<code>`. */
export const CATEGORIES: readonly Category[] = [
  content(0, 'adult', 18),
  content(1, 'suggestive', 16),
  content(2, 'gambling', 18),
  content(3, 'violence', 18),
  content(4, 'hate', 16),
  content(5, 'drugs', 18),
  content(6, 'weapons', 18),
  danger(7, 'self-harm'),
  content(8, 'dating', 18),
  content(9, 'social', 13),
  content(10, 'chat', 13),
  content(11, 'forum', 13),
  content(12, 'video', 7),
  content(13, 'games', 7),
  danger(14, 'scam'),
  danger(15, 'phishing'),
  danger(16, 'malware'),
  danger(17, 'stalkerware'),
  content(18, 'bypass', 18),
  content(19, 'piracy', 16),
  content(20, 'hacking', 16),
  content(21, 'crypto', 18),
  content(22, 'ai', 13),
  content(23, 'file-sharing', 13),
  content(24, 'remote-control', 16),
  // Helplines and support of every kind; support around orientation and faith is filed here and nowhere else.
  help(100, 'help'),
  help(101, 'health'),
  help(102, 'sex-education'),
  place(103, 'education', 'protected'),
  place(104, 'news', 'protected'),
  place(105, 'government', 'protected'),
  // Somebody vouches for these hosts: banks, infrastructure, a checked allow-list.
  place(110, 'known-good', 'known-good'),
  // Many people visit these hosts, which says nothing about what they show.
  place(111, 'well-known', 'well-known'),
  // One host, many people's pages.
  place(112, 'shared-host', 'many-people'),
];

const byCode = new Map(CATEGORIES.map((category) => [category.code, category]));
const byId: (Category | undefined)[] = [];
for (const category of CATEGORIES) byId[category.id] = category;

export const categoryOf = (code: string): Category | undefined => byCode.get(code);
export const categoryById = (id: number): Category | undefined => byId[id];

/** Whether a verdict can carry it. */
export function isRated({ kind }: Category): boolean {
  return kind === 'content' || kind === 'danger';
}

/** Codes of the categories whose bits are set. */
export function codesOf(bits: number): string[] {
  return CATEGORIES.filter((category) => isRated(category) && ((bits >>> category.id) & 1) === 1).map(
    ({ code }) => code,
  );
}

/** The bits of these categories. Throws for a code that cannot be part of a rating. */
export function bitsOf(codes: readonly string[]): number {
  let bits = 0;
  for (const code of codes) {
    const category = byCode.get(code);
    if (category === undefined || !isRated(category)) throw new TypeError(`no rating category ${code}`);
    bits = (bits | (1 << category.id)) >>> 0;
  }
  return bits;
}
