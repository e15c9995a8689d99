// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/names.ts';
import type { View } from '../view.ts';

export type PanelKind = 'info' | 'warn' | 'danger' | 'ok' | 'plain';

const ICON: Readonly<Record<PanelKind, IconName>> = {
  info: 'info',
  warn: 'triangle-alert',
  danger: 'triangle-alert',
  ok: 'check',
  plain: 'sprout',
};

interface PanelProps {
  view: View;
  kind?: PanelKind;
  title?: ComponentChildren;
  icon?: IconName;
  /** Announced when the page is updated; for news, not for things that were always there. */
  live?: boolean;
  children?: ComponentChildren;
}

/** Something to notice. Its kind is told by the words and the drawing, the colour only agrees. */
export function Panel({ view, kind = 'info', title, icon, live = false, children }: PanelProps) {
  return (
    <div class={`panel panel-${kind}`} role={live ? 'status' : undefined}>
      <Icon view={view} name={icon ?? ICON[kind]} />
      <div class="panel-body">
        {title ? <p class="panel-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
