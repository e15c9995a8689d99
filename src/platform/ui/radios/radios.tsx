// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { describedBy, errorText, FieldMessage, type FieldProps, Hint, idOf, Legend } from '../form/field.tsx';

export interface Choice {
  value: string;
  label: ComponentChildren;
  /** One short sentence under the label. */
  hint?: ComponentChildren;
}

export interface RadiosProps extends FieldProps {
  legend: ComponentChildren;
  options: readonly Choice[];
  /** Nothing is chosen before the person does. */
  value?: string | null;
  /** Short choices, such as yes and no, side by side where there is room. */
  inline?: boolean;
}

/** One of several, as cards; each whole card can be pressed. */
export function Radios(props: RadiosProps) {
  const { name, legend, options, value = null, inline = false } = props;
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
              type="radio"
              id={at === 0 ? id : `${id}-${at + 1}`}
              name={name}
              option={option}
              checked={option.value === value}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface ChoiceCardProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Choice;
  checked: boolean;
}

/** The control comes first in its card, then the label that covers it, then the hint. */
export function ChoiceCard({ type, id, name, option, checked }: ChoiceCardProps) {
  const hint = option.hint ? `${id}-note` : undefined;
  return (
    <div class="choice">
      <input
        class={`choice-${type}`}
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hint}
      />
      <label for={id}>{option.label}</label>
      {option.hint ? (
        <span class="choice-hint" id={hint}>
          {option.hint}
        </span>
      ) : null}
    </div>
  );
}
