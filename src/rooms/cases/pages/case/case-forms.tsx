// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { Button, Details, Form, Panel, Radios, Select, TextArea, TextField, type View } from '#platform/ui';
import type { CaseFile } from '../../queries/case-file.ts';
import { caseHref, say } from '../words.tsx';
import type { CasePageView } from './case-view.ts';

interface FormProps {
  view: View;
  data: CasePageView;
}

/** What a field of a small form is told: its own name on this page, what was typed into it, what is wrong. */
export function fieldOf({ view, data }: FormProps, name: string) {
  const value = data.typed[name];
  return { view, name, value: Array.isArray(value) ? (value[0] ?? '') : (value ?? ''), errors: data.errors };
}

interface SmallFormProps extends FormProps {
  title: string;
  verb: string;
  /** Names of its fields; it stands open when one of them is wrong. */
  names: readonly string[];
  go: string;
  children: ComponentChildren;
}

/** A small act behind its own line. */
export function SmallForm({ view, data, title, verb, names, go, children }: SmallFormProps) {
  const open = data.errors.some(({ field }) => names.includes(field));
  return (
    <Details view={view} summary={title} open={open}>
      <Form view={view} action={caseHref(view, data.head.row.id, `/${verb}`)}>
        {children}
        <Button kind="secondary">{go}</Button>
      </Form>
    </Details>
  );
}

/** Note, hand on, put off, join: what may be done with any case at any time. */
export function CaseForms(props: FormProps) {
  const { view, data } = props;
  const { t } = view;
  const { row } = data.head;
  const field = (name: string) => fieldOf(props, name);
  const calm = row.priority !== 'p0' && row.priority !== 'p1';
  const others = data.people.filter(({ id }) => id !== row.assigned_to);
  const people = others.map(({ id, alias }) => ({ value: id, label: alias }));
  return (
    <>
      <SmallForm
        {...props}
        title={t('cases.note.title')}
        verb="note"
        names={['words-note']}
        go={t('cases.note.go')}
      >
        <TextArea {...field('words-note')} label={t('cases.note.label')} rows={3} />
      </SmallForm>
      <SmallForm
        {...props}
        title={t('cases.give.title')}
        verb="give"
        names={['to-give', 'words-give']}
        go={t('cases.give.go')}
      >
        <Select
          {...field('to-give')}
          label={t('cases.give.to')}
          options={[{ value: 'queue', label: t('cases.give.queue') }, ...people]}
        />
        <TextArea {...field('words-give')} label={t('cases.give.why')} rows={3} />
      </SmallForm>
      {calm ? (
        <SmallForm
          {...props}
          title={t('cases.later.title')}
          verb="later"
          names={['until-later', 'words-later']}
          go={t('cases.later.go')}
        >
          <TextField {...field('until-later')} type="date" label={t('cases.later.until')} width="medium" />
          <TextArea {...field('words-later')} label={t('cases.form.why-label')} rows={2} />
        </SmallForm>
      ) : null}
      <SmallForm
        {...props}
        title={t('cases.join.title')}
        verb="join"
        names={['into-join']}
        go={t('cases.join.go')}
      >
        <TextField
          {...field('into-join')}
          label={t('cases.join.into')}
          hint={t('cases.join.hint')}
          width="code"
          ltr
        />
      </SmallForm>
    </>
  );
}

/** Wishes that only the desk can grant, each with its yes and no. */
export function StopAsked({ view, data, file }: FormProps & { file: CaseFile }) {
  const { t } = view;
  return (
    <>
      {file.reports.map(({ facts, stopAsked }, at) =>
        stopAsked === null ? null : (
          <Panel key={facts.id} view={view} kind="warn" title={say(view, 'news', stopAsked)}>
            <Form view={view} action={caseHref(view, file.row.id, '/stop')}>
              <input type="hidden" name="report" value={facts.id} />
              <Radios
                {...fieldOf({ view, data }, `answer-${at}`)}
                legend={t('cases.stop.legend')}
                options={[
                  { value: 'delete', label: t('cases.stop.delete'), hint: t('cases.stop.delete-hint') },
                  { value: 'refuse', label: t('cases.stop.refuse') },
                ]}
              />
              <TextArea
                {...fieldOf({ view, data }, `words-stop-${at}`)}
                label={t('cases.form.why-label')}
                rows={2}
              />
              <Button kind="danger">{t('cases.stop.go')}</Button>
            </Form>
          </Panel>
        ),
      )}
    </>
  );
}
