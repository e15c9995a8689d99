// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { describedBy, errorText, FieldMessage, type FieldProps, Hint, idOf, Label } from '../form/field.tsx';

export interface FileFieldProps extends FieldProps {
  label: ComponentChildren;
  /** What a browser offers first, e.g. `.pdf,image/png`. The server looks into the file all the same. */
  accept: string;
  multiple?: boolean;
}

/** Takes files from people who are signed in; the form around it says `files`. Never on a page that is open to all (H5). */
export function FileField(props: FileFieldProps) {
  const error = errorText(props);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <Label field={props}>{props.label}</Label>
      <Hint field={props} />
      <FieldMessage field={props} error={error} />
      <input
        type="file"
        class="file-input"
        id={idOf(props.name)}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(props, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  );
}
