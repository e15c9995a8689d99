// SPDX-License-Identifier: EUPL-1.2
import { vector, vectorText, type WeighedTokens } from '@rowan/words';
import type { Weight } from '../kind/fields.ts';
import type { Texts } from './face.ts';

/** Names and titles only, short enough to lie beside the row: what is ranked first. */
export function headText(names: readonly string[], lang: string): string {
  return vectorText(...weighed(names, 'A', lang));
}

/** Everything that may be found, heaviest first. */
export function fullText(texts: Texts, lang: string): string {
  const weights: readonly Weight[] = ['A', 'B', 'C'];
  return vectorText(...weights.flatMap((weight) => weighed(texts[weight], weight, lang)));
}

function weighed(texts: readonly string[], weight: Weight, lang: string): WeighedTokens[] {
  return texts.map((text) => ({ tokens: vector(text, lang), weight }));
}
