// SPDX-License-Identifier: EUPL-1.2
import { formatDateTime } from '#platform/i18n';
import { Lead, Page, pathIn, Section, type View, type Way, Ways } from '#platform/ui';

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
      <Lead>{t('app.home.lead')}</Lead>
      {home.reports ? <Telling view={view} readsNext={home.readsNext} /> : <p>{t('app.home.closed')}</p>}
      <Section title={t('app.home.do')}>
        <Ways view={view} items={waysOf(view, home)} />
      </Section>
      <OffRooms view={view} />
    </Page>
  );
}

function Telling({ view, readsNext }: { view: View } & Pick<HomeView, 'readsNext'>) {
  const { t } = view;
  return (
    <>
      <Ways
        view={view}
        strong
        items={[
          {
            href: pathIn(view, '/report'),
            label: t('app.home.report'),
            hint: t('app.home.report-hint'),
            icon: 'flag',
          },
          {
            href: pathIn(view, '/code'),
            label: t('app.home.code'),
            hint: t('app.home.code-hint'),
            icon: 'ticket',
          },
        ]}
      />
      {readsNext === null ? null : (
        <p>
          {t('app.home.reads-next', {
            time: formatDateTime(readsNext.at, { lang: view.lang, timeZone: readsNext.timeZone }),
          })}
        </p>
      )}
    </>
  );
}

function waysOf(view: View, home: HomeView): Way[] {
  const { t } = view;
  const ways: (Way & { there: boolean })[] = [
    { href: '/check', label: t('app.home.check'), icon: 'search', there: home.ratings },
    { href: '/home', label: t('app.home.protect'), icon: 'smartphone', there: home.guard },
    { href: '/library', label: t('app.home.library'), icon: 'book-open', there: true },
    { href: '/duties', label: t('app.home.duties'), icon: 'scale', there: true },
    { href: '/private', label: t('app.home.private'), icon: 'eye-off', there: true },
  ];
  return ways
    .filter(({ there, href }) => there && !isOff(view, href))
    .map(({ there: _, ...way }) => ({ ...way, href: pathIn(view, way.href) }));
}

/** Rooms of records stand under their own name. */
const isOff = (view: View, href: string) => view.site.offRooms.some(({ room }) => href === `/${room}`);

function OffRooms({ view }: { view: View }) {
  const { offRooms } = view.site;
  if (offRooms.length === 0) return null;
  return (
    <Section title={view.t('app.home.off')}>
      <ul class="links">
        {offRooms.map((off) => (
          <li key={off.room}>{off.url === null ? off.name : <a href={off.url}>{off.name}</a>}</li>
        ))}
      </ul>
    </Section>
  );
}
