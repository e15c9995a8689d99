// SPDX-License-Identifier: EUPL-1.2
import type { FullRecord } from '#platform/records';
import { Lead, Page, pathIn, Section, type View, Ways } from '#platform/ui';
import { DEEDS, type Deed, PARTS, WHO, WHO_ICONS, type Who } from './parts.ts';
import { RecordLine } from './record-line.tsx';

/** "Find your part": who somebody is, before what they can do. */
export function YourPartPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <Page view={view} title={t('campaigns.part.title')} back={{ href: pathIn(view, '/campaigns') }}>
      <Lead>{t('campaigns.part.lead')}</Lead>
      <Ways
        view={view}
        items={WHO.map((who) => ({
          href: pathIn(view, `/campaigns/your-part/${who}`),
          label: t(`campaigns.who.${who}`),
          hint: t(`campaigns.who.${who}.hint`),
          icon: WHO_ICONS[who],
        }))}
      />
    </Page>
  );
}

interface PartProps {
  view: View;
  who: Who;
  /** Those of this year that speak to everybody or to them. */
  campaigns: readonly FullRecord[];
}

export function PartPage({ view, who, campaigns }: PartProps) {
  const { t } = view;
  const mine = campaigns.filter((one) => speaksTo(one, who));
  return (
    <Page
      view={view}
      title={t(`campaigns.who.${who}.title`)}
      back={{ href: pathIn(view, '/campaigns/your-part') }}
    >
      <Lead>{t(`campaigns.who.${who}.lead`)}</Lead>
      <Ways view={view} strong={false} items={PARTS[who].map((deed) => wayTo(view, deed))} />
      {mine.length === 0 ? null : (
        <Section title={t('campaigns.part.on')}>
          <ul class="campaigns-list">
            {mine.map((one) => (
              <RecordLine key={one.id} view={view} record={one} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function wayTo(view: View, deed: Deed) {
  const { path, icon } = DEEDS[deed];
  const { t } = view;
  return {
    href: pathIn(view, path),
    label: t(`campaigns.do.${deed}`),
    hint: t(`campaigns.do.${deed}.hint`),
    icon,
  };
}

// The words of the vocabulary that each of ours covers.
const AUDIENCES: Readonly<Record<Who, readonly string[]>> = {
  child: ['child', 'young-person'],
  parent: ['parent'],
  teacher: ['teacher'],
  company: ['company'],
  ngo: ['professional'],
  official: ['policy-maker', 'legal', 'police'],
  media: ['media'],
  everyone: [],
};

function speaksTo({ facts }: FullRecord, who: Who): boolean {
  const audiences = Array.isArray(facts.audiences) ? facts.audiences.map(String) : [];
  return audiences.includes('everyone') || AUDIENCES[who].some((one) => audiences.includes(one));
}
