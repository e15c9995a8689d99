// SPDX-License-Identifier: EUPL-1.2

/** One command of a path, in millimetres: move, line, cubic curve, close. */
export type Cut =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** One filled area. */
export interface Shape {
  fill: string;
  path: readonly Cut[];
}

type Turn = (x: number, y: number) => readonly [number, number];

/** The shape with every point moved. */
export function moved(shape: Shape, turn: Turn): Shape {
  return { ...shape, path: shape.path.map((cut) => movedCut(cut, turn)) };
}

function movedCut(cut: Cut, turn: Turn): Cut {
  switch (cut[0]) {
    case 'Z':
      return cut;
    case 'C': {
      const [, ax, ay, bx, by, x, y] = cut;
      return ['C', ...turn(ax, ay), ...turn(bx, by), ...turn(x, y)];
    }
    default:
      return [cut[0], ...turn(cut[1], cut[2])];
  }
}

/** How far a handle lies from its point on a quarter of a circle of radius 1. */
const ROUND = 0.5523;

export function circle(fill: string, { x, y, r }: { x: number; y: number; r: number }): Shape {
  const k = r * ROUND;
  return {
    fill,
    path: [
      ['M', x, y - r],
      ['C', x + k, y - r, x + r, y - k, x + r, y],
      ['C', x + r, y + k, x + k, y + r, x, y + r],
      ['C', x - k, y + r, x - r, y + k, x - r, y],
      ['C', x - r, y - k, x - k, y - r, x, y - r],
      ['Z'],
    ],
  };
}

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A rectangle whose corners are rounded by `r`. */
export function box(fill: string, { x, y, w, h }: Place, r = 0): Shape {
  const k = r * (1 - ROUND);
  const right = x + w;
  const foot = y + h;
  return {
    fill,
    path: [
      ['M', x + r, y],
      ['L', right - r, y],
      ['C', right - k, y, right, y + k, right, y + r],
      ['L', right, foot - r],
      ['C', right, foot - k, right - k, foot, right - r, foot],
      ['L', x + r, foot],
      ['C', x + k, foot, x, foot - k, x, foot - r],
      ['L', x, y + r],
      ['C', x, y + k, x + k, y, x + r, y],
      ['Z'],
    ],
  };
}

export function polygon(fill: string, points: readonly (readonly [number, number])[]): Shape {
  const cuts = points.map(([x, y], at): Cut => [at === 0 ? 'M' : 'L', x, y]);
  return { fill, path: [...cuts, ['Z']] };
}
