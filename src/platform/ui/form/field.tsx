// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { FieldErrors, View } from '../view.ts';

/** What every field of a form is told. */
export interface FieldProps {
  view: View;
  /** The name in the posted form; without `[]` it is also the element's id, which the error summary links to. */
  name: string;
  hint?: ComponentChildren;
  errors?: FieldErrors;
  /** The label is the page's h1: one thing a page. */
  heading?: boolean;
  /** Says "(optional)" after the label. Rowan never marks a field as required. */
  optional?: boolean;
}

/** The element id of a field: `days[]` is `days`. */
export function idOf(name: string): string {
  return name.replace(/\[\]$/, '').replace(/[^\w-]/g, '-');
}

/** The words of what is wrong with a field, or null. */
export function errorText({
  view,
  name,
  errors,
}: Pick<FieldProps, 'view' | 'name' | 'errors'>): string | null {
  const error = errors?.find(({ field }) => idOf(field) === idOf(name));
  return error ? view.t(error.message, error.args) : null;
}

/** The `aria-describedby` of a field: its hint, then its error. */
export function describedBy(props: FieldProps, error: string | null): string | undefined {
  const id = idOf(props.name);
  const ids = [props.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function Hint({ field }: { field: FieldProps }) {
  if (!field.hint) return null;
  return (
    <p class="hint" id={`${idOf(field.name)}-hint`}>
      {field.hint}
    </p>
  );
}

export function FieldMessage({ field, error }: { field: FieldProps; error: string | null }) {
  if (!error) return null;
  return (
    <p class="field-error" id={`${idOf(field.name)}-error`}>
      <span class="vh">{field.view.t('ui.error.prefix')} </span>
      {error}
    </p>
  );
}

export function Optional({ field }: { field: FieldProps }) {
  return field.optional ? <span class="optional"> ({field.view.t('ui.optional')})</span> : null;
}

/** The label of a single control, which may be the page's heading. */
export function Label({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const label = (
    <label class="label" for={idOf(field.name)}>
      {children}
      <Optional field={field} />
    </label>
  );
  return field.heading ? <h1 class="label-head">{label}</h1> : label;
}

/** The legend of a group of choices, which may be the page's heading. */
export function Legend({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const words = (
    <>
      {children}
      <Optional field={field} />
    </>
  );
  return (
    <legend class="legend">{field.heading ? <h1>{words}</h1> : <span class="label">{words}</span>}</legend>
  );
}
