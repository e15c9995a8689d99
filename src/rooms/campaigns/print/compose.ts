// SPDX-License-Identifier: EUPL-1.2
import { rowanPicture } from './art.ts';
import { bound } from './bound.ts';
import { DESIGNS } from './designs.ts';
import type { Edition } from './edition.ts';
import { PALETTES, type Palette } from './palette.ts';
import type { BoxSpec, Design, PageSpec, PieceName } from './pieces.ts';
import { qrShape } from './qr.ts';
import { box, moved, type Shape } from './shapes.ts';
import type { Box, Picture, Sheet, SheetPage } from './sheet.ts';

/** Room around the bleed in which crop marks stand. */
const SLUG = 8;
const SCALES = [1, 0.92, 0.84, 0.76];
/** The smallest QR code that a telephone reads from a wall (ux.md C6). */
export const LEAST_QR = 20;

/** A piece with a picture, ready for the compiler. Null for documents. */
export function composePiece(piece: PieceName, edition: Edition): Sheet | null {
  const design = DESIGNS[piece];
  if (design === undefined) return null;
  const slug = design.kind === 'print' ? SLUG : 0;
  const around = 2 * (slug + design.bleed);
  return {
    title: edition.title,
    lang: edition.lang,
    dir: edition.dir,
    leading: 0,
    scales: SCALES,
    page: { w: design.w + around, h: design.h + around, bleed: design.bleed, slug },
    pages: design.pages.map((page) => composePage(design, page, edition)),
    flow: null,
  };
}

function composePage(design: Design, page: PageSpec, edition: Edition): SheetPage {
  const colours: Palette = PALETTES[edition.look];
  const specs = specsOf(page, edition);
  const marks = emptyBoxes(design, page, edition);
  return {
    shapes: [
      ground(design, page, colours),
      ...picture(design, page, edition),
      ...bands(design, page, colours),
      ...qr(design, page, edition),
      ...marks.flatMap(({ shapes }) => shapes),
    ],
    marks: design.kind === 'print' ? cropMarks(design) : [],
    boxes:
      edition.texts === null
        ? marks.map(({ label }) => label)
        : specs.map((spec) => writtenBox(spec, { design, edition, colours })),
    pictures: logos(design, page, edition),
  };
}

/** The boxes that have words, or all of a blank. Without a number the address begins where the number would. */
function specsOf({ boxes }: PageSpec, edition: Edition): BoxSpec[] {
  if (edition.texts === null) return [...boxes];
  const phone = boxes.find(({ unit }) => unit === 'phone');
  const alone = phone !== undefined && edition.words('phone') === '';
  return boxes
    .filter(({ unit }) => edition.words(unit) !== '')
    .map((spec) => (alone && spec.unit === 'address' && spec.y === phone.y ? { ...spec, x: phone.x } : spec));
}

// Everything reaches past the bleed; the compiler cuts it there.
const BEYOND = 20;

function ground({ w, h }: Design, page: PageSpec, colours: Palette): Shape {
  const whole = { x: -BEYOND, y: -BEYOND, w: w + 2 * BEYOND, h: h + 2 * BEYOND };
  return box(page.paper ? colours.band : colours.ground, whole);
}

// The bough comes from where reading begins, so the picture is turned with the words.
function picture(design: Design, page: PageSpec, { dir, look }: Edition): Shape[] {
  if (page.picture === null) return [];
  const { x, y, scale } = page.picture;
  return rowanPicture(PALETTES[look]).map((shape) =>
    moved(shape, (px, py) => {
      const left = x + px * scale;
      return [dir === 'rtl' ? design.w - left : left, y + py * scale];
    }),
  );
}

function bands({ w }: Design, page: PageSpec, colours: Palette): Shape[] {
  return page.bands.map(({ y, h }) => box(colours.band, { x: -BEYOND, y, w: w + 2 * BEYOND, h: h + BEYOND }));
}

function qr(design: Design, page: PageSpec, edition: Edition): Shape[] {
  if (page.qr === null || edition.qr === null) return [];
  const { x, y, size } = page.qr;
  const left = edition.dir === 'rtl' ? design.w - x - size : x;
  return [box('#ffffff', { x: left, y, w: size, h: size }), qrShape(edition.qr, { x: left, y, size })];
}

interface Setting {
  design: Design;
  edition: Edition;
  colours: Palette;
}

