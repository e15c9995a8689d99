// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact';
import { describedBy, errorText, FieldMessage, type FieldProps, Hint, idOf, Label } from '../form/field.tsx';

export interface TextFieldProps extends FieldProps {
  label: ComponentChildren;
  value?: string | null;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'time' | 'date';
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search';
  autocomplete?: string;
  /** How long an answer looks: a code (19 signs), a few signs, a name, or the whole measure. */
  width?: 'code' | 'short' | 'medium' | 'full';
  /** Codes, hosts and addresses read from left to right in every language. */
  ltr?: boolean;
  /** The language of what is typed, where it is not the page's. */
  lang?: string | undefined;
}

/** One line. Takes anything: the server says what it could not use, and keeps what was typed. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    value,
    type = 'text',
    inputMode,
    autocomplete = 'off',
    width = 'full',
    ltr = false,
  } = props;
  const error = errorText(props);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <Label field={props}>{label}</Label>
      <Hint field={props} />
      <FieldMessage field={props} error={error} />
      <Control
        type={type}
        class={`input input-${width}`}
        id={idOf(name)}
        name={name}
        value={value ?? ''}
        dir={ltr ? 'ltr' : 'auto'}
        lang={props.lang}
        inputMode={inputMode}
        autocomplete={autocomplete}
        spellcheck={false}
        autocapitalize={ltr ? 'none' : undefined}
        aria-describedby={describedBy(props, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  );
}

type ControlProps = Omit<LooseInputHTMLAttributes, 'type' | 'role' | 'list'> & {
  type: NonNullable<TextFieldProps['type']>;
};

/** Each kind by itself: the types of Preact allow a role and a list only for some. */
function Control({ type, ...rest }: ControlProps) {
  switch (type) {
    case 'email':
      return <input type="email" {...rest} />;
    case 'tel':
      return <input type="tel" {...rest} />;
    case 'search':
      return <input type="search" {...rest} />;
    case 'password':
      return <input type="password" {...rest} />;
    case 'date':
    case 'time':
      return <input type={type} {...rest} />;
    default:
      return <input type="text" {...rest} />;
  }
}

export interface SelectProps extends FieldProps {
  label: ComponentChildren;
  options: readonly { value: string; label: string }[];
  value?: string | null;
}

/** A long list of known names, such as countries. Few choices are {@link Radios}. */
export function Select(props: SelectProps) {
  const { name, label, options, value } = props;
  const error = errorText(props);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <Label field={props}>{label}</Label>
      <Hint field={props} />
      <FieldMessage field={props} error={error} />
      <select
        class="input input-medium"
        id={idOf(name)}
        name={name}
        aria-describedby={describedBy(props, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
