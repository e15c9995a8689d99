// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import kits from '../../src/rooms/campaigns/content/kits.json' with { type: 'json' };
import { createCompiler } from '../../src/rooms/campaigns/print/compiler.ts';
import { composePiece } from '../../src/rooms/campaigns/print/compose.ts';
import { EDITIONS, editionOf, type KitTexts } from '../../src/rooms/campaigns/print/edition.ts';

const HEIGHT = 960;

// Invented, and no number to call (H11). The Arabic one has numbers between words, which must keep their order.
const facts = (lang: string) => ({
  phone: '',
  address: 'rowan.example',
  ministry: lang === 'ar' ? 'وزارة الأمثلة، شارع 345، الطابق 12' : 'Ministry of Examples, 345 Example Street',
  logos: [],
  qr: 'https://rowan.example/',
});

/** Sets the poster of our own kit in every language, and both blanks. Answers the file names. */
export async function takePosters({ into }: { into: string }): Promise<string[]> {
  const compiler = createCompiler();
  const texts = kits[0]?.words as unknown as Record<string, KitTexts>;
  try {
    const names: string[] = [];
    for (const code of EDITIONS) {
      const said = { title: 'Rowan', look: 'rowan' as const, texts: texts[code] ?? null };
      const sheet = composePiece('poster-a4', editionOf(code, { ...said, facts: facts(code) }));
      if (sheet === null) continue;
      const { svg, fits } = await compiler.compile({ sheet, files: [], want: ['svg'] });
      if (fits.some((fit) => !fit.fits)) throw new Error(`the poster does not fit in ${code}`);
      const picture = await sharp(Buffer.from(svg ?? ''), { density: 96 })
        .resize({ height: HEIGHT })
        .flatten({ background: '#ffffff' })
        .png({ palette: true, colours: 64 })
        .toBuffer();
      names.push(`poster-${code}.png`);
      await writeFile(join(into, `poster-${code}.png`), picture);
    }
    return names;
  } finally {
    await compiler.stop();
  }
}
