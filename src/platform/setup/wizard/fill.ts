// SPDX-License-Identifier: EUPL-1.2
import { ASKED_ROOMS, type Installation } from '../installation.ts';
import type { StepName } from './fields.ts';
import { type Typed, writeHours } from './read.ts';

/** What a set-up page shows as typed before anybody typed: the installation as it is. */
export function fillStep(step: StepName, site: Installation): Typed {
  return fillers[step](site);
}

const fillers: Record<StepName, (site: Installation) => Typed> = {
  place: (site) => ({
    country: site.country,
    name: site.name,
    shortAddress: site.shortAddress,
    languages: site.languages,
    childAge: String(site.childAge),
    timeZone: site.timeZone,
    exitSite: site.exitSite,
    brand: site.colours?.brand ?? '',
    brandDark: site.colours?.brandDark ?? '',
  }),
  help: () => ({}),
  law: (site) => ({
    imageLaw: site.imageLaw ?? '',
    bodyLink: site.imageBody?.link ?? '',
    ...spread('bodyName', site.imageBody?.name),
    ...spread('bodyLaw', site.imageBody?.law),
    ...spread(
      'duties',
      Object.fromEntries(Object.entries(site.duties).map(([lang, list]) => [lang, (list ?? []).join('\n')])),
    ),
    ...spread('denounce', site.denounce),
  }),
  desk: (site) => ({
    hours: writeHours(site.hours),
    holidays: site.holidays.join('\n'),
    ...Object.fromEntries(Object.entries(site.promised).map(([name, minutes]) => [name, String(minutes)])),
    roster: site.roster.join('\n'),
    ...contact('duty', site.duty),
    webhook: site.dutyWebhook?.url ?? '',
  }),
  contacts: (site) => ({
    ...contact('police', site.police),
    ...contact('helpline', site.helpline),
    handOver: site.handOver,
  }),
  privacy: (site) => ({
    ...Object.fromEntries(Object.entries(site.retention).map(([name, days]) => [name, String(days)])),
    contact: site.contact,
    ...spread('basis', site.basis),
    ...spread('watchdog', site.watchdog),
  }),
  rooms: (site) =>
    Object.fromEntries(
      ASKED_ROOMS.flatMap((room) => [
        [`${room}Off`, site.off[room] === undefined ? 'on' : 'off'],
        [`${room}Link`, site.off[room]?.link ?? ''],
        ...Object.entries(spread(`${room}Who`, site.off[room]?.who)),
      ]),
    ),
};

function spread(name: string, words: Partial<Record<string, string>> | undefined): Typed {
  return Object.fromEntries(
    Object.entries(words ?? {}).map(([lang, text]) => [`${name}-${lang}`, text ?? '']),
  );
}

function contact(who: string, value: Installation['duty']): Typed {
  return {
    [`${who}Name`]: value?.name ?? '',
    [`${who}Phone`]: value?.phone ?? '',
    [`${who}Email`]: value?.email ?? '',
    [`${who}CheckedOn`]: value?.checkedOn ?? '',
    [`${who}CheckedBy`]: value?.checkedBy ?? '',
  };
}
