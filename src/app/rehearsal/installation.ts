// SPDX-License-Identifier: EUPL-1.2
import { LANGS, type Lang } from '#platform/i18n';
import type { InstallationDoc } from '#platform/setup';

const inAll = (text: string) => Object.fromEntries(LANGS.map((lang) => [lang, text])) as Record<Lang, string>;

/**
 * An invented installation, complete at once: for the demonstration, the show, benches and tests. No number
 * in it can be called, no address can be written to (H11, H12, H20).
 */
export function inventedInstallation(day: string): Partial<InstallationDoc> {
  const contact = {
    name: 'Invented unit',
    phone: '000',
    email: 'unit@example.org',
    checkedOn: day,
    checkedBy: 'Rehearsal',
  };
  return {
    country: 'AQ',
    name: 'Rowan',
    shortAddress: 'rowan.example',
    languages: [...LANGS],
    childAge: 18,
    timeZone: 'UTC',
    exitSite: 'https://www.example.org/',
    imageLaw: 'A',
    imageBody: {
      name: inAll('Example Removal Body'),
      law: inAll('Example Act, section 1'),
      link: 'https://removal.example/',
    },
    numbers: inventedLines(day),
    duties: Object.fromEntries(LANGS.map((lang) => [lang, ['Example: somebody is in danger right now.']])),
    denounce: inAll('Example: the police ask questions. A parent or another adult may be with you.'),
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }],
    promised: { p0: 15, p1: 60, p2: 480, p3: 1440, p4: 4320 },
    roster: ['Linden', 'Alder'],
    duty: contact,
    police: contact,
    helpline: contact,
    handOver: 'Example: call the unit, read out the case number, write down theirs.',
    finishedOn: day,
  };
}

function inventedLines(day: string): InstallationDoc['numbers'] {
  const line = { free: true, hours: inAll('24/7'), checkedOn: day, checkedBy: 'Rehearsal' };
  return [
    {
      id: 'emergency',
      purpose: 'emergency',
      label: inAll('Example emergency line'),
      number: '000',
      ...line,
    },
    {
      id: 'child-line',
      purpose: 'child-line',
      label: inAll('Example child line'),
      number: '000 000',
      ...line,
    },
  ];
}
