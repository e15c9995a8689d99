// SPDX-License-Identifier: EUPL-1.2
import { formatDateTime } from '#platform/i18n';
import { ButtonRow, LinkButton, Page, pathIn, type View } from '#platform/ui';

export interface HomeView {
  reports: boolean;
  /** Out of hours: when a person reads next. Null while somebody is there. */
  readsNext: { at: Date; timeZone: string } | null;
  ratings: boolean;
  guard: boolean;
}

/** The first page: the one task that cannot wait, then the others, then who does what is not done here. */
export function Home({ view, home }: { view: View; home: HomeView }) {
  const { t } = view;
  return (
    <Page view={view} title={t('app.home.title')}>
      <p class="lead">{t('app.home.lead')}</p>
      {home.reports ? (
        <ButtonRow>
          <LinkButton href={pathIn(view, '/report')} icon="flag" view={view}>
            {t('app.home.report')}
          </LinkButton>
          <LinkButton href={pathIn(view, '/code')} icon="ticket" kind="secondary" view={view}>
            {t('app.home.code')}
          </LinkButton>
        </ButtonRow>
      ) : (
        <p>{t('app.home.closed')}</p>
      )}
      {home.reports && home.readsNext !== null ? (
        <p>
          {t('app.home.reads-next', {
            time: formatDateTime(home.readsNext.at, { lang: view.lang, timeZone: home.readsNext.timeZone }),
          })}
        </p>
      ) : null}
      <h2>{t('app.home.do')}</h2>
      <ul class="links">
        {home.ratings ? <HomeLink view={view} to="/check" words={t('app.home.check')} /> : null}
        {home.guard ? <HomeLink view={view} to="/home" words={t('app.home.protect')} /> : null}
        <HomeLink view={view} to="/duties" words={t('app.home.duties')} />
        <HomeLink view={view} to="/private" words={t('app.home.private')} />
      </ul>
      <OffRooms view={view} />
    </Page>
  );
}

function HomeLink({ view, to, words }: { view: View; to: string; words: string }) {
  return (
    <li>
      <a href={pathIn(view, to)}>{words}</a>
    </li>
  );
}

function OffRooms({ view }: { view: View }) {
  const { offRooms } = view.site;
  if (offRooms.length === 0) return null;
  return (
    <>
      <h2>{view.t('app.home.off')}</h2>
      <ul class="links">
        {offRooms.map((off) => (
          <li key={off.room}>{off.url === null ? off.name : <a href={off.url}>{off.name}</a>}</li>
        ))}
      </ul>
    </>
  );
}
