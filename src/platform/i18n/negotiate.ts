// SPDX-License-Identifier: EUPL-1.2
import { isLang, LANGS, type Lang } from './languages.ts';

const MAX_LENGTH = 500;

/**
 * The language for a first visit, from an Accept-Language header (RFC 9110 12.5.4): the wish with the highest
 * weight among `open`. Where nothing fits, `fallback`, or else the first open language. Never from a location.
 */
export function negotiate(
  acceptLanguage: string | undefined,
  open: readonly Lang[] = LANGS,
  fallback: Lang = 'en',
): Lang {
  let best: Lang | null = null;
  let weight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, MAX_LENGTH).split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const primary = tag.split('-')[0];
    const q = readWeight(parameters);
    if (q > weight && isLang(primary) && open.includes(primary)) {
      best = primary;
      weight = q;
    }
  }
  return best ?? (open.includes(fallback) ? fallback : (open[0] ?? fallback));
}

function readWeight(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  if (q === undefined) return 1;
  const value = Number(q.slice(2));
  return value >= 0 && value <= 1 ? value : 0;
}
