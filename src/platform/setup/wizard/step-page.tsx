// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { type Lang, languages, type MessageKey } from '#platform/i18n';
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  Ltr,
  Page,
  pathIn,
  Radios,
  Select,
  Table,
  TextArea,
  TextField,
  type View,
} from '#platform/ui';
import type { Installation } from '../installation.ts';
import { type Field, hintOf, labelOf, pages, type StepName } from './fields.ts';
import type { Typed } from './read.ts';

export interface StepView {
  step: StepName;
  site: Installation;
  typed: Typed;
  errors: FieldErrors;
  /** The desk's navigation. */
  nav: ComponentChildren;
}

/** One page of set-up: its questions, and on the page of numbers those that are already there. */
export function StepPage({ view, data }: { view: View; data: StepView }) {
  const { t } = view;
  const here = pathIn(view, `/setup/${data.step}`);
  return (
    <Page
      view={view}
      nav={data.nav}
      title={t(`setup.${data.step}.title` as MessageKey)}
      back={{ href: pathIn(view, '/setup') }}
      errors={data.errors}
      form="step"
    >
      <p>{t(`setup.${data.step}.lead` as MessageKey)}</p>
      {data.step === 'help' ? <Numbers view={view} site={data.site} /> : null}
      <Form view={view} action={here} id="step">
        {pages[data.step].map((field) => (
          <Question key={field.name} view={view} data={data} field={field} />
        ))}
        <Button>{t(data.step === 'help' ? 'setup.help.add' : 'setup.save')}</Button>
      </Form>
    </Page>
  );
}

function Numbers({ view, site }: { view: View; site: Installation }) {
  const { t } = view;
  if (site.numbers.length === 0) return null;
  const say = (words: Partial<Record<Lang, string>>) => words[view.lang] ?? Object.values(words)[0] ?? '';
  return (
    <Table
      view={view}
      id="numbers"
      caption={t('setup.help.there')}
      columns={[
        { label: t('setup.help.label'), head: true },
        { label: t('setup.help.number') },
        { label: t('setup.help.checkedOn') },
        { label: t('setup.help.remove') },
      ]}
      rows={site.numbers.map((line) => [
        say(line.label),
        <Ltr key={line.id}>{line.number}</Ltr>,
        line.checkedOn === null ? t('setup.help.unchecked') : `${line.checkedOn}, ${line.checkedBy ?? ''}`,
        <Form key={line.id} view={view} action={pathIn(view, '/setup/help')}>
          <Button kind="quiet" name="remove" value={line.id}>
            {t('setup.help.remove')}
          </Button>
        </Form>,
      ])}
    />
  );
}

interface QuestionProps {
  view: View;
  data: StepView;
  field: Field;
}

function Question({ view, data, field }: QuestionProps) {
  const { t } = view;
  if (field.kind === 'words' || field.kind === 'lines')
    return <InEachLanguage view={view} data={data} field={field} />;
  const shared = {
    view,
    name: field.name,
    errors: data.errors,
    ...(field.hint ? { hint: t(hintOf(data.step, field)) } : {}),
    ...(field.optional ? { optional: true } : {}),
  };
  const label = t(labelOf(data.step, field));
  const value = String([data.typed[field.name] ?? ''].flat()[0] ?? '');
  if (field.kind === 'area') return <TextArea {...shared} label={label} value={value} rows={5} />;
  if (field.kind === 'radios')
    return <Radios {...shared} legend={label} options={optionsOf(view, field)} value={value || null} />;
  if (field.kind === 'checks') {
    return (
      <Checkboxes
        {...shared}
        legend={label}
        options={optionsOf(view, field)}
        values={[data.typed[field.name] ?? []].flat()}
      />
    );
  }
  if (field.kind === 'select')
    return <Select {...shared} label={label} options={optionsOf(view, field)} value={value} />;
  return (
    <TextField
      {...shared}
      label={label}
      value={value}
      type={field.kind === 'date' ? 'date' : 'text'}
      width={field.width ?? 'full'}
      ltr={field.ltr ?? false}
    />
  );
}

function InEachLanguage({ view, data, field }: QuestionProps) {
  const { t } = view;
  const label = t(labelOf(data.step, field));
  const Control = field.kind === 'lines' ? TextArea : TextField;
  return (
    <>
      {data.site.languages.map((lang, at) => (
        <Control
          key={lang}
          view={view}
          name={`${field.name}-${lang}`}
          label={
            <>
              {label} · <span lang={lang}>{languages[lang].name}</span>
            </>
          }
          value={String(data.typed[`${field.name}-${lang}`] ?? '')}
          errors={data.errors}
          {...(at === 0 && field.hint ? { hint: t(hintOf(data.step, field)) } : {})}
          {...(field.optional ? { optional: true } : {})}
        />
      ))}
    </>
  );
}

// Countries and languages are named by CLDR in the language of the page; time zones by their own ids.
function optionsOf(view: View, field: Field): { value: string; label: string }[] {
  const regions = new Intl.DisplayNames(view.lang, { type: 'region', fallback: 'code' });
  const options = (field.options ?? []).map(({ value, label }) => {
    if (typeof label === 'string') return { value, label: view.t(label as MessageKey) };
    if (field.name === 'country') return { value, label: regions.of(value) ?? value };
    if (field.name === 'languages') return { value, label: languages[value as Lang].name };
    return { value, label: label.text };
  });
  if (field.kind !== 'select') return options;
  const sorted =
    field.name === 'country' ? options.sort((a, b) => a.label.localeCompare(b.label, view.lang)) : options;
  return [{ value: '', label: '' }, ...sorted];
}
