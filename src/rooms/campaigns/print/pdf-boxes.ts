// SPDX-License-Identifier: EUPL-1.2

const POINTS = 72 / 25.4;

/**
 * Tells printing machines where the piece is cut (TrimBox) and how far its colour reaches (BleedBox), in an update
 * appended to the file as ISO 32000 allows (7.5.6); typst writes only the size of the paper. Millimetres from its edge.
 */
export function addPrintBoxes(pdf: Buffer, { bleed, slug }: { bleed: number; slug: number }): Buffer {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/^(\d+) 0 obj\n<<\n[\s\S]*?^endobj$/gm)].filter(([object]) =>
    /\/Type \/Page\n/.test(object),
  );
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text)?.[1];
  if (pages.length === 0 || before === undefined || trailer === undefined) return pdf;
  let added = '';
  const table: string[] = [];
  for (const [object, id = ''] of pages) {
    const at = pdf.length + Buffer.byteLength(added, 'latin1') + 1;
    table.push(`${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    added += `\n${withBoxes(object, bleed, slug)}`;
  }
  const xref = pdf.length + Buffer.byteLength(added, 'latin1') + 1;
  added += `\nxref\n${table.join('')}trailer\n<<${trailer.trimEnd()}\n  /Prev ${before}\n>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(added, 'latin1')]);
}

function withBoxes(object: string, bleed: number, slug: number): string {
  return object.replace(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/, (media, wide: string, high: string) => {
    const inset = (name: string, by: number) => {
      const edge = by * POINTS;
      const far = (size: string) => (Number(size) - edge).toFixed(4);
      return `  /${name} [${edge.toFixed(4)} ${edge.toFixed(4)} ${far(wide)} ${far(high)}]`;
    };
    return `${media}\n${inset('BleedBox', slug)}\n${inset('TrimBox', slug + bleed)}`;
  });
}
