// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/names.ts';
import type { View } from '../view.ts';

/** A part of a page under its own heading, set off by a hairline. */
export function Section({
  title,
  id,
  children,
}: {
  title: ComponentChildren;
  id?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="section" aria-labelledby={id ? `${id}-title` : undefined} id={id}>
      <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
      {children}
    </section>
  );
}

/** Side by side where there is room, below each other where not. */
export function Columns({ children, count = 2 }: { children: ComponentChildren; count?: 2 | 3 }) {
  return <div class={`columns columns-${count}`}>{children}</div>;
}

/** The opening words of a page, a little larger. */
export function Lead({ children }: { children: ComponentChildren }) {
  return <p class="lead">{children}</p>;
}

export interface Way {
  href: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  icon?: IconName;
}

/** Where one can go from here, as a ruled list of large links. The first two or three of a start page are `strong`. */
export function Ways({
  view,
  items,
  strong = false,
}: {
  view: View;
  items: readonly Way[];
  strong?: boolean;
}) {
  return (
    <ul class={strong ? 'ways ways-strong' : 'ways'}>
      {items.map((item) => (
        <li key={item.href} class="way">
          {item.icon ? <Icon view={view} name={item.icon} class="way-icon" /> : null}
          <span class="way-words">
            <a href={item.href}>{item.label}</a>
            {item.hint ? <span class="way-hint">{item.hint}</span> : null}
          </span>
          <Icon view={view} name="chevron-right" class="way-arrow" />
        </li>
      ))}
    </ul>
  );
}

/** What can be done and what cannot, or do and do not: two lists whose marks are words and shapes. */
export function DoDont(props: {
  view: View;
  dos: { title: ComponentChildren; items: readonly ComponentChildren[] };
  donts: { title: ComponentChildren; items: readonly ComponentChildren[] };
}) {
  const { view, dos, donts } = props;
  return (
    <div class="columns columns-2 do-dont">
      {[
        { ...dos, icon: 'check' as const, kind: 'do' },
        { ...donts, icon: 'x' as const, kind: 'dont' },
      ].map(({ title, items, icon, kind }) => (
        <div key={kind}>
          <h3>{title}</h3>
          <ul class={`marks marks-${kind}`}>
            {items.map((item, at) => (
              <li key={at}>
                <Icon view={view} name={icon} />
                <span>{item}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
