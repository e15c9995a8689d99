// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { contrast } from '../../../platform/ui/contrast.ts';
import kits from '../content/kits.json' with { type: 'json' };
import { createCompiler } from './compiler.ts';
import { composePiece } from './compose.ts';
import { DESIGNS } from './designs.ts';
import { EDITIONS, editionOf, type KitTexts, NO_FACTS, writtenEdition } from './edition.ts';
import { PALETTES, WORD_PAIRS } from './palette.ts';
import { addPrintBoxes } from './pdf-boxes.ts';
import type { PieceName } from './pieces.ts';
import { TEMPLATE } from './template.ts';

const compiler = createCompiler();
afterAll(() => compiler.stop());

const texts = kits[0]?.words as unknown as Record<string, KitTexts>;
const pieces = Object.keys(DESIGNS) as PieceName[];
const facts = {
  ...NO_FACTS,
  phone: '112 113',
  address: 'rowan.example/help',
  ministry: 'Example',
  qr: 'https://rowan.example/',
};
const look = { title: 'Kit', look: 'rowan' as const };

function sheet(piece: PieceName, said: KitTexts, lang = 'en') {
  const edition = writtenEdition(
    { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' },
    { ...look, texts: said, facts },
  );
  const made = composePiece(piece, edition);
  if (made === null) throw new Error('no such piece');
  return made;
}

async function wordsOf(pdf: Buffer | null): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf ?? [])), {
    mergePages: true,
  });
  return text.replace(/\s+/g, ' ');
}

describe('words of people', () => {
  it('reach the page as they are, whatever they would mean to typst', async () => {
    const hostile = '#read("/etc/passwd") $x$ *b* _i_ \\ <fit> @preview/x:1.0.0 #import "a"';
    const { pdf } = await compiler.compile({
      sheet: sheet('leaflet', { headline: 'Safe', body: hostile, call: '#panic("no") ]]' }),
      files: [],
      want: ['pdf'],
    });
    const words = await wordsOf(pdf);
    expect(words).toContain('#read("/etc/passwd") $x$ *b* _i_ \\ <fit> @preview/x:1.0.0 #import "a"');
    expect(words).toContain('#panic("no") ]]');
    expect(words).not.toContain('root:');
  });

  it('meet a program that imports, reads and fetches nothing', () => {
    expect(TEMPLATE).not.toMatch(/@preview|#import|\binclude\b|\bread\(|\beval\(|\bplugin\(/);
  });

  it('keep numbers in their order between Arabic words', async () => {
    const call = 'اتصل بالرقم 116 111 الآن';
    const { pdf } = await compiler.compile({
      sheet: sheet('poster-a4', { headline: 'أمان', call }, 'ar'),
      files: [],
      want: ['pdf'],
    });
    const words = await wordsOf(pdf);
    expect(words).toMatch(/116 ?111/);
    expect(words).toMatch(/112 ?113/);
    expect(words).toContain('rowan.example/help');
    expect(words).not.toMatch(/111 ?116|113 ?112|211|311/);
  });

  it('are never cut: what does not fit is set smaller, and then refused', async () => {
    const long = (n: number) => 'Talk together about screens '.repeat(n).trim();
    const fitOf = async (headline: string) => {
      const { fits } = await compiler.compile({
        sheet: sheet('poster-a4', { headline }),
        files: [],
        want: [],
      });
      return fits.find(({ id }) => id === 'headline');
    };
    expect(await fitOf('Talk')).toMatchObject({ lines: 1, allowed: 2, fits: true, scale: 1 });
    const smaller = await fitOf(long(2));
    expect(smaller).toMatchObject({ lines: 2, fits: true });
    expect(smaller?.scale).toBeLessThan(1);
    expect(await fitOf(long(6))).toMatchObject({ fits: false, wide: false });
    expect(await fitOf('Donaudampfschifffahrtsgesellschaftskapitänsmützen')).toMatchObject({
      fits: false,
      wide: true,
    });
  });
});

describe('our own kit', () => {
  it('fits every piece in every language at full size', async () => {
    const small: string[] = [];
    for (const piece of pieces) {
      for (const code of EDITIONS) {
        const edition = editionOf(code, {
          ...look,
          texts: texts[code] ?? null,
          facts: { ...facts, phone: '116 111' },
        });
        const made = composePiece(piece, edition);
        if (made === null) continue;
        const { fits, pages } = await compiler.compile({ sheet: made, files: [], want: [] });
        expect(pages).toBe(DESIGNS[piece]?.pages.length);
        small.push(
          ...fits
            .filter(({ scale, fits: good }) => !good || scale < 1)
            .map(({ id }) => `${piece} ${code} ${id}`),
        );
      }
    }
    expect(small).toEqual([]);
  }, 60_000);

  it('stands out from what lies behind it, in each look', () => {
    for (const colours of Object.values(PALETTES))
      for (const [front, behind] of WORD_PAIRS)
        expect(contrast(colours[front], colours[behind])).toBeGreaterThan(7);
  });

  it('takes its colours from the tokens of our pages', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../platform/ui/tokens.css'), 'utf8');
    for (const colour of new Set(Object.values(PALETTES.rowan))) expect(tokens, colour).toContain(colour);
  });
});

describe('a finished PDF', () => {
  it('says where it is cut, and still opens', async () => {
    const made = sheet('leaflet', texts.en ?? {});
    const { pdf } = await compiler.compile({ sheet: made, files: [], want: ['pdf'] });
    const boxed = addPrintBoxes(pdf ?? Buffer.alloc(0), made.page);
    const document = await getDocumentProxy(Uint8Array.from(boxed));
    expect(document.numPages).toBe(2);
    const page = await document.getPage(2);
    expect(page.view[2]).toBeCloseTo((148 + 22) * (72 / 25.4), 1);
    expect(boxed.toString('latin1').match(/\/TrimBox/g)).toHaveLength(2);
    expect(await wordsOf(boxed)).toContain('Safe online, together');
  });
});
