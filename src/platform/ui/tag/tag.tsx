// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

/** Each tone has a shape of its own, so that it reads without colour. */
export type Shape = 'dot' | 'ring' | 'half' | 'square' | 'diamond' | 'triangle' | 'check';

const SHAPE: Readonly<Record<Tone, Shape>> = {
  neutral: 'ring',
  info: 'half',
  ok: 'check',
  warn: 'triangle',
  danger: 'diamond',
};

const DRAWING: Readonly<Record<Shape, string>> = {
  dot: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  ring: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2v7a3.5 3.5 0 0 1 0-7Z',
  square: 'M3 3h10v10H3Z',
  diamond: 'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  triangle: 'M8 2 15 14H1Z',
  check: 'm2 8.6 1.6-1.7 3 2.9 6-6.3L14.200 5 6.700 13Z',
};

interface StatusProps {
  tone?: Tone;
  shape?: Shape;
  children: ComponentChildren;
}

/** A shape and a word: how something stands. */
export function Status({ tone = 'neutral', shape, children }: StatusProps) {
  return (
    <span class={`status tone-${tone}`}>
      <ShapeMark shape={shape ?? SHAPE[tone]} />
      {children}
    </span>
  );
}

/** A framed word: what kind of thing it is, e.g. a topic or a language. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag tone-${tone}`}>{children}</span>;
}

function ShapeMark({ shape }: { shape: Shape }) {
  return (
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWING[shape]} />
    </svg>
  );
}
