// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { LinkButton, Page, pathIn, type View } from '#platform/ui';
import type { ProblemError, ProblemKind } from './problems.ts';

// A room's own code has its own sentence; the general kinds have these.
const sentences: Record<ProblemKind, { title: MessageKey; text: MessageKey }> = {
  'not-found': { title: 'http.not-found.title', text: 'http.not-found.text' },
  'verb-refused': { title: 'http.not-found.title', text: 'http.not-found.text' },
  'not-allowed': { title: 'http.not-allowed.title', text: 'http.not-allowed.text' },
  'signed-out': { title: 'http.signed-out.title', text: 'http.signed-out.text' },
  'confirm-first': { title: 'http.signed-out.title', text: 'http.signed-out.text' },
  conflict: { title: 'http.conflict.title', text: 'http.conflict.text' },
  'too-many': { title: 'http.too-many.title', text: 'http.too-many.text' },
  unavailable: { title: 'http.unavailable.title', text: 'http.unavailable.text' },
  'bad-request': { title: 'http.bad-request.title', text: 'http.bad-request.text' },
  'too-large': { title: 'http.too-large.title', text: 'http.too-large.text' },
  'files-refused': { title: 'http.files-refused.title', text: 'http.files-refused.text' },
  defect: { title: 'http.defect.title', text: 'http.defect.text' },
};

const fileTooLarge: { title: MessageKey; text: MessageKey } = {
  title: 'http.file-too-large.title',
  text: 'http.file-too-large.text',
};

/** The page of a request that could not go on; the help numbers stand on it as on every page. */
export function problemPage(view: View, problem: ProblemError) {
  const { t } = view;
  const words = problem.code === 'http.file-too-large' ? fileTooLarge : sentences[problem.kind];
  const [room = 'http', code = ''] = problem.code.split('.');
  const own = room === 'http' || room === 'seal' ? null : (`${room}.error.${code}` as MessageKey);
  return (
    <Page view={view} title={t(words.title)}>
      <p>{t(own ?? words.text)}</p>
      {problem.code === 'http.stale-form' ? <p>{t('http.stale-form.text')}</p> : null}
      <LinkButton href={pathIn(view, '/')}>{t('http.home')}</LinkButton>
    </Page>
  );
}
