// SPDX-License-Identifier: EUPL-1.2
import { deskNav } from '#platform/auth';
import type { Actor } from '#platform/ctx';
import { LANGS } from '#platform/i18n';
import { type LinkedTitle, ownName } from '#platform/records';
import { Button, Checkboxes, Form, LinkButton, Page, pathIn, Select, Typed, type View } from '#platform/ui';
import type { PlainDocument } from '../../documents/document.ts';
import { DocumentView } from '../document-view.tsx';

export interface AnswerView {
  actor: Actor;
  id: number;
  documents: readonly PlainDocument[];
  practices: readonly LinkedTitle[];
  chosen: readonly number[];
}

/** Our answer to a letter, in two languages, as one document to print. */
export function AnswerPage({ view, shown }: { view: View; shown: AnswerView }) {
  const { t } = view;
  const path = pathIn(view, `/desk/library/letters/${shown.id}/answer`);
  const [first, second] = shown.documents;
  const query = new URLSearchParams([
    ['first', first?.lang ?? ''],
    ['second', second?.lang ?? ''],
    ...shown.chosen.map((id) => ['practice', String(id)]),
    ['as', 'text'],
  ]);
  return (
    <Page
      view={view}
      title={t('library.answer.title')}
      back={{ href: pathIn(view, `/desk/library/tasks/of/${shown.id}`) }}
      nav={deskNav(view, shown.actor, 'letters')}
    >
      <div class="library-screen">
        <p>{t('library.answer.how')}</p>
        <Form view={view} action={path} method="get">
          <Language view={view} name="first" label={t('library.answer.first')} value={first?.lang} />
          <Language view={view} name="second" label={t('library.answer.second')} value={second?.lang} />
          {shown.practices.length === 0 ? null : (
            <Checkboxes
              view={view}
              name="practice"
              legend={t('library.answer.practices')}
              options={shown.practices.map(({ id, title }) => ({
                value: String(id),
                label: <Typed>{title}</Typed>,
              }))}
              values={shown.chosen.map(String)}
            />
          )}
          <Button>{t('library.document.make')}</Button>
        </Form>
        <p class="links">
          <a href={`${path}?${query}`}>{t('library.document.text')}</a>{' '}
          <LinkButton
            kind="secondary"
            href={pathIn(view, `/desk/records/letter/new?direction=out&answers=${shown.id}`)}
          >
            {t('library.answer.register')}
          </LinkButton>
        </p>
      </div>
      {shown.documents.map((document) => (
        <DocumentView key={document.lang} document={document} />
      ))}
    </Page>
  );
}

interface LanguageProps {
  view: View;
  name: string;
  label: string;
  value: string | undefined;
}

function Language({ view, name, label, value }: LanguageProps) {
  const options = LANGS.map((lang) => ({ value: lang as string, label: ownName(lang) }));
  return <Select view={view} name={name} label={label} options={options} value={value ?? ''} />;
}
