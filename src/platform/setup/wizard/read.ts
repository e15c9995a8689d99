// SPDX-License-Identifier: EUPL-1.2
import { isLang, type Lang, type MessageKey } from '#platform/i18n';
import { colourProblems, type FieldError } from '#platform/ui';
import {
  ASKED_ROOMS,
  type HelpLine,
  type Installation,
  type InstallationDoc,
  type Room,
} from '../installation.ts';
import type { StepName } from './fields.ts';

export type Typed = Record<string, string | string[]>;
export type StepResult = { ok: true; change: Partial<InstallationDoc> } | { ok: false; errors: FieldError[] };

/** What was typed on one set-up page, read strictly; the errors name the field and stay beside the typing. */
export function readStep(step: StepName, typed: Typed, site: Installation): StepResult {
  const reader = createReader(typed, step);
  const change = readers[step](reader, site);
  return reader.errors.length > 0 ? { ok: false, errors: reader.errors } : { ok: true, change };
}

type Reader = ReturnType<typeof createReader>;

function createReader(typed: Typed, step: StepName) {
  const errors: FieldError[] = [];
  const text = (name: string) => String([typed[name] ?? ''].flat()[0] ?? '').trim();
  const fail = (field: string, why: string) => {
    errors.push({ field, message: `setup.${step}.error.${why}` as MessageKey });
  };
  return {
    errors,
    fail,
    text,
    list: (name: string) => [typed[name] ?? []].flat().filter((one) => one !== ''),
    lines: (name: string) =>
      text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    /** Text that has to be there. */
    need: (name: string) => {
      const value = text(name);
      if (value === '') fail(name, name);
      return value;
    },
    words: (name: string, languages: readonly Lang[], needed: boolean) => {
      const found = languages.flatMap((lang) => {
        const value = text(`${name}-${lang}`);
        if (value === '' && needed) fail(`${name}-${lang}`, name);
        return value === '' ? [] : [[lang, value] as const];
      });
      return Object.fromEntries(found) as Partial<Record<Lang, string>>;
    },
    whole: (name: string, [least, most]: [number, number]) => {
      const value = text(name);
      const n = Number(value);
      if (!/^\d+$/.test(value) || n < least || n > most) fail(name, name);
      return n;
    },
    link: (name: string, needed: boolean) => {
      const value = text(name);
      if (value === '' && !needed) return '';
      if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) fail(name, name);
      return value;
    },
    day: (name: string) => {
      const value = text(name);
      if (value !== '' && !/^\d{4}-\d\d-\d\d$/.test(value)) fail(name, 'date');
      return value === '' ? null : value;
    },
  };
}

const readers: Record<StepName, (reader: Reader, site: Installation) => Partial<InstallationDoc>> = {
  place: readPlace,
  help: readHelp,
  law: readLaw,
  desk: readDesk,
  contacts: (reader) => ({
    police: readContact(reader, 'police'),
    helpline: readContact(reader, 'helpline'),
    handOver: reader.need('handOver'),
  }),
  privacy: readPrivacy,
  rooms: (reader, site) => ({
    off: Object.fromEntries(
      ASKED_ROOMS.flatMap((room): [Room, { who: Partial<Record<Lang, string>>; link: string }][] =>
        reader.text(`${room}Off`) === 'off'
          ? [
              [
                room,
                {
                  who: reader.words(`${room}Who`, site.languages, true),
                  link: reader.link(`${room}Link`, false),
                },
              ],
            ]
          : [],
      ),
    ),
  }),
};

function readPlace(reader: Reader): Partial<InstallationDoc> {
  const languages = reader.list('languages').filter(isLang);
  if (languages.length === 0) reader.fail('languages', 'languages');
  const brand = reader.text('brand');
  const brandDark = reader.text('brandDark');
  const colours = brand === '' && brandDark === '' ? null : { brand, brandDark };
  if (colours !== null && colourProblems(colours).length > 0) reader.fail('brand', 'brand');
  return {
    country: reader.need('country'),
    name: reader.need('name'),
    shortAddress: reader.need('shortAddress'),
    languages,
    childAge: reader.whole('childAge', [14, 21]),
    timeZone: reader.need('timeZone'),
    exitSite: reader.link('exitSite', true),
    colours,
  };
}

function readHelp(reader: Reader, site: Installation): Partial<InstallationDoc> {
  const gone = reader.text('remove');
  if (gone !== '') return { numbers: site.numbers.filter((line) => line.id !== gone) };
  const purpose = reader.need('purpose') as HelpLine['purpose'];
  const number = reader.need('number');
  if (number !== '' && !/^[+\d][\d ()-]{1,24}$/.test(number)) reader.fail('number', 'number');
  const checkedOn = reader.day('checkedOn');
  const line: HelpLine = {
    id: `${purpose}-${number.replaceAll(/\D/g, '')}`,
    purpose,
    label: reader.words('label', site.languages, true),
    number,
    free: reader.list('free').includes('yes'),
    hours: reader.words('hours', site.languages, true),
    checkedOn,
    checkedBy: checkedOn === null ? null : reader.need('checkedBy'),
  };
  return { numbers: [...site.numbers.filter((other) => other.id !== line.id), line] };
}

