// SPDX-License-Identifier: EUPL-1.2
import { formatDay } from '#platform/i18n';
import { Empty, Lead, LinkButton, Page, pathIn, Section, Table, type View, Ways } from '#platform/ui';
import type { Calendar, CalendarDay } from '../queries/calendar.ts';
import { langOf, pagePath, titleOf } from '../said.ts';
import { RecordLine } from './record-line.tsx';

interface CalendarProps {
  view: View;
  year: number;
  now: Date;
  calendar: Calendar;
}

/** Home of the room: what is on, the days of the year, its themes, and where to find one's own part. */
export function CalendarPage({ view, year, now, calendar }: CalendarProps) {
  const { t } = view;
  const { days, themes, campaigns } = calendar;
  return (
    <Page view={view} title={t('campaigns.home.title')}>
      <Lead>{t('campaigns.home.lead')}</Lead>
      <Ways
        view={view}
        strong
        items={[
          {
            href: pathIn(view, '/campaigns/your-part'),
            label: t('campaigns.part.title'),
            hint: t('campaigns.home.part'),
            icon: 'users',
          },
          {
            href: pathIn(view, '/campaigns/pack'),
            label: t('campaigns.pack.title'),
            hint: t('campaigns.home.pack'),
            icon: 'mail',
          },
        ]}
      />
      <Section title={t('campaigns.home.on')} id="on">
        {campaigns.length === 0 ? <Empty view={view} title={t('campaigns.home.none')} /> : null}
        <ul class="campaigns-list">
          {campaigns.map((one) => (
            <RecordLine key={one.id} view={view} record={one} />
          ))}
        </ul>
      </Section>
      <Section title={t('campaigns.home.days', { year: String(year) })}>
        <DaysTable view={view} now={now} days={days} year={year} />
        <Years view={view} year={year} />
      </Section>
      <Section title={t('campaigns.home.themes', { year: String(year) })} id="themes">
        {themes.length === 0 ? <p>{t('campaigns.home.no-theme')}</p> : null}
        <ul class="campaigns-list">
          {themes.map((one) => (
            <RecordLine key={one.id} view={view} record={one} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

interface DaysProps {
  view: View;
  now: Date;
  year: number;
  days: readonly CalendarDay[];
}

function DaysTable({ view, days, year }: DaysProps) {
  const { t } = view;
  if (days.length === 0) return <p>{t('campaigns.home.no-day')}</p>;
  return (
    <Table
      view={view}
      id="days-table"
      caption={t('campaigns.home.days', { year: String(year) })}
      captionHidden
      columns={[{ label: t('campaigns.home.day') }, { label: t('campaigns.home.what'), head: true }]}
      rows={days.map((day) => [
        dayWords(view, day),
        <span key="name">
          <a href={pagePath(view, day.record)} lang={langOf(day.record, view.lang)}>
            {titleOf(day.record, view.lang)}
          </a>
          {day.years === null ? null : ` · ${t('campaigns.home.years', { n: day.years })}`}
        </span>,
      ])}
    />
  );
}

function dayWords(view: View, { on }: CalendarDay) {
  if (on === null) return view.t('campaigns.home.not-set');
  return (
    <time dateTime={on}>{formatDay(new Date(`${on}T00:00:00Z`), { lang: view.lang, timeZone: 'UTC' })}</time>
  );
}

function Years({ view, year }: { view: View; year: number }) {
  const to = (other: number) => `${pathIn(view, '/campaigns')}?year=${other}`;
  return (
    <nav class="campaigns-years" aria-label={view.t('campaigns.home.years-nav')}>
      {[year - 1, year + 1].map((other) => (
        <LinkButton key={other} kind="quiet" href={to(other)}>
          {other}
        </LinkButton>
      ))}
    </nav>
  );
}
