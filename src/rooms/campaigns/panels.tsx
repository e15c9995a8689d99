// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { formatNumber } from '#platform/i18n';
import { backlinksTo, type FullRecord, type RecordRoom, readRecords } from '#platform/records';
import { LinkButton, pathIn, Section, Typed, type View } from '#platform/ui';
import { supportersOf } from './queries/supports.ts';

/** What a campaign's page shows besides its words: its kit, what was done, who carries it. */
export const panels: NonNullable<RecordRoom['panels']> = {
  campaign: [kitPanel, reachPanel, supportersPanel],
  theme: [supportersPanel],
};

function kitPanel(_ctx: Ctx, record: FullRecord, view: View) {
  const { t } = view;
  return (
    <Section title={t('campaigns.kit.title')} id="kit">
      <p>{t('campaigns.kit.lead')}</p>
      <LinkButton view={view} icon="printer" href={pathIn(view, `/campaigns/kit/${record.id}`)}>
        {t('campaigns.kit.open')}
      </LinkButton>
    </Section>
  );
}

/** How many reports came back, and how many people they say were reached; the reports themselves are listed below. */
async function reachPanel(ctx: Ctx, record: FullRecord, view: View) {
  const links = await backlinksTo(ctx.db, record.id, { lang: view.lang, face: 0, level: 0 });
  const ids = links.filter(({ kind }) => kind === 'activity-report').map(({ id }) => id);
  if (ids.length === 0) return null;
  const reports = await readRecords(ctx.db, ids, { face: 0, level: 0 });
  const reached = reports.reduce(
    (sum, { facts }) => sum + (typeof facts.reached === 'number' ? facts.reached : 0),
    0,
  );
  const numbers = { n: reports.length, reached: formatNumber(reached, view) };
  return (
    <Section title={view.t('campaigns.reach.title')} id="reach">
      <p>{view.t('campaigns.reach.said', numbers)}</p>
    </Section>
  );
}

async function supportersPanel(ctx: Ctx, record: FullRecord, view: View) {
  const supporters = await supportersOf(ctx.db, record.id);
  if (supporters.length === 0) return null;
  const { t } = view;
  return (
    <Section
      title={t(record.kind === 'theme' ? 'campaigns.supporters.theme' : 'campaigns.supporters.title')}
      id="with"
    >
      <ul class="campaigns-list">
        {supporters.map((one) => (
          <li key={one.id}>
            <strong>
              <Typed>{one.organisation}</Typed>
            </strong>{' '}
            ({t(`campaigns.support.${one.way}`)})
            <p class="campaigns-about" lang={one.lang}>
              <Typed>{one.words}</Typed>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