function readLaw(reader: Reader, site: Installation): Partial<InstallationDoc> {
  const imageLaw = reader.need('imageLaw');
  const body = reader.words('bodyName', site.languages, false);
  const duties = site.languages.map((lang) => {
    const lines = reader.lines(`duties-${lang}`);
    if (lines.length === 0) reader.fail(`duties-${lang}`, 'duties');
    return [lang, lines] as const;
  });
  return {
    imageLaw: imageLaw === 'A' || imageLaw === 'B' ? imageLaw : null,
    imageBody:
      Object.keys(body).length === 0
        ? null
        : {
            name: body,
            law: reader.words('bodyLaw', site.languages, true),
            link: reader.link('bodyLink', true),
          },
    duties: Object.fromEntries(duties),
    denounce: reader.words('denounce', site.languages, true),
  };
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const span = /^([a-z]{3})(?:-([a-z]{3}))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)$/;

/** `mon-fri 09:00-17:00`: the one form that reads the same in every language of staff. */
export function readHours(line: string): InstallationDoc['hours'][number] | null {
  const found = span.exec(line.trim().toLowerCase());
  if (found === null) return null;
  const [, first = '', last = first, fromHour, fromMinute, toHour, toMinute] = found;
  const start = dayNames.indexOf(first);
  const end = dayNames.indexOf(last);
  const from = `${fromHour}:${fromMinute}`;
  const to = `${toHour}:${toMinute}` === '24:00' ? '23:59' : `${toHour}:${toMinute}`;
  if (start < 0 || end < 0 || from >= to) return null;
  const count = ((end - start + 7) % 7) + 1;
  return { days: Array.from({ length: count }, (_, at) => ((start + at) % 7) + 1).sort(), from, to };
}

export function writeHours(hours: InstallationDoc['hours']): string {
  return hours
    .flatMap(({ days, from, to }) => days.map((day) => `${dayNames[day - 1]} ${from}-${to}`))
    .join('\n');
}

function readDesk(reader: Reader, site: Installation): Partial<InstallationDoc> {
  const hours = reader.lines('hours').map(readHours);
  if (hours.length === 0 || hours.includes(null)) reader.fail('hours', 'hours');
  const holidays = reader.lines('holidays');
  if (holidays.some((line) => !/^\d{4}-\d\d-\d\d$/.test(line))) reader.fail('holidays', 'holidays');
  const roster = reader.lines('roster');
  if (roster.length === 0) reader.fail('roster', 'roster');
  const webhook = reader.link('webhook', false);
  if (webhook !== '' && !webhook.startsWith('https:')) reader.fail('webhook', 'webhook');
  return {
    hours: hours.filter((one) => one !== null),
    holidays,
    promised: {
      p0: reader.whole('p0', [1, 240]),
      p1: reader.whole('p1', [1, 1440]),
      p2: reader.whole('p2', [1, 10080]),
      p3: reader.whole('p3', [1, 20160]),
      p4: reader.whole('p4', [1, 43200]),
    },
    roster,
    duty: readContact(reader, 'duty'),
    dutyWebhook: webhook === '' ? null : { url: webhook, confirmedOn: site.dutyWebhook?.confirmedOn ?? null },
  };
}

function readPrivacy(reader: Reader, site: Installation): Partial<InstallationDoc> {
  const contact = reader.text('contact');
  const reachable = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact) || /^https:\/\/[^\s]+$/.test(contact);
  if (contact !== '' && !reachable) reader.fail('contact', 'contact');
  return {
    // Shorter, and a child who waits for a holiday to end is locked out; longer, and slips lie about that still open.
    retention: {
      codeDays: reader.whole('codeDays', [30, 366]),
      closedDays: reader.whole('closedDays', [30, 3660]),
      notActionableDays: reader.whole('notActionableDays', [30, 366]),
    },
    contact,
    basis: reader.words('basis', site.languages, false),
    watchdog: reader.words('watchdog', site.languages, false),
  };
}

function readContact(reader: Reader, who: 'duty' | 'police' | 'helpline'): InstallationDoc['duty'] {
  const email = reader.text(`${who}Email`);
  if (who === 'duty' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) reader.fail('dutyEmail', 'dutyEmail');
  const checkedOn = reader.day(`${who}CheckedOn`);
  return {
    name: reader.need(`${who}Name`),
    phone: reader.need(`${who}Phone`),
    email,
    checkedOn,
    checkedBy: checkedOn === null ? null : reader.need(`${who}CheckedBy`),
  };
}
