// SPDX-License-Identifier: EUPL-1.2
import { HelpNumbers, Lead, Page, pathIn, Section, type View, Ways } from '#platform/ui';
import { REPORT } from '../form/frame.tsx';

/** The country's own list, in its own words. */
export function DutiesPage({
  view,
  duties,
}: {
  view: View;
  duties: { items: readonly string[]; own: boolean };
}) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.duties.title')}>
      {duties.items.length === 0 ? (
        <p>{t('reports.duties.empty')}</p>
      ) : (
        <>
          <Lead>{t('reports.duties.lead')}</Lead>
          {duties.own ? null : <p>{t('reports.duties.other-language')}</p>}
          <ul dir="auto">
            {duties.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>{t('reports.duties.before')}</p>
        </>
      )}
    </Page>
  );
}

/** What others can see and what we keep, said plainly, the limits too. */
export function PrivatePage({ view }: { view: View }) {
  const { t } = view;
  const we = [
    'reports.private.we-name',
    'reports.private.we-address',
    'reports.private.we-title',
    'reports.private.we-lock',
  ] as const;
  const you = [
    'reports.private.you-window',
    'reports.private.you-close',
    'reports.private.you-device',
    'reports.private.you-code',
  ] as const;
  return (
    <Page view={view} title={t('reports.private.title')} leave>
      <Lead>{t('reports.private.lead')}</Lead>
      <Section title={t('reports.private.we')}>
        <ul>
          {we.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('reports.private.leave')}>
        <p>{t('reports.private.leave-does')}</p>
        <p>{t('reports.private.leave-not')}</p>
      </Section>
      <Section title={t('reports.private.you')}>
        <ul>
          {you.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p>{t('reports.private.network')}</p>
      </Section>
    </Page>
  );
}

/** The numbers before anything else. */
export function HelpPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('reports.help.title')} leave>
      <Lead>{t('reports.help.lead')}</Lead>
      <HelpNumbers view={view} numbers={view.site.numbers} emergency={view.site.emergency} />
      <Ways
        view={view}
        items={[
          {
            href: pathIn(view, REPORT),
            label: t('reports.help.write'),
            hint: t('reports.help.write-hint'),
            icon: 'pencil',
          },
          { href: pathIn(view, '/code'), label: t('reports.help.code'), icon: 'ticket' },
          { href: pathIn(view, '/private'), label: t('reports.help.private'), icon: 'eye-off' },
        ]}
      />
    </Page>
  );
}
