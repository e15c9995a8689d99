// SPDX-License-Identifier: EUPL-1.2
import type { Palette } from './palette.ts';
import { box, type Cut, circle, moved, polygon, type Shape } from './shapes.ts';

// Our own picture: a rowan grows by the door, here the door of the house that a child carries in a pocket. Drawn in
// millimetres on a field of 210 by 165, with more beyond its edges than any piece cuts away.

/** The whole picture without its ground. */
export function rowanPicture(colours: Palette): Shape[] {
  return [circle(colours.disc, { x: 112, y: 92, r: 64 }), ...phone(colours), ...branch(colours)];
}

/** A twig with berries alone, about 60 by 40, for documents and small pieces. */
export function twig(colours: Palette): Shape[] {
  return [
    stem(
      colours.leafDeep,
      [
        [2, 34],
        [20, 18],
        [38, 10],
        [58, 12],
      ],
      1.6,
    ),
    ...leaf(colours.leafDeep, { x: 16, y: 21, angle: -100, length: 16 }),
    ...leaf(colours.leaf, { x: 28, y: 14.5, angle: 60, length: 17 }),
    ...leaf(colours.leafDeep, { x: 42, y: 11, angle: -35, length: 20 }),
    ...berries(colours, { x: 12, y: 36, r: 2.4 }),
  ];
}

function phone(colours: Palette): Shape[] {
  return [
    box('#17231f', { x: 78, y: 26, w: 70, h: 132 }, 11),
    box(colours.screen, { x: 83, y: 33, w: 60, h: 118 }, 7),
    circle(colours.disc, { x: 127, y: 56, r: 7.5 }),
    hill(colours.hill),
    box(colours.wall, { x: 97, y: 96, w: 34, h: 35 }),
    polygon(colours.roof, [
      [92, 98],
      [114, 76],
      [136, 98],
    ]),
    box(colours.door, { x: 109, y: 109, w: 11, h: 22 }, 1.5),
    circle(colours.disc, { x: 117.4, y: 121, r: 0.9 }),
    box(colours.disc, { x: 100.5, y: 104, w: 6, h: 7 }, 0.8),
    box(colours.disc, { x: 122.5, y: 104, w: 6, h: 7 }, 0.8),
    ...sapling(colours),
  ];
}

function hill(fill: string): Shape {
  return {
    fill,
    path: [
      ['M', 83, 131],
      ['C', 98, 124, 126, 126, 143, 133],
      ['L', 143, 144],
      ['C', 143, 148, 140, 151, 136, 151],
      ['L', 90, 151],
      ['C', 86, 151, 83, 148, 83, 144],
      ['Z'],
    ],
  };
}

/** The young tree by the door. */
function sapling(colours: Palette): Shape[] {
  const green = colours.door;
  return [
    box('#6b4300', { x: 89.6, y: 118, w: 1.6, h: 16 }, 0.6),
    ...[-160, -90, -20].flatMap((angle) =>
      leaf(green, { x: 90.4, y: 119, angle, length: angle === -90 ? 13 : 7.5 }),
    ),
    ...[
      { x: 87.5, y: 116.5 },
      { x: 93.2, y: 116.5 },
      { x: 90.4, y: 113 },
    ].map((place) => circle(colours.berryDeep, { ...place, r: 1.5 })),
  ];
}

type Point = readonly [number, number];
type Curve = readonly [Point, Point, Point, Point];

const BOUGH: Curve = [
  [-14, 152],
  [2, 84],
  [34, 30],
  [96, 13],
];
const TIP: Curve = [
  [74, 20.5],
  [108, 8],
  [148, 4],
  [190, 26],
];

/** The bough that comes from the edge and holds its leaves over the house. */
function branch(colours: Palette): Shape[] {
  const { leaf: pale, leafDeep: deep } = colours;
  const grown = (curve: Curve, leaves: readonly (readonly [string, number, number, number])[]) =>
    leaves.flatMap(([fill, t, lean, length]) => leaf(fill, { ...along(curve, t, lean), length }));
  return [
    ...grown(BOUGH, [
      [pale, 0.12, 58, 46],
      [deep, 0.3, -66, 38],
      [deep, 0.34, 62, 40],
      [pale, 0.5, -64, 42],
      [pale, 0.66, 66, 34],
      [deep, 0.74, -66, 36],
    ]),
    ...grown(TIP, [
      [pale, 0.16, -72, 30],
      [pale, 0.3, 64, 30],
      [deep, 0.48, -62, 34],
      [deep, 0.66, 58, 36],
      [pale, 0.78, -56, 38],
      [deep, 0.97, 12, 46],
    ]),
    stem(deep, TIP, 3.4),
    stem(deep, BOUGH, 5),
    ...bunch(colours, { from: along(BOUGH, 0.5, 0), x: 34, y: 96 }),
    ...bunch(colours, { from: along(TIP, 0.86, 0), x: 178, y: 88 }),
  ];
}

