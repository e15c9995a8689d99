// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { describedBy, errorText, FieldMessage, type FieldProps, Hint, idOf, Label } from '../form/field.tsx';
import { useIsland } from '../page/head.ts';

export interface TextAreaProps extends FieldProps {
  label: ComponentChildren;
  value?: string | null;
  rows?: number;
  /** The most characters (code points) the server takes. With script the page counts; nothing is ever cut off. */
  limit?: number;
  /** The language of what is typed, where it is not the page's. */
  lang?: string | undefined;
}

/** Several lines, in any language. */
export function TextArea(props: TextAreaProps) {
  const { view, name, label, value, rows = 6, limit } = props;
  useIsland(limit === undefined ? null : 'page');
  const error = errorText(props);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <Label field={props}>{label}</Label>
      <Hint field={props} />
      <FieldMessage field={props} error={error} />
      <textarea
        class="input input-full"
        id={idOf(name)}
        name={name}
        rows={rows}
        dir="auto"
        lang={props.lang}
        autocomplete="off"
        data-limit={limit}
        aria-describedby={describedBy(props, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {value ?? ''}
      </textarea>
      {limit === undefined ? null : (
        <p
          class="counter num"
          id={`${idOf(name)}-count`}
          role="status"
          data-left={view.t('ui.counter.left', { n: '{n}' })}
          data-over={view.t('ui.counter.over', { n: '{n}' })}
        />
      )}
    </div>
  );
}
