// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

interface DetailsProps {
  view: View;
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}

/** More, for those who want it. Nothing that everybody needs is in here. */
export function Details({ view, summary, open = false, children }: DetailsProps) {
  return (
    <details class="details" open={open}>
      <summary>
        <Icon view={view} name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div class="details-body">{children}</div>
    </details>
  );
}
