// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { describedBy, errorText, FieldMessage, type FieldProps, Hint, idOf, Legend } from '../form/field.tsx';
import { type Choice, ChoiceCard } from '../radios/radios.tsx';

export interface CheckboxesProps extends FieldProps {
  legend: ComponentChildren;
  options: readonly Choice[];
  values?: readonly string[];
  inline?: boolean;
}

/** Any of several, as cards. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, legend, options, values = [], inline = false } = props;
  const error = errorText(props);
  const id = idOf(name);
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(props, error)}>
        <Legend field={props}>{legend}</Legend>
        <Hint field={props} />
        <FieldMessage field={props} error={error} />
        <div class={inline ? 'choices choices-inline' : 'choices'}>
          {options.map((option, at) => (
            <ChoiceCard
              key={option.value}
              type="checkbox"
              id={at === 0 ? id : `${id}-${at + 1}`}
              name={name}
              option={option}
              checked={values.includes(option.value)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

export interface CheckboxProps extends FieldProps {
  label: ComponentChildren;
  /** Said where it is one of several boxes with this name. */
  value?: string;
  checked?: boolean;
}

/** One box by itself, such as "I do not know" under a field. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, value = 'yes', checked = false, hint } = props;
  const error = errorText(props);
  const option = hint ? { value, label, hint } : { value, label };
  // Boxes of one list may stand far apart, each by itself.
  const id = props.value === undefined ? idOf(name) : `${idOf(name)}-${idOf(value)}`;
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <FieldMessage field={props} error={error} />
      <div class="choices">
        <ChoiceCard type="checkbox" id={id} name={name} option={option} checked={checked} />
      </div>
    </div>
  );
}
