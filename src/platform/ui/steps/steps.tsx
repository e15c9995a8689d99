// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

export interface Step {
  state: 'done' | 'now' | 'next';
  label: ComponentChildren;
  /** When it was, or by when it will be, in words. */
  at?: ComponentChildren;
  note?: ComponentChildren;
}

const WORDS = { done: 'ui.steps.done', now: 'ui.steps.now', next: 'ui.steps.next' } as const;

/** What happened, what happens now, what comes next. */
export function Steps({ view, items, label }: { view: View; items: readonly Step[]; label?: string }) {
  return (
    <ol class="steps" aria-label={label}>
      {items.map((item, at) => (
        <li
          key={at}
          class={`step step-${item.state}`}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <span class="step-mark">
            {item.state === 'done' ? <Icon view={view} name="check" /> : null}
            <span class="vh">{view.t(WORDS[item.state])}: </span>
          </span>
          <span class="step-label">{item.label}</span>
          {item.at ? <span class="step-at">{item.at}</span> : null}
          {item.note ? <span class="step-note">{item.note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
