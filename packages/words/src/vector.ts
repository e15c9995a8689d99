// SPDX-License-Identifier: Apache-2.0
import { cut } from './cut.ts';
import { fold } from './fold.ts';
import { forms } from './forms.ts';
import { lexemeText } from './literal.ts';

export interface Token {
  readonly lexeme: string;
  /** Of the word in its text, from 1; the forms of one word share it. */
  readonly position: number;
}

/** A is heaviest, D is what PostgreSQL takes when nothing is said. */
export type Weight = 'A' | 'B' | 'C' | 'D';

export interface WeighedTokens {
  readonly tokens: readonly Token[];
  readonly weight: Weight;
}

/** PostgreSQL's own limits (documentation, 12.11 Limitations), the last with room for its bookkeeping. */
const POSITION_MAX = 16_383;
const POSITIONS_A_LEXEME = 256;
const VECTOR_BYTES = 1_000_000;

/**
 * The tokens of a text, in its order: each word in all its forms, Chinese also in pairs. The same text gives the same tokens; another
 * version of the runtime's dictionary may cut Chinese differently, and then stored vectors are worth making again.
 */
export function vector(text: string, language: string): Token[] {
  return cut(text, language).flatMap(({ text: word, position, pairs }) => {
    const lexemes = new Set([...forms(word, language), ...pairs.map(fold)]);
    return [...lexemes].map((lexeme) => ({ lexeme, position }));
  });
}

interface Growing {
  readonly places: Map<string, string[]>;
  bytes: number;
}

function bytesOf(lexeme: string): number {
  let bytes = 0;
  for (let at = 0; at < lexeme.length; at += 1) {
    const code = lexeme.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}

function place(growing: Growing, lexeme: string, where: string): void {
  const places = growing.places.get(lexeme);
  const bytes = places === undefined ? bytesOf(lexeme) + 6 : 2;
  if (growing.bytes + bytes > VECTOR_BYTES) return;
  if (places === undefined) growing.places.set(lexeme, [where]);
  else if (places.length < POSITIONS_A_LEXEME && places.at(-1) !== where) places.push(where);
  else return;
  growing.bytes += bytes;
}

/**
 * PostgreSQL's text of a tsvector, to be bound as a parameter and cast (`$1::tsvector`); the fields given stand one after another, each
 * with its weight. Stays within PostgreSQL's limits: later words share the position 16383, a lexeme keeps its first 256 positions, and
 * what comes after a megabyte is left out. No tokens: an empty text, which is an empty tsvector.
 */
export function vectorText(...fields: readonly WeighedTokens[]): string {
  const growing: Growing = { places: new Map(), bytes: 0 };
  let before = 0;
  for (const { tokens, weight } of fields) {
    for (const { lexeme, position } of tokens) {
      place(growing, lexeme, `${Math.min(before + position, POSITION_MAX)}${weight}`);
    }
    // One place stays free, so that the last word of a field and the first of the next are no phrase.
    before += (tokens.at(-1)?.position ?? -1) + 1;
  }
  return [...growing.places].map(([lexeme, places]) => `${lexemeText(lexeme)}:${places.join(',')}`).join(' ');
}
