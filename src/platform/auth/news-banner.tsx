// SPDX-License-Identifier: EUPL-1.2
import { formatShort } from '#platform/i18n';
import { Panel, type View } from '#platform/ui';
import type { KeyNews } from './keys/news.ts';
import { teamWord } from './pages/words.ts';

interface NewsBannerProps {
  view: View;
  /** From `keyNews`. */
  news: readonly KeyNews[];
  timeZone: string;
}

/** Tells every member of a team for some days who was given its key and who lost it; nothing where nothing happened. */
export function NewsBanner({ view, news, timeZone }: NewsBannerProps) {
  const { t } = view;
  if (news.length === 0) return null;
  return (
    <Panel view={view} kind="warn" icon="key-round" title={t('auth.news.title')}>
      <ul>
        {news.map(({ id, act, who, by, at, team }) => {
          const words = {
            who,
            team: teamWord(view, team),
            by: by ?? t('auth.news.console'),
            time: formatShort(at, { lang: view.lang, timeZone }),
          };
          return <li key={id}>{t(`auth.news.${act}`, words)}</li>;
        })}
      </ul>
      <p>{t('auth.news.doubt')}</p>
    </Panel>
  );
}
