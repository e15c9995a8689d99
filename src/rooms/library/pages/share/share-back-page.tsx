// SPDX-License-Identifier: EUPL-1.2
import { type FormView, RecordInputs } from '#platform/records';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Section,
  TextArea,
  Thread,
  type ThreadMessage,
  type View,
} from '#platform/ui';
import type { Standing } from '../../queries/submissions.ts';

export interface BackView {
  code: string;
  title: string;
  standing: Standing;
  thread: readonly ThreadMessage[];
  /** Where it is published, without language. */
  published: string | null;
  /** The draft in the short form, while the sender may change it. */
  form: FormView | null;
  bases: { facts: number; words: number };
  words: string;
  errors: FieldErrors;
  note: 'saved' | 'answered' | 'clash' | null;
}

/** How a shared practice stands: the reviewer's questions, the sender's answers, and the draft until it is reviewed. */
export function ShareBackPage({ view, back }: { view: View; back: BackView }) {
  const { t } = view;
  const { standing, note } = back;
  return (
    <Page view={view} title={back.title} caption={t('library.home.back')} errors={back.errors}>
      {note === null ? null : (
        <Panel
          view={view}
          kind={note === 'clash' ? 'warn' : 'ok'}
          title={t(`library.share.note-${note}`)}
          live
        />
      )}
      <Panel view={view} title={t(`library.standing.${standing}`)}>
        <p>{t(`library.standing.${standing}-what`)}</p>
        {back.published === null ? null : (
          <p>
            <a href={pathIn(view, back.published)}>{t('library.share.read-it')}</a>
          </p>
        )}
      </Panel>
      <Talk view={view} back={back} />
      {back.form === null ? null : <Draft view={view} back={back} form={back.form} />}
    </Page>
  );
}

function Talk({ view, back }: { view: View; back: BackView }) {
  const { t } = view;
  return (
    <Section title={t('library.share.talk')}>
      {back.thread.length === 0 ? <p>{t('library.share.no-talk')}</p> : null}
      {back.thread.length === 0 ? null : <Thread view={view} messages={back.thread} />}
      <Form view={view} action={pathIn(view, '/library/share/back')}>
        <input type="hidden" name="code" value={back.code} />
        <TextArea
          view={view}
          name="message"
          label={t('library.share.write')}
          value={back.words}
          errors={back.errors}
        />
        <Button kind="secondary" name="go" value="answer">
          {t('library.share.answer')}
        </Button>
      </Form>
    </Section>
  );
}

function Draft({ view, back, form }: { view: View; back: BackView; form: FormView }) {
  const { t } = view;
  return (
    <Section title={t('library.share.draft')}>
      <Form view={view} action={pathIn(view, '/library/share/back')}>
        <input type="hidden" name="code" value={back.code} />
        <input type="hidden" name="base-facts" value={back.bases.facts} />
        <input type="hidden" name="base-words" value={back.bases.words} />
        <RecordInputs view={view} form={form} />
        <Button name="go" value="save">
          {t('library.share.save')}
        </Button>
      </Form>
    </Section>
  );
}
