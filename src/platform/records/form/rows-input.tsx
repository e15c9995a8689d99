// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonRow, idOf, type View } from '#platform/ui';
import { MOST_ROWS } from '../kind/fields.ts';
import { fieldKey, label, labelOrNull } from '../pages/labels.ts';
import type { FormView } from './form-view.ts';
import { Input } from './inputs.tsx';
import { cellSlots, rowKeys, type Slot } from './typed.ts';

interface RowsProps {
  view: View;
  form: FormView;
  slot: Slot;
}

/** Rows that can be added, taken away and moved without script; each keeps its key, so that its words follow it. */
export function RowsInput({ view, form, slot }: RowsProps) {
  const { t } = view;
  const key = fieldKey(form.kind, slot.name);
  const keys = rowKeys(form.typed, slot.name);
  const fixed = form.side === 'words';
  const hint = labelOrNull(view, `${key}.hint`);
  const error = form.errors.find(({ field }) => field === `${slot.name}[]` || field === slot.name);
  return (
    <section class="record-rows" id={idOf(slot.name)} tabIndex={-1} aria-label={label(view, key)}>
      <h3>{label(view, key)}</h3>
      {hint === null ? null : <p class="hint">{hint}</p>}
      {error ? <p class="field-error">{t(error.message, error.args)}</p> : null}
      {keys.map((k, at) => (
        <fieldset key={k} class="record-row">
          <legend class="label">{t('records.form.row', { n: at + 1 })}</legend>
          <input type="hidden" name={`${slot.name}[]`} value={k} />
          {cellSlots(slot, k, form.side).map((cell) => (
            <Input key={cell.name} view={view} form={form} slot={cell} />
          ))}
          {fixed ? null : <RowButtons view={view} at={at} count={keys.length} target={`${slot.name}/${k}`} />}
        </fieldset>
      ))}
      {fixed || keys.length >= MOST_ROWS ? null : (
        <Button kind="secondary" name="go" value={`add:${slot.name}`}>
          {t('records.form.add-row', { field: label(view, key) })}
        </Button>
      )}
    </section>
  );
}

function RowButtons({ view, at, count, target }: { view: View; at: number; count: number; target: string }) {
  const { t } = view;
  const moves = [
    ...(at > 0 ? (['up'] as const) : []),
    ...(at < count - 1 ? (['down'] as const) : []),
    'remove' as const,
  ];
  return (
    <ButtonRow>
      {moves.map((move) => (
        <Button key={move} kind="quiet" name="go" value={`${move}:${target}`}>
          {t(`records.form.${move}`)}
          <span class="vh"> {t('records.form.row', { n: at + 1 })}</span>
        </Button>
      ))}
    </ButtonRow>
  );
}
