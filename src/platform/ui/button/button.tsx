// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Csrf } from '../form/form.tsx';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/names.ts';
import type { View } from '../view.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  /** One primary button a page. Red is only for errors and for deleting. */
  kind?: ButtonKind;
  icon?: IconName;
  /** Required with an icon, for the sprite's address. */
  view?: View;
  children: ComponentChildren;
}

interface ButtonProps extends Look {
  name?: string;
  value?: string;
  /** The id of a form elsewhere on the page. */
  form?: string;
  id?: string;
}

/** Sends its form. */
export function Button({ kind = 'primary', icon, view, name, value, form, id, children }: ButtonProps) {
  return (
    <button type="submit" class={`btn btn-${kind}`} name={name} value={value} form={form} id={id}>
      {icon && view ? <Icon view={view} name={icon} /> : null}
      {children}
    </button>
  );
}

interface LinkButtonProps extends Look {
  href: string;
}

/** A link that looks like a button, for the one thing to do next. */
export function LinkButton({ kind = 'primary', icon, view, href, children }: LinkButtonProps) {
  return (
    <a class={`btn btn-${kind}`} href={href}>
      {icon && view ? <Icon view={view} name={icon} /> : null}
      {children}
    </a>
  );
}

/** Where Back leads: a page, or a step of a form that posts `go=back` so that the browser's history stays short. */
export type Back = { href: string; label?: string } | { action: string; form?: string; label?: string };

/** A link, or a button in a form of its own. With `form` it sends what was typed on this page along. */
export function BackButton({ view, back }: { view: View; back: Back }) {
  const words = (
    <>
      <Icon view={view} name="chevron-right" class="back-arrow" />
      {back.label ?? view.t('ui.back')}
    </>
  );
  if ('href' in back) {
    return (
      <a class="back" href={back.href}>
        {words}
      </a>
    );
  }
  const button = (
    <button class="back" type="submit" name="go" value="back" form={back.form} formNoValidate>
      {words}
    </button>
  );
  if (back.form) return button;
  return (
    <form action={back.action} method="post">
      <Csrf view={view} />
      {button}
    </form>
  );
}

/** Buttons that belong together, in one row that wraps. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="btn-row">{children}</div>;
}
