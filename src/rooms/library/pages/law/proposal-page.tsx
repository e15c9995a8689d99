// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { LANGS } from '#platform/i18n';
import { deskPath, ownName } from '#platform/records';
import {
  Button,
  type FieldErrors,
  Form,
  Page,
  pathIn,
  Section,
  Select,
  TextField,
  type View,
} from '#platform/ui';
import type { PlainDocument } from '../../documents/document.ts';
import { DocumentView } from '../document-view.tsx';

export interface ProposalView {
  actor: Actor;
  id: number;
  document: PlainDocument;
  to: string;
  errors: FieldErrors;
}

/** An amendment as the body that can pass it reads it. */
export function ProposalPage({ view, shown }: { view: View; shown: ProposalView }) {
  const { t } = view;
  const path = pathIn(view, `/desk/library/amendment/${shown.id}/proposal`);
  return (
    <Page
      view={view}
      title={t('library.proposal.title')}
      back={{ href: deskPath(view, shown.id) }}
      errors={shown.errors}
      nav={deskNav(view, shown.actor, 'letters')}
    >
      <div class="library-screen">
        <p>{t('library.proposal.how')}</p>
        <Form view={view} action={path} method="get">
          <Select
            view={view}
            name="to"
            label={t('library.document.language')}
            value={shown.document.lang}
            options={LANGS.map((lang) => ({ value: lang, label: ownName(lang) }))}
          />
          <Button kind="secondary">{t('library.document.make')}</Button>
        </Form>
        <p class="links">
          <a href={`${path}?to=${shown.document.lang}&as=text`}>{t('library.document.text')}</a>
        </p>
      </div>
      <DocumentView document={shown.document} />
      <div class="library-screen">
        <Section title={t('library.contribution.note')}>
          <Form view={view} action={`${path}/sent`}>
            <TextField
              view={view}
              name="body"
              label={t('library.amendment.proposedTo')}
              value={shown.to}
              errors={shown.errors}
            />
            <Button>{t('library.contribution.note')}</Button>
          </Form>
        </Section>
      </div>
    </Page>
  );
}
