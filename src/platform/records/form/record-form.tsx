// SPDX-License-Identifier: EUPL-1.2
import { Section } from '#platform/ui';
import { label, sectionKey } from '../pages/labels.ts';
import type { InputProps } from './form-view.ts';
import { Input } from './inputs.tsx';
import { RowsInput } from './rows-input.tsx';
import { type Slot, slotsOf } from './typed.ts';

/** Every input of one side of a kind, by the sections of its page; the caller draws the form, its base and its buttons. */
export function RecordInputs({ view, form }: InputProps) {
  const { kind, side } = form;
  const slots = new Map(slotsOf(kind, side).map((slot) => [slot.name, slot]));
  const titled = kind.reads.some(([, ...fields]) => fields.includes(kind.title));
  const title = titled ? undefined : slots.get(kind.title);
  return (
    <>
      {title === undefined ? null : <AnyInput view={view} form={form} slot={title} />}
      {kind.reads.map(([section, ...fields]) => {
        const inside = fields.flatMap((name) => slots.get(name) ?? []);
        if (inside.length === 0) return null;
        return (
          <Section key={section} title={label(view, sectionKey(kind, section))}>
            {inside.map((slot) => (
              <AnyInput key={slot.name} view={view} form={form} slot={slot} />
            ))}
          </Section>
        );
      })}
    </>
  );
}

function AnyInput({ view, form, slot }: InputProps & { slot: Slot }) {
  return slot.field.as === 'rows' ? (
    <RowsInput view={view} form={form} slot={slot} />
  ) : (
    <Input view={view} form={form} slot={slot} />
  );
}
