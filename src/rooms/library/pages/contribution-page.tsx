// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { LANGS } from '#platform/i18n';
import { Day, ownName } from '#platform/records';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  Panel,
  pathIn,
  Section,
  Select,
  TextField,
  type View,
} from '#platform/ui';
import type { PlainDocument } from '../documents/document.ts';
import { DocumentView } from './document-view.tsx';

export interface ContributionView {
  actor: Actor;
  id: number;
  document: PlainDocument;
  meeting: string;
  action: string;
  sentOn: string | null;
  sentTo: string | null;
  errors: FieldErrors;
}

const pathOf = (id: number, rest = '') => `/desk/library/practice/${id}/contribution${rest}`;

/** A good practice in the form that the secretariat of the initiative takes; a person sends it. */
export function ContributionPage({ view, shown }: { view: View; shown: ContributionView }) {
  const { t } = view;
  const { document, sentOn } = shown;
  const asked = { to: document.lang, meeting: shown.meeting, action: shown.action };
  const as = (form: string) =>
    `${pathIn(view, pathOf(shown.id))}?${new URLSearchParams({ ...asked, as: form })}`;
  return (
    <Page
      view={view}
      title={t('library.contribution.title-of')}
      back={{ href: pathIn(view, `/desk/record/${shown.id}`) }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'library')}
    >
      <div class="library-screen">
        {sentOn === null ? null : (
          <Panel view={view} kind="ok" title={t('library.contribution.sent', { to: shown.sentTo ?? '' })}>
            <p>
              <Day view={view} day={sentOn} />
            </p>
          </Panel>
        )}
        <p>{t('library.contribution.how')}</p>
        <Choose view={view} shown={shown} />
        <p class="links">
          <a href={as('text')}>{t('library.document.text')}</a>{' '}
          <a href={as('data')}>{t('library.document.data')}</a>
        </p>
      </div>
      <DocumentView document={document} />
      <div class="library-screen">
        <Section title={t('library.contribution.note')}>
          <Form view={view} action={pathIn(view, pathOf(shown.id, '/sent'))}>
            <TextField view={view} name="sentTo" label={t('library.contribution.to')} errors={shown.errors} />
            <Button>{t('library.contribution.note')}</Button>
          </Form>
        </Section>
      </div>
    </Page>
  );
}

function Choose({ view, shown }: { view: View; shown: ContributionView }) {
  const { t } = view;
  return (
    <Form view={view} action={pathIn(view, pathOf(shown.id))} method="get">
      <Select
        view={view}
        name="to"
        label={t('library.document.language')}
        value={shown.document.lang}
        options={LANGS.map((lang) => ({ value: lang, label: ownName(lang) }))}
      />
      <TextField
        view={view}
        name="meeting"
        label={t('library.contribution.meeting')}
        value={shown.meeting}
        optional
      />
      <TextField
        view={view}
        name="action"
        label={t('library.contribution.action')}
        value={shown.action}
        optional
      />
      <Button kind="secondary">{t('library.document.make')}</Button>
    </Form>
  );
}
