// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

interface FormProps {
  view: View;
  /** A path of this site, language included. */
  action: string;
  method?: 'get' | 'post';
  /** Give the page's main form an id and tell Page: its Back and language buttons then send what was typed too. */
  id?: string;
  class?: string;
  role?: 'search';
  /** Sends files: only on routes that take them, from people who are signed in (H5). */
  files?: true;
  children: ComponentChildren;
}

/** A form without the browser's own checks, with the session's token where it posts. */
export function Form({ view, action, method = 'post', id, class: extra, role, files, children }: FormProps) {
  return (
    <form
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      id={id}
      class={extra}
      role={role}
      noValidate
      autocomplete="off"
    >
      {method === 'post' ? <Csrf view={view} /> : null}
      {children}
    </form>
  );
}

export function Csrf({ view }: { view: View }) {
  return view.csrf === null ? null : <input type="hidden" name="csrf" value={view.csrf} />;
}
