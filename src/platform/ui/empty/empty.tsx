// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { View } from '../view.ts';

interface EmptyProps {
  view: View;
  title: ComponentChildren;
  /** What to do next, or why it is good that nothing is here. */
  children?: ComponentChildren;
}

/** Nothing is here, and that is an answer. */
export function Empty({ view, title, children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon view={view} name="sprig" class="empty-sprig" />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
