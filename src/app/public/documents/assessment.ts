// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '#platform/i18n';
import type { Room } from '#platform/setup';
import type { Document, Facts, Section } from './document.ts';

interface Risk {
  name: 'home' | 'thief' | 'staff' | 'wish' | 'late' | 'false' | 'watch';
  room?: Room;
  chance: 'rare' | 'possible';
  harm: 'grave' | 'serious';
  places: readonly string[];
}

/** How likely and how bad each is in the default set-up, and where in the source it is met. */
const RISKS: readonly Risk[] = [
  {
    name: 'home',
    room: 'reports',
    chance: 'possible',
    harm: 'grave',
    places: ['src/platform/http/headers.ts', 'src/platform/ui/page/leave.tsx', 'src/rooms/reports'],
  },
  {
    name: 'thief',
    chance: 'rare',
    harm: 'grave',
    places: ['src/platform/seal', 'src/platform/log'],
  },
  {
    name: 'staff',
    chance: 'possible',
    harm: 'grave',
    places: ['src/platform/auth', 'src/platform/audit', 'src/platform/seal/objects/lease.ts'],
  },
  {
    name: 'wish',
    room: 'reports',
    chance: 'possible',
    harm: 'serious',
    places: ['src/rooms/reports/form/flow.ts', 'src/rooms/cases'],
  },
  {
    name: 'late',
    room: 'reports',
    chance: 'possible',
    harm: 'grave',
    places: ['src/platform/setup/missing.ts', 'src/platform/setup/hours.ts', 'src/rooms/cases'],
  },
  {
    name: 'false',
    chance: 'possible',
    harm: 'serious',
    places: ['src/rooms/cases', 'src/rooms/ratings'],
  },
  {
    name: 'watch',
    room: 'guard',
    chance: 'possible',
    harm: 'serious',
    places: ['src/rooms/guard'],
  },
];

/** The data-protection impact assessment of the default set-up. */
export function impactAssessment(t: Translate, { name }: Facts): Document {
  const need = [t('app.assess.need-why'), t('app.assess.need-less'), t('app.assess.need-end')];
  return {
    title: t('app.assess.title'),
    lead: t('app.assess.lead'),
    forChildren: false,
    sections: [
      {
        title: t('app.assess.t-what'),
        blocks: [t('app.assess.what'), { to: '/privacy/register', words: t('app.register.title') }],
      },
      { title: t('app.assess.t-need'), blocks: [{ list: need }] },
      { title: t('app.assess.t-asked'), blocks: [t('app.assess.asked')] },
      ...RISKS.map((risk) => riskSection(t, risk)),
      { title: t('app.assess.t-decide'), blocks: [t('app.assess.decide', { name }), t('app.assess.again')] },
      { title: t('app.assess.t-open'), blocks: [t('app.assess.open')] },
    ],
  };
}

function riskSection(t: Translate, { name, room, chance, harm, places }: Risk): Section {
  return {
    title: t(`app.assess.${name}`),
    ...(room === undefined ? {} : { room }),
    blocks: [
      {
        rows: [
          [t('app.assess.risk'), t('app.assess.level', { chance, harm })],
          [t('app.assess.measures'), t(`app.assess.${name}-measures`)],
          [t('app.assess.remains'), t(`app.assess.${name}-remains`)],
        ],
      },
      { label: t('app.assess.places'), places },
    ],
  };
}
