// SPDX-License-Identifier: EUPL-1.2
import { Page, pathIn, type View } from '#platform/ui';
import { MoreAbout } from './documents/document-page.tsx';

/** Who runs this place and on what; the way to the desk for staff stands here, not on the child's home page. */
export function About({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('app.about.title')}>
      <p>{t('app.about.what')}</p>
      <p>{t('app.about.numbers')}</p>
      <p>{t('app.about.open')}</p>
      <p>
        <a href={pathIn(view, '/desk')}>{t('app.home.desk')}</a>
      </p>
      <MoreAbout view={view} />
    </Page>
  );
}
