// SPDX-License-Identifier: EUPL-1.2
import type { BoxSpec, Design, PageSpec, PieceName } from './pieces.ts';

type Style = Omit<BoxSpec, 'unit' | 'x' | 'y' | 'w' | 'h'>;

const put = (
  unit: BoxSpec['unit'],
  [x, y, w, h]: readonly [number, number, number, number],
  style: Style,
): BoxSpec => ({ unit, x, y, w, h, ...style });

const strong = (size: number, lines: number): Style => ({
  ...{ size, lines, bold: true, on: 'bandWords', stand: 'horizon' },
});

const poster: PageSpec = {
  picture: { x: -8, y: 3, scale: 1.07 },
  bands: [{ y: 246, h: 60 }],
  boxes: [
    put('headline', [14, 174, 182, 38], { ...strong(42, 2), on: 'words', stand: 'bottom' }),
    put('line', [14, 214, 182, 28], { size: 19, on: 'words', stand: 'top', lines: 3 }),
    put('call', [14, 249, 152, 14], { ...strong(16, 2), stand: 'top' }),
    put('phone', [14, 264.5, 84, 14], strong(27, 1)),
    put('address', [102, 264.5, 62, 14], strong(14, 1)),
    put('ministry', [14, 281, 84, 11], { size: 10, on: 'bandQuiet', stand: 'horizon', lines: 2 }),
  ],
  qr: { x: 172, y: 251, size: 24 },
  logos: [102, 126, 150].map((x) => ({ x, y: 281, w: 20, h: 11 })),
};

const back: PageSpec = {
  picture: null,
  paper: true,
  bands: [],
  boxes: [
    put('headline', [12, 13, 124, 22], { ...strong(22, 2), stand: 'top' }),
    put('body', [12, 38, 124, 98], { size: 12.5, on: 'bandWords', stand: 'top', lines: 0 }),
    put('call', [12, 142, 94, 17], { ...strong(13, 3), stand: 'top' }),
    put('phone', [12, 160, 94, 12], strong(22, 1)),
    put('address', [12, 172, 94, 8], strong(12, 1)),
    put('ministry', [12, 188, 58, 11], { size: 8.5, on: 'bandQuiet', stand: 'horizon', lines: 2 }),
  ],
  qr: { x: 112, y: 146, size: 24 },
  logos: [73, 95, 117].map((x) => ({ x, y: 188, w: 19, h: 11 })),
};

const sticker: PageSpec = {
  picture: { x: -2, y: -2, scale: 0.4 },
  bands: [],
  boxes: [
    put('headline', [6, 65, 68, 20], { ...strong(17, 2), on: 'words', centred: true }),
    put('address', [6, 87, 68, 7], { ...strong(10, 1), on: 'words', centred: true }),
  ],
  qr: null,
  logos: [],
};

const square: PageSpec = {
  picture: { x: 5.5, y: -20, scale: 0.9 },
  bands: [{ y: 176, h: 30 }],
  boxes: [
    put('headline', [12, 124, 176, 24], { ...strong(27, 2), on: 'words', stand: 'bottom' }),
    put('line', [12, 150, 176, 23], { size: 15, on: 'words', stand: 'top', lines: 3 }),
    put('call', [12, 179, 118, 18], strong(14, 2)),
    put('address', [132, 179, 56, 18], strong(13, 1)),
  ],
  qr: null,
  logos: [],
};

const A3 = Math.SQRT2;
const A5 = Math.SQRT1_2;

/** Pieces with a picture. Documents are not here: they flow. */
export const DESIGNS: Readonly<Partial<Record<PieceName, Design>>> = {
  'poster-a3': { kind: 'print', w: 297, h: 420, bleed: 3, pages: [scaled(poster, A3)] },
  'poster-a4': { kind: 'print', w: 210, h: 297, bleed: 3, pages: [poster] },
  leaflet: { kind: 'print', w: 148, h: 210, bleed: 3, pages: [withoutBand(scaled(poster, A5)), back] },
  sticker: { kind: 'print', w: 80, h: 100, bleed: 3, pages: [sticker] },
  square: { kind: 'screen', w: 200, h: 200, bleed: 0, pages: [square] },
};

/** The same design in another size. */
function scaled(page: PageSpec, k: number): PageSpec {
  const place = <P extends { x: number; y: number; w: number; h: number }>(one: P): P => ({
    ...one,
    x: one.x * k,
    y: one.y * k,
    w: one.w * k,
    h: one.h * k,
  });
  const { picture, qr } = page;
  return {
    ...page,
    picture: picture && { x: picture.x * k, y: picture.y * k, scale: picture.scale * k },
    bands: page.bands.map(({ y, h }) => ({ y: y * k, h: h * k })),
    boxes: page.boxes.map((one) => ({ ...place(one), size: one.size * k })),
    qr: qr && { x: qr.x * k, y: qr.y * k, size: qr.size * k },
    logos: page.logos.map(place),
  };
}

// The leaflet says what to do on its other side.
function withoutBand(page: PageSpec): PageSpec {
  const boxes = page.boxes.filter(({ unit }) => unit === 'headline' || unit === 'line');
  const picture = page.picture && { ...page.picture, y: page.picture.y + 8 };
  return {
    ...page,
    picture,
    bands: [],
    qr: null,
    logos: [],
    boxes: boxes.map((one) => ({ ...one, y: one.y + 20 })),
  };
}
