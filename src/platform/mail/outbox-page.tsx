// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { formatDateTime, type MessageKey } from '#platform/i18n';
import { Button, Empty, Form, Page, Panel, pathIn, Table, type View } from '#platform/ui';

export interface OutboxRow {
  id: string;
  purpose: string;
  state: 'queued' | 'sent' | 'failed' | 'gone';
  at: Date;
  code: string | null;
  /** Shown only where no mail server is set: then a person sends it by hand. */
  words: { to: string; subject: string; text: string } | null;
}

export interface OutboxView {
  rows: readonly OutboxRow[];
  smtp: boolean;
  timeZone: string;
  /** The desk's navigation. */
  nav: ComponentChildren;
}

/** What was mailed and what waits. Without a mail server it shows what would go, so that nothing is lost silently. */
export function OutboxPage({ view, data }: { view: View; data: OutboxView }) {
  const { t } = view;
  return (
    <Page
      view={view}
      nav={data.nav}
      title={t('mail.outbox.title')}
      back={{ href: pathIn(view, '/desk') }}
      wide
    >
      {data.smtp ? null : <Panel view={view} kind="warn" title={t('mail.outbox.no-smtp')} />}
      <Form view={view} action={pathIn(view, '/desk/mail/alarm')}>
        <Button kind="secondary" icon="bell" view={view}>
          {t('mail.alarm.go')}
        </Button>
        <p class="hint">{t('mail.alarm.hint')}</p>
      </Form>
      {data.rows.length === 0 ? (
        <Empty view={view} title={t('mail.outbox.empty')} />
      ) : (
        <Table
          view={view}
          id="outbox"
          caption={t('mail.outbox.title')}
          captionHidden
          columns={['when', 'purpose', 'state', 'words'].map((name) => ({
            label: t(`mail.outbox.${name}` as MessageKey),
          }))}
          rows={data.rows.map((row) => [
            formatDateTime(row.at, { lang: view.lang, timeZone: data.timeZone }),
            row.purpose,
            t(`mail.state.${row.state}` as MessageKey) + (row.code === null ? '' : ` (${row.code})`),
            row.words === null ? '' : `${row.words.to}: ${row.words.subject}. ${row.words.text}`,
          ])}
        />
      )}
    </Page>
  );
}
