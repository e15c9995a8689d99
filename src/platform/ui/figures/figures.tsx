// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';

export interface FigureTile {
  label: ComponentChildren;
  /** The number in words of the page's language, e.g. "fewer than 5". */
  value: ComponentChildren;
  note?: ComponentChildren;
  href?: string;
}

/** A few numbers that matter, each with what it counts. */
export function Figures({ items }: { items: readonly FigureTile[] }) {
  return (
    <dl class="figures">
      {items.map((item, at) => (
        <div key={at} class="figure">
          <dt>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</dt>
          <dd class="figure-value">{item.value}</dd>
          {item.note ? <dd class="figure-note">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

interface MeterProps {
  label: ComponentChildren;
  value: number;
  max: number;
  /** The same in words, e.g. "1 h 10 of 5 h". */
  words: ComponentChildren;
}

/** How much of a limit is used. */
export function Meter({ label, value, max, words }: MeterProps) {
  return (
    <div class="meter">
      <span class="meter-label">{label}</span>
      <progress value={value} max={max} aria-hidden="true" />
      <span class="num">{words}</span>
    </div>
  );
}
