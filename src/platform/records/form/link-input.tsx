// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import {
  Button,
  Checkboxes,
  type Choice,
  type FieldErrors,
  Radios,
  TextField,
  Typed,
  type View,
} from '#platform/ui';
import { kindKey, label } from '../pages/labels.ts';
import { kindOf } from '../registry.ts';
import type { FormView } from './form-view.ts';
import { inputName, many, one, type Slot } from './typed.ts';

interface LinkInputProps {
  view: View;
  form: FormView;
  slot: Slot;
  told: { label: string; name: string; hint?: ComponentChildren; errors?: FieldErrors; optional?: boolean };
}

/**
 * Names other records without script: what is chosen and what was found are radios or boxes of the same name, and a box
 * with words asks the server, which shows the form again with all that was typed.
 */
export function LinkInput({ view, form, slot, told }: LinkInputProps) {
  const { t } = view;
  const chosen = many(form.typed, told.name);
  const found = form.found?.name === slot.name ? form.found : null;
  const options = choicesOf(view, { form, chosen, found });
  const group = { ...told, view, legend: told.label };
  const box = `find.${slot.name}`;
  return (
    <div class="record-links">
      {slot.field.as === 'links' ? (
        <Checkboxes {...group} options={options} values={chosen} />
      ) : (
        <Radios
          {...group}
          options={[...options, { value: '', label: t('records.form.no-link') }]}
          value={one(form.typed, inputName(slot))}
        />
      )}
      <TextField
        view={view}
        name={box}
        type="search"
        width="medium"
        label={t('records.form.find', { field: told.label })}
        hint={t('records.form.find-hint')}
        value={one(form.typed, box)}
      />
      {found !== null && found.results.length === 0 ? (
        <p class="quiet" role="status">
          {t('records.form.found-none')}
        </p>
      ) : null}
      <Button kind="secondary" name="go" value={`find:${slot.name}`}>
        {t('records.form.find-button')}
      </Button>
    </div>
  );
}

function choicesOf(
  view: View,
  from: { form: FormView; chosen: readonly string[]; found: FormView['found'] },
): Choice[] {
  const { form, chosen, found } = from;
  const own = chosen.map((id) => ({
    value: id,
    label: <Typed>{form.titles.get(Number(id)) ?? view.t('records.form.unknown-link', { id })}</Typed>,
  }));
  const others = (found?.results ?? [])
    .filter(({ id }) => !chosen.includes(String(id)))
    .map(({ id, title, kind }) => ({
      value: String(id),
      label: <Typed>{title}</Typed>,
      hint: label(view, kindKey(kindOf(kind))),
    }));
  return [...own, ...others];
}
