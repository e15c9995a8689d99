// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';

export interface NavItem {
  href: string;
  label: string;
  /** How many wait there. */
  count?: number | undefined;
  current?: boolean;
}

interface DeskNavProps {
  /** What this navigation is, for screen readers, e.g. "Desk". */
  label: string;
  items: readonly NavItem[];
  /** At the end of the row: who is signed in, a break, sign out. */
  children?: ComponentChildren;
}

/** The rooms of the desk, or the parts of a members' area. */
export function DeskNav({ label, items, children }: DeskNavProps) {
  return (
    <nav class="site-nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span class="nav-count num">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
      {children ? <div class="nav-end">{children}</div> : null}
    </nav>
  );
}
