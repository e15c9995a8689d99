// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Checkboxes, LinkButton, Radios, Select, TextArea, TextField, Typed, type View } from '#platform/ui';
import { PROSE_LENGTH } from '../kind/fields.ts';
import { fieldKey, label, labelOrNull } from '../pages/labels.ts';
import type { FormView, InputProps, TermChoice } from './form-view.ts';
import { LinkInput } from './link-input.tsx';
import { inputName, many, one, type Slot } from './typed.ts';

const FEW = 7;

export interface SlotProps extends InputProps {
  slot: Slot;
}

/** One input with its label, hint and error; beside it, where there is one, the original, and under it what another saved. */
export function Input({ view, form, slot }: SlotProps) {
  const theirs = form.theirs[slot.name];
  const beside = slot.field.words ? form.beside?.(slot.name) : undefined;
  // What the original does not say waits for no translator.
  if (beside === null && one(form.typed, slot.name) === '') return null;
  const input = (
    <>
      {form.fixed && slot.field.words ? (
        <Fixed view={view} form={form} slot={slot} />
      ) : (
        <Bare view={view} form={form} slot={slot} />
      )}
      {theirs === undefined ? null : <Theirs view={view} text={theirs} />}
    </>
  );
  if (!beside) return input;
  return (
    <div class="record-pair">
      <div>{input}</div>
      <div class="record-beside">{beside}</div>
    </div>
  );
}

/** Words for somebody who checks them and does not write them. */
function Fixed({ view, form, slot }: SlotProps) {
  const value = one(form.typed, slot.name);
  return (
    <>
      <p class="label">{label(view, fieldKey(form.kind, slot.name))}</p>
      <div class="record-text" lang={form.lang} dir="auto">
        {value}
      </div>
      <input type="hidden" name={slot.name} value={value} />
    </>
  );
}

function Theirs({ view, text }: { view: View; text: string }) {
  return (
    <div class="record-theirs">
      <p class="label">{view.t('records.clash.theirs')}</p>
      <p class="record-text">
        <Typed>{text === '' ? view.t('records.clash.emptied') : text}</Typed>
      </p>
    </div>
  );
}

/** What every input here is told. */
function common({ view, form, slot }: SlotProps) {
  const key = fieldKey(form.kind, slot.name);
  return {
    view,
    name: inputName(slot),
    label: label(view, key),
    legend: label(view, key),
    hint: hintOf(view, key, slot),
    errors: form.errors,
    optional: !slot.field.need,
  };
}

function hintOf(view: View, key: string, { field }: Slot): ComponentChildren {
  const own = labelOrNull(view, `${key}.hint`);
  const general = field.as === 'day' || field.as === 'prose' ? view.t(`records.form.hint-${field.as}`) : null;
  const seen = field.seen === 'public' ? null : view.t(`records.form.seen-${field.seen}`);
  return [own, general, seen].filter((part) => part !== null).join(' ') || undefined;
}

function Bare(props: SlotProps) {
  const { form, slot } = props;
  const { field, name } = slot;
  const told = common(props);
  const value = one(form.typed, name);
  const lang = field.words ? form.lang : undefined;
  switch (field.as) {
    case 'line':
      return <TextField {...told} value={value} lang={lang} />;
    case 'prose':
      return <TextArea {...told} value={value} lang={lang} rows={8} limit={PROSE_LENGTH} />;
    case 'code':
      return <TextField {...told} value={value} ltr width="medium" />;
    case 'number':
      return <TextField {...told} value={value} ltr width="short" inputMode="decimal" />;
    case 'day':
      return <TextField {...told} value={value} ltr width="code" />;
    case 'web':
      return <TextField {...told} value={value} ltr inputMode="url" />;
    case 'files':
      return <FilesInput {...props} />;
    case 'link':
    case 'links':
      return <LinkInput {...props} told={told} />;
    default:
      return <ChoiceInput {...props} told={told} />;
  }
}

type Told = ReturnType<typeof common>;

function ChoiceInput({ view, form, slot, told }: SlotProps & { told: Told }) {
  const { t } = view;
  const { field, name } = slot;
  const value = one(form.typed, name);
  if (field.as === 'yes') {
    const options = (['yes', 'no'] as const).map((code) => ({
      value: code,
      label: t(`records.value.${code}`),
    }));
    return <Radios {...told} inline options={[...options, ...unsaid(view, told.optional)]} value={value} />;
  }
  const chosen = field.as === 'choices' ? many(form.typed, told.name) : [value];
  const options = offered(form, field.scheme, chosen).map(({ code, label }) => ({ value: code, label }));
  if (field.as === 'choices') return <Checkboxes {...told} options={options} values={chosen} />;
  if (options.length > FEW)
    return (
      <Select
        {...told}
        options={[{ value: '', label: t('records.form.unsaid') }, ...options]}
        value={value}
      />
    );
  return <Radios {...told} options={[...options, ...unsaid(view, told.optional)]} value={value} />;
}

const unsaid = (view: View, optional: boolean) =>
  optional ? [{ value: '', label: view.t('records.form.unsaid') }] : [];

/** Today's terms, and those that are gone where somebody chose them before. */
function offered(form: FormView, scheme: string | null, chosen: readonly string[]): readonly TermChoice[] {
  const all = form.terms[scheme ?? ''] ?? [];
  return all.filter(({ code, retired }) => !retired || chosen.includes(code));
}

function FilesInput(props: SlotProps) {
  const { view, form, slot } = props;
  const told = common(props);
  const files = many(form.typed, told.name);
  const add = form.addFile?.(slot.name);
  return (
    <>
      {files.length === 0 ? null : (
        <Checkboxes
          {...told}
          hint={view.t('records.form.keep-files')}
          options={files.map((file) => ({ value: file, label: <Typed>{file.slice(65)}</Typed> }))}
          values={files}
        />
      )}
      {add ? (
        <p>
          <LinkButton kind="secondary" href={add}>
            {view.t('records.form.add-file', { field: told.label })}
          </LinkButton>
        </p>
      ) : (
        <p class="hint">{view.t('records.form.files-later', { field: told.label })}</p>
      )}
    </>
  );
}
