// SPDX-License-Identifier: EUPL-1.2
import { languages, type Translate } from '#platform/i18n';
import { twig } from './art.ts';
import { bound } from './bound.ts';
import { letterOf } from './compose.ts';
import { DESIGNS } from './designs.ts';
import type { Edition, KitTexts } from './edition.ts';
import { PALETTES } from './palette.ts';
import { type BoxSpec, mostLetters, type PieceName } from './pieces.ts';
import { moved } from './shapes.ts';
import type { Block, Cell, Sheet } from './sheet.ts';

/** How much of its drawing a twig at the head of a page is. */
const TWIG = 0.7;

const DOCUMENTS = { radio: 'radio', speech: 'speech', message: 'message' } as const satisfies Partial<
  Record<PieceName, keyof KitTexts>
>;

export const isDocument = (piece: PieceName): piece is keyof typeof DOCUMENTS => piece in DOCUMENTS;

/** A script, a speech or a message on A4. Null where the kit has no such text in this language, and when blank. */
export function composeDocument(piece: PieceName, edition: Edition, say: Translate): Sheet | null {
  if (!isDocument(piece)) return null;
  const text = edition.words(DOCUMENTS[piece]);
  if (text === '') return null;
  const facts = [edition.words('phone'), edition.words('address'), edition.words('ministry')].filter(Boolean);
  return flowing(edition, [
    { as: 'title', text: say(`campaigns.piece.${piece}`) },
    { as: 'lead', text: edition.words('headline') },
    { as: 'note', text: say(`campaigns.document.${piece}`) },
    ...paragraphs(bound(text, edition)),
    ...(piece === 'radio' && facts.length > 0 ? [{ as: 'par' as const, text: facts.join(' · ') }] : []),
  ]);
}

function paragraphs(text: string): Block[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.startsWith('## ') ? { as: 'part', text: line.slice(3) } : { as: 'par', text: line },
    );
}

function flowing(edition: Pick<Edition, 'title' | 'lang' | 'dir' | 'look'>, blocks: readonly Block[]): Sheet {
  const colours = PALETTES[edition.look];
  return {
    ...{ title: edition.title, lang: edition.lang, dir: edition.dir },
    leading: { ar: 0.6, zh: 0.55, vi: 0.5 }[edition.lang] ?? 0.42,
    scales: [1],
    page: { w: 210, h: 297, bleed: 0, slug: 0 },
    pages: [],
    flow: {
      blocks,
      shapes: twig({ ...colours, leaf: colours.ground, leafDeep: colours.ground }).map((shape) =>
        moved(shape, (x, y) => [x * TWIG, y * TWIG]),
      ),
      foot: edition.title,
      ink: colours.bandWords,
      quiet: colours.bandQuiet,
      strong: colours.ground,
      wash: colours.wall,
    },
  };
}

/** Languages whose texts stand on the sheet as examples: those of the letter that asked for posters. */
const EXAMPLES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

export interface TranslatorSheet {
  piece: PieceName;
  edition: Pick<Edition, 'title' | 'lang' | 'dir' | 'look'>;
  /** Which way the blank reads. */
  blank: 'ltr' | 'rtl';
  texts: Readonly<Record<string, KitTexts>>;
  say: Translate;
}

/** What goes into each box of a blank piece: its purpose, how long it may be, and how six languages said it. */
export function composeTranslatorSheet(sheet: TranslatorSheet): Sheet | null {
  const rows = boxesOf(sheet.piece);
  if (rows.length === 0) return null;
  const { say, texts, blank } = sheet;
  const own = (text: string): Cell => ({ text, dir: sheet.edition.dir });
  const purpose = rows.map(({ letter, spec }) =>
    [
      letter,
      say(`campaigns.unit.${spec.unit}`),
      say(`campaigns.unit.${spec.unit}.purpose`),
      String(mostLetters(spec)),
      spec.unit === 'address' || spec.unit === 'phone'
        ? say('campaigns.sheet.ltr')
        : say(`campaigns.sheet.${blank}`),
    ].map(own),
  );
  const examples = rows.flatMap(({ letter, spec }) =>
    EXAMPLES.flatMap((lang) => {
      const text = texts[lang]?.[spec.unit as keyof KitTexts] ?? '';
      return text === '' ? [] : [[own(letter), own(lang), { text, dir: languages[lang].dir }]];
    }),
  );
  return flowing(sheet.edition, [
    { as: 'title', text: say('campaigns.sheet.title', { piece: say(`campaigns.piece.${sheet.piece}`) }) },
    { as: 'lead', text: say('campaigns.sheet.lead') },
    {
      as: 'table',
      widths: [1.4, 3.4, 6, 2.6, 3.2],
      head: (['box', 'what', 'purpose', 'most', 'direction'] as const).map((name) =>
        say(`campaigns.sheet.${name}`),
      ),
      rows: purpose,
    },
    { as: 'part', text: say('campaigns.sheet.examples') },
    {
      as: 'table',
      widths: [1.2, 2.2, 12],
      head: (['box', 'language', 'text'] as const).map((name) => say(`campaigns.sheet.${name}`)),
      rows: examples,
    },
  ]);
}

/** The boxes of a piece in the order of their letters; both sides of a leaflet begin at A. */
export function boxesOf(piece: PieceName): { letter: string; spec: BoxSpec }[] {
  const pages = DESIGNS[piece]?.pages ?? [];
  return pages.flatMap(({ boxes }, side) =>
    boxes.map((spec, at) => ({
      letter: pages.length > 1 ? `${side + 1}${letterOf(at)}` : letterOf(at),
      spec,
    })),
  );
}

/** The texts of a kit as plain text, for translators who work in another program. */
export function textFile(title: string, texts: Readonly<Record<string, KitTexts>>, say: Translate): string {
  const parts = Object.entries(texts).map(([lang, units]) => {
    const lines = Object.entries(units).map(
      ([unit, text]) => `[${unit}] ${say(`campaigns.unit.${unit as keyof KitTexts}`)}\n${text}\n`,
    );
    return `== ${lang} ==\n\n${lines.join('\n')}`;
  });
  return `${title}\n\n${parts.join('\n')}`;
}
