// SPDX-License-Identifier: EUPL-1.2
import { formatShort, formatTime } from '#platform/i18n';
import { Button, Form, Panel, pathIn, Radios, Section, TextArea, Thread, type View } from '#platform/ui';
import { WORDS_LIMIT } from '../../form/answers.ts';
import { QUICK } from '../../form/reply.ts';
import type { ProgressPageView } from './progress-view.ts';

/** The form of an answer, which the page's language buttons send along. */
export const TALK_FORM = 'message';

/** T3: the talk, oldest first, and one form for an answer. Nothing tells when somebody reads or types. */
export function Talk({ view, page }: { view: View; page: ProgressPageView }) {
  const { t } = view;
  const { messages } = page.status;
  return (
    <Section title={t('reports.progress.messages')} id="talk">
      {messages.length === 0 ? (
        <p>{t('reports.progress.no-messages')}</p>
      ) : (
        <Thread
          view={view}
          messages={messages.map(({ id, mine, alias, words, at }) => ({
            id,
            mine,
            from: alias,
            at: formatShort(at, page.where),
            text: words,
            ...(mine ? { note: t('reports.asked.answer') } : {}),
          }))}
        />
      )}
      <Form view={view} action={pathIn(view, '/progress')} id={TALK_FORM}>
        <TextArea
          view={view}
          name="words"
          label={t('reports.write.label')}
          hint={t('reports.limits.pictures')}
          rows={4}
          limit={WORDS_LIMIT}
          errors={page.errors}
          value={page.typed.words}
        />
        <Radios
          view={view}
          name="quick"
          legend={t('reports.write.quick')}
          inline
          value={page.typed.quick}
          options={QUICK.map((value) => ({ value, label: t(`reports.write.${value}`) }))}
        />
        <Button icon="send" view={view}>
          {t('reports.write.send')}
        </Button>
      </Form>
      <Panel view={view} kind="plain" icon="refresh-cw">
        <p>
          {t('reports.progress.checked', { time: formatTime(page.now, page.where) })}{' '}
          <a href={pathIn(view, '/progress')}>{t('reports.progress.look-again')}</a>
        </p>
      </Panel>
    </Section>
  );
}
