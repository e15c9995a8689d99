// SPDX-License-Identifier: Apache-2.0
import { fold } from './fold.ts';

export type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Han';

/**
 * One pass over the end of a word (or its beginning): the longest ending in the list that leaves enough letters is taken off, once.
 * Endings are written folded, apart by spaces; `ies>y` puts `y` in its place, `ss>ss` guards a longer ending from a shorter one.
 */
export interface Pass {
  readonly endings?: string;
  readonly beginnings?: string;
  /** Letters that must stay, what is put in their place included. */
  readonly least: number;
  /** A vowel must be among the letters that stay: `sing` is not `s` and `ing`. */
  readonly vowel?: boolean;
}

/** What Rowan knows of a language; each is one file in `languages/`. */
export interface Tongue {
  readonly code: string;
  readonly script: Script;
  /** Words that carry no meaning in a question, as written, apart by spaces. */
  readonly little: string;
  /** Words that carry meaning here though they are little in another language of the script. */
  readonly kept: string;
  readonly passes: readonly Pass[];
  /** Forms of one word that endings do not bring together, the first stands for all; or one word alone, which keeps its ending. */
  readonly kin: readonly string[];
}

interface ReadyPass {
  readonly changes: ReadonlyMap<string, string>;
  readonly longest: number;
  readonly pass: Pass;
}

export interface ReadyTongue {
  readonly code: string;
  readonly script: Script;
  readonly little: ReadonlySet<string>;
  readonly littleFolded: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  readonly passes: readonly ReadyPass[];
  readonly kin: ReadonlyMap<string, string>;
}

const VOWEL = /[aeiouy]/;

/** Words of a list written apart by spaces. */
export function listed(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function readyPass(pass: Pass): ReadyPass {
  const changes = listed(pass.endings ?? pass.beginnings ?? '').map((one): [string, string] => {
    const [from = '', to = ''] = one.split('>');
    return [from, to];
  });
  return { changes: new Map(changes), longest: Math.max(0, ...changes.map(([from]) => from.length)), pass };
}

function changed(word: string, { changes, longest, pass }: ReadyPass): string {
  const first = Math.min(longest, word.length);
  for (let length = first; length > 0; length -= 1) {
    const atEnd = pass.beginnings === undefined;
    const found = changes.get(atEnd ? word.slice(-length) : word.slice(0, length));
    if (found === undefined) continue;
    const rest = atEnd ? word.slice(0, -length) + found : found + word.slice(length);
    if (rest.length < pass.least) continue;
    if (pass.vowel && !VOWEL.test(rest)) continue;
    return rest;
  }
  return word;
}

/** A folded word through all passes; `meet` looks at it before the first and after each, and may end the matter. */
export function strip(word: string, passes: readonly ReadyPass[], meet: ReadonlyMap<string, string>): string {
  let rest = word;
  for (const pass of passes) {
    const met = meet.get(rest);
    if (met !== undefined) return met;
    rest = changed(rest, pass);
  }
  return meet.get(rest) ?? rest;
}

function readyKin(tongue: Tongue, passes: readonly ReadyPass[]): Map<string, string> {
  const kin = new Map<string, string>();
  const bare = new Map<string, string>();
  const groups = tongue.kin.map((group) => listed(group).map(fold));
  const stemOf = (word: string): string => strip(word, passes, bare);
  for (const [head = '', ...others] of groups) {
    const all = others.length === 0 ? head : stemOf(head);
    for (const word of [head, ...others]) {
      // The stem stands for forms that the list leaves out; unless a beginning went, for then it may be another word (والدين, دين).
      const rest = stemOf(word);
      if (others.length > 0 && rest.startsWith(word.slice(0, 1))) kin.set(rest, all);
      kin.set(word, all);
    }
  }
  return kin;
}

/** Lists made into sets and maps, once. */
export function ready(tongue: Tongue): ReadyTongue {
  const passes = tongue.passes.map(readyPass);
  return {
    code: tongue.code,
    script: tongue.script,
    little: new Set(listed(tongue.little)),
    littleFolded: new Set(listed(tongue.little).map(fold)),
    kept: new Set(listed(tongue.kept)),
    passes,
    kin: readyKin(tongue, passes),
  };
}
