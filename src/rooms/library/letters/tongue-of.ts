// SPDX-License-Identifier: EUPL-1.2

const MOST = 4000;
const FEW = 3;

// Little words that hardly any other of the languages here has.
const LITTLE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|with|from|this|that)\b/giu,
  fr: /\b(?:les|des|une|dans|pour|avec|est)\b/giu,
  es: /\b(?:los|las|una|para|por|con|del)\b/giu,
};

/** The language that a text seems to be written in, by its letters and little words; undefined where it is too short. */
export function tongueOf(text: string): string | undefined {
  const some = text.slice(0, MOST);
  const count = (letters: RegExp) => some.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (all < FEW) return undefined;
  const share = (letters: RegExp) => count(letters) / all;
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Arabic}/gu) > 0.3) return 'ar';
  if (share(/\p{Script=Cyrillic}/gu) > 0.3) return 'ru';
  if (share(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu) > 0.03) return 'vi';
  if (share(/[āčēģīķļņšūž]/giu) > 0.03) return 'lv';
  const [best] = Object.entries(LITTLE)
    .map(([lang, words]) => ({ lang, n: count(words) }))
    .sort((a, b) => b.n - a.n);
  return best !== undefined && best.n >= FEW ? best.lang : undefined;
}