function writtenBox(spec: BoxSpec, { design, edition, colours }: Setting): Box {
  const { dir, lang } = edition;
  const text = bound(edition.words(spec.unit), { lang, dir });
  return {
    ...placeOf(spec, design, edition),
    id: spec.unit,
    paragraphs: text.split(/\n+/).filter((line) => line.trim() !== ''),
    words: text.split(/[ \n]+/).filter((word) => word !== '' && !/\p{Script=Han}/u.test(word)),
    size: spec.size,
    bold: spec.bold ?? false,
    colour: colours[spec.on],
    leading: leadingOf(lang) + (spec.unit === 'body' || spec.unit === 'line' ? 0.18 : 0.02),
    // Numbers and addresses read from left to right in every language.
    dir: spec.unit === 'address' || spec.unit === 'phone' ? 'ltr' : dir,
    align: spec.centred ? 'center' : dir === 'rtl' ? 'right' : 'left',
    stand: spec.stand,
    lines: spec.lines,
  };
}

/** Stacked accents, connected letters and square signs need more room between lines. */
function leadingOf(lang: string): number {
  return { ar: 0.32, fa: 0.32, ur: 0.4, vi: 0.14, zh: 0.12 }[lang] ?? 0.02;
}

function placeOf({ x, y, w, h }: Place, design: Design, { dir }: Edition) {
  return { x: dir === 'rtl' ? design.w - x - w : x, y, w, h };
}

const LINE = 0.35;

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A thin frame with a letter, which the translator's sheet explains. `id` is what belongs there. */
function emptyBox(
  { x, y, w, h }: Place,
  { id, name, colour, dir }: { id: string; name: string; colour: string; dir: Edition['dir'] },
): { shapes: Shape[]; label: Box } {
  const shapes = [
    { x, y, w, h: LINE },
    { x, y: y + h - LINE, w, h: LINE },
    { x, y, w: LINE, h },
    { x: x + w - LINE, y, w: LINE, h },
  ].map((side) => box(colour, side));
  const rtl = dir === 'rtl';
  const label: Box = {
    ...{ id, paragraphs: [name], words: [], bold: true, colour, leading: 0, lines: 0 },
    ...{
      x: rtl ? x + w - 9 : x + 1.5,
      y: y + 0.8,
      w: 7.5,
      h: Math.max(4, h - 1),
      size: Math.min(9, h * 1.6),
    },
    ...{ dir: 'ltr' as const, align: rtl ? ('right' as const) : ('left' as const), stand: 'top' as const },
  };
  return { shapes, label };
}

function emptyBoxes(design: Design, page: PageSpec, edition: Edition) {
  if (edition.texts !== null) return [];
  const { dir, look } = edition;
  const colours = PALETTES[look];
  const boxes = page.boxes.map((spec, at) =>
    emptyBox(placeOf(spec, design, edition), {
      id: spec.unit,
      name: letterOf(at),
      colour: colours[spec.on],
      dir,
    }),
  );
  if (page.qr === null) return boxes;
  const { x, y, size } = page.qr;
  const place = placeOf({ x, y, w: size, h: size }, design, edition);
  return [...boxes, emptyBox(place, { id: 'qr', name: 'QR', colour: colours.bandWords, dir })];
}

/** A, B, C: the name of a box in a blank piece. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at);

function logos(design: Design, page: PageSpec, edition: Edition): Picture[] {
  const rtl = edition.dir === 'rtl';
  return page.logos.slice(0, edition.logos.length).map((place, at) => ({
    ...place,
    x: rtl ? design.w - place.x - place.w : place.x,
    path: `/logo-${at}`,
    alt: edition.logos[at]?.name ?? '',
    align: rtl ? 'right' : 'left',
  }));
}

const MARK = 5;
const HAIR = 0.1;

/** Where the printer cuts: two hairs at each corner, outside the bleed. Coordinates are the paper's. */
function cropMarks({ w, h, bleed }: Design): Shape[] {
  const from = SLUG + bleed;
  const gap = bleed + 1;
  const ends = (near: number, far: number) => [near - gap - MARK, far + gap];
  const across = ends(from, from + w).flatMap((x) =>
    [from, from + h].map((y) => box('#000000', { x, y: y - HAIR / 2, w: MARK, h: HAIR })),
  );
  const down = ends(from, from + h).flatMap((y) =>
    [from, from + w].map((x) => box('#000000', { x: x - HAIR / 2, y, w: HAIR, h: MARK })),
  );
  return [...across, ...down];
}