/** The place on a curve and the direction there, turned by `lean`. */
function along([a, b, c, d]: Curve, t: number, lean: number): Omit<LeafPlace, 'length'> {
  const u = 1 - t;
  const at = (n: 0 | 1) => u ** 3 * a[n] + 3 * u * u * t * b[n] + 3 * u * t * t * c[n] + t ** 3 * d[n];
  const slope = (n: 0 | 1) => u * u * (b[n] - a[n]) + 2 * u * t * (c[n] - b[n]) + t * t * (d[n] - c[n]);
  return { x: at(0), y: at(1), angle: (Math.atan2(slope(1), slope(0)) * 180) / Math.PI + lean };
}

function bunch(
  colours: Palette,
  { from, x, y }: { from: { x: number; y: number }; x: number; y: number },
): Shape[] {
  const curve: Curve = [
    [from.x, from.y],
    [from.x + 6, from.y + 10],
    [x + 1, y - 24],
    [x, y - 8],
  ];
  return [stem(colours.leafDeep, curve, 2.2), ...berries(colours, { x, y, r: 5.2 })];
}

/** A tapering line along one curve, `width` thick where it begins. */
function stem(fill: string, curve: Curve, width: number): Shape {
  const [a, b, c, d] = curve;
  const half = width / 2;
  const out = (point: Point, by: number): Point => {
    const length = Math.hypot(d[0] - a[0], d[1] - a[1]);
    return [point[0] + (by * (a[1] - d[1])) / length, point[1] + (by * (d[0] - a[0])) / length];
  };
  const cubic = (p: Point, q: Point, r: Point): Cut => ['C', ...p, ...q, ...r];
  return {
    fill,
    path: [
      ['M', ...out(a, half)],
      cubic(out(b, half * 0.9), out(c, half * 0.7), d),
      cubic(out(c, -half * 0.7), out(b, -half * 0.9), out(a, -half)),
      ['Z'],
    ],
  };
}

interface LeafPlace {
  x: number;
  y: number;
  /** Degrees from the line of reading, clockwise. */
  angle: number;
  length: number;
}

/** A rowan's leaf: pairs of narrow leaflets along a stalk, and one at its end. */
function leaf(fill: string, { x, y, angle, length }: LeafPlace): Shape[] {
  const turn = (angle * Math.PI) / 180;
  const place = (px: number, py: number): Point => [
    x + px * Math.cos(turn) - py * Math.sin(turn),
    y + px * Math.sin(turn) + py * Math.cos(turn),
  ];
  const pairs = [0.22, 0.4, 0.58, 0.75].flatMap((at, n) => {
    const size = length * (0.36 - n * 0.025);
    return [55, -55].map((lean) => leaflet(fill, { x: at * length, y: 0, angle: lean, length: size }));
  });
  const stalk = box(fill, { x: 0, y: -length * 0.009, w: length * 0.85, h: length * 0.018 });
  const end = leaflet(fill, { x: length * 0.78, y: 0, angle: 0, length: length * 0.34 });
  return [stalk, ...pairs, end].map((shape) => moved(shape, place));
}

function leaflet(fill: string, { x, y, angle, length }: LeafPlace): Shape {
  const turn = (angle * Math.PI) / 180;
  const wide = length * 0.26;
  const shape: Shape = {
    fill,
    path: [
      ['M', 0, 0],
      ['C', length * 0.15, -wide, length * 0.6, -wide, length, 0],
      ['C', length * 0.6, wide, length * 0.15, wide, 0, 0],
      ['Z'],
    ],
  };
  return moved(shape, (px, py) => [
    x + px * Math.cos(turn) - py * Math.sin(turn),
    y + px * Math.sin(turn) + py * Math.cos(turn),
  ]);
}

/** A hanging bunch, `r` the radius of one berry. */
function berries(colours: Palette, { x, y, r }: { x: number; y: number; r: number }): Shape[] {
  const rows = [
    [-2.1, -0.2, 1.8],
    [-3, -1.1, 0.9, 2.8],
    [-2, 0, 2],
    [-1, 1.1],
  ];
  return rows.flatMap((row, line) =>
    row.map((across, at) =>
      circle((line + at) % 3 === 0 ? colours.berry : colours.berryDeep, {
        x: x + across * r,
        y: y + (line * 1.75 - 3) * r,
        r,
      }),
    ),
  );
}
