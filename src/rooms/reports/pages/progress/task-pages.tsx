// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Radios,
  TextArea,
  type View,
} from '#platform/ui';
import { WORDS_LIMIT } from '../../form/answers.ts';
import { INTENTS, type Intent } from '../../form/intent.ts';
import { DutiesLink } from '../form/care-steps.tsx';
import { WordForm } from '../shown/word-form.tsx';

interface TaskProps {
  view: View;
  errors: FieldErrors;
}

interface FrameProps extends TaskProps {
  title: string;
  /** The form whose words go along into another language. */
  form?: string;
  children: ComponentChildren;
}

const FORM = 'task';

function TaskFrame({ view, children, ...page }: FrameProps) {
  return (
    <Page view={view} back={{ href: pathIn(view, '/progress') }} {...page}>
      {children}
    </Page>
  );
}

/** T4: words and addresses, no file. */
export function AddPage({ view, errors, typed }: TaskProps & { typed: string }) {
  const { t } = view;
  return (
    <TaskFrame view={view} errors={errors} title={t('reports.add.title')} form={FORM}>
      <Form view={view} action={pathIn(view, '/progress/add')} id={FORM}>
        <TextArea
          view={view}
          name="words"
          label={t('reports.add.label')}
          hint={t('reports.add.hint')}
          limit={WORDS_LIMIT}
          errors={errors}
          value={typed}
        />
        <Panel view={view} kind="plain" icon="eye-off">
          <p>{t('reports.limits.pictures')}</p>
        </Panel>
        <Button>{t('reports.add.send')}</Button>
      </Form>
    </TaskFrame>
  );
}

export const STOPS = ['quiet', 'stop', 'delete'] as const;

/** T5: three kinds of end, and what cannot be undone, before the choice. */
export function StopPage({ view, errors }: TaskProps) {
  const { t } = view;
  return (
    <TaskFrame view={view} errors={errors} title={t('reports.stop.title')}>
      <p>{t('reports.stop.law')}</p>
      <DutiesLink view={view} />
      <Form view={view} action={pathIn(view, '/progress/stop')} id={FORM}>
        <Radios
          view={view}
          name="stop"
          legend={t('reports.stop.legend')}
          errors={errors}
          options={STOPS.map((value) => ({
            value,
            label: t(`reports.stop.${value}`),
            hint: t(`reports.stop.${value}-hint`),
          }))}
        />
        <p>{t('reports.stop.deleted')}</p>
        <Button>{t('reports.stop.button')}</Button>
      </Form>
    </TaskFrame>
  );
}

/** What the report is for, until the desk acted. Denouncing is offered with what then happens, never without (H24). */
export function WishPage({
  view,
  errors,
  intent,
  denounce,
}: TaskProps & { intent: Intent; denounce: string | null }) {
  const { t } = view;
  const offered = INTENTS.filter((one) => one !== 'denounce' || denounce !== null);
  return (
    <TaskFrame view={view} errors={errors} title={t('reports.wish.title')}>
      <Form view={view} action={pathIn(view, '/progress/wish')} id={FORM}>
        <Radios
          view={view}
          name="intent"
          legend={t('reports.wish.legend')}
          errors={errors}
          value={intent}
          options={offered.map((value) => ({ value, label: t(`reports.wish.${value}`) }))}
        />
        {denounce === null ? null : (
          <>
            <h2>{t('reports.denounce.then')}</h2>
            {(denounce === '' ? t('reports.denounce.empty') : denounce).split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p>{t('reports.denounce.duties')}</p>
          </>
        )}
        <Button>{t('reports.wish.button')}</Button>
      </Form>
      <DutiesLink view={view} />
    </TaskFrame>
  );
}

/** Somebody else to write with, without a reason. */
export function PersonPage({ view, errors }: TaskProps) {
  const { t } = view;
  return (
    <TaskFrame view={view} errors={errors} title={t('reports.other-person.title')}>
      <p>{t('reports.other-person.text')}</p>
      <Form view={view} action={pathIn(view, '/progress/person')} id={FORM}>
        <Button>{t('reports.other-person.button')}</Button>
      </Form>
    </TaskFrame>
  );
}

/** A secret word, later than on the page of the code: the code is typed once more. */
export function WordPage({ view, errors }: TaskProps) {
  const { t } = view;
  return (
    <TaskFrame view={view} errors={errors} title={t('reports.word.title')}>
      <p>{t('reports.word.why')}</p>
      <WordForm view={view} action="/progress/word" errors={errors} askCode />
    </TaskFrame>
  );
}
