// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import { ASKED_ROOMS } from '../installation.ts';

/** One question of a set-up page. Its label is `setup.<step>.<name>`, its hint the same with `.hint`. */
export interface Field {
  name: string;
  /** `words` and `lines` ask once for each language of the installation, as `<name>-<lang>`. */
  kind: 'text' | 'area' | 'radios' | 'checks' | 'select' | 'words' | 'lines' | 'date' | 'note';
  hint?: true;
  optional?: true;
  ltr?: true;
  width?: 'short' | 'medium';
  options?: readonly { value: string; label: MessageKey | { text: string } }[];
}

export const labelOf = (step: string, field: Field) => `setup.${step}.${field.name}` as MessageKey;
export const hintOf = (step: string, field: Field) => `setup.${step}.${field.name}.hint` as MessageKey;

const place: Field[] = [
  { name: 'country', kind: 'select', options: countries() },
  { name: 'name', kind: 'text', width: 'medium', hint: true },
  { name: 'shortAddress', kind: 'text', width: 'medium', ltr: true, hint: true },
  { name: 'languages', kind: 'checks', options: languageOptions() },
  { name: 'childAge', kind: 'text', width: 'short', ltr: true, hint: true },
  { name: 'timeZone', kind: 'select', options: timeZones() },
  { name: 'exitSite', kind: 'text', ltr: true, hint: true },
  { name: 'brand', kind: 'text', width: 'short', ltr: true, optional: true, hint: true },
  { name: 'brandDark', kind: 'text', width: 'short', ltr: true, optional: true },
];

const purposes = ['emergency', 'child-line', 'helpline', 'police', 'other'].map((value) => ({
  value,
  label: `setup.help.purpose.${value}` as MessageKey,
}));

const help: Field[] = [
  { name: 'purpose', kind: 'radios', options: purposes },
  { name: 'label', kind: 'words', hint: true },
  { name: 'number', kind: 'text', width: 'medium', ltr: true },
  { name: 'free', kind: 'checks', options: [{ value: 'yes', label: 'setup.help.free.yes' }] },
  { name: 'hours', kind: 'words', hint: true },
  { name: 'checkedOn', kind: 'date', hint: true },
  { name: 'checkedBy', kind: 'text', width: 'medium' },
];

const law: Field[] = [
  {
    name: 'imageLaw',
    kind: 'radios',
    hint: true,
    options: [
      { value: 'A', label: 'setup.law.imageLaw.A' },
      { value: 'B', label: 'setup.law.imageLaw.B' },
    ],
  },
  { name: 'bodyName', kind: 'words', optional: true, hint: true },
  { name: 'bodyLaw', kind: 'words', optional: true },
  { name: 'bodyLink', kind: 'text', ltr: true, optional: true },
  { name: 'duties', kind: 'lines', hint: true },
  { name: 'denounce', kind: 'lines', hint: true },
];

const desk: Field[] = [
  { name: 'hours', kind: 'area', hint: true, ltr: true },
  { name: 'holidays', kind: 'area', hint: true, ltr: true, optional: true },
  ...(['p0', 'p1', 'p2', 'p3', 'p4'] as const).map(
    (name): Field => ({ name, kind: 'text', width: 'short', ltr: true }),
  ),
  { name: 'roster', kind: 'area', hint: true },
  { name: 'dutyName', kind: 'text', width: 'medium' },
  { name: 'dutyPhone', kind: 'text', width: 'medium', ltr: true },
  { name: 'dutyEmail', kind: 'text', width: 'medium', ltr: true, hint: true },
  { name: 'dutyCheckedOn', kind: 'date', hint: true },
  { name: 'dutyCheckedBy', kind: 'text', width: 'medium' },
  { name: 'webhook', kind: 'text', ltr: true, optional: true, hint: true },
];

const contact = (who: 'police' | 'helpline'): Field[] => [
  { name: `${who}Name`, kind: 'text', width: 'medium' },
  { name: `${who}Phone`, kind: 'text', width: 'medium', ltr: true },
  { name: `${who}Email`, kind: 'text', width: 'medium', ltr: true, optional: true },
  { name: `${who}CheckedOn`, kind: 'date', hint: true },
  { name: `${who}CheckedBy`, kind: 'text', width: 'medium' },
];

const contacts: Field[] = [
  ...contact('police'),
  ...contact('helpline'),
  { name: 'handOver', kind: 'area', hint: true },
];

const privacy: Field[] = [
  { name: 'codeDays', kind: 'text', width: 'short', ltr: true, hint: true },
  { name: 'closedDays', kind: 'text', width: 'short', ltr: true, hint: true },
  { name: 'notActionableDays', kind: 'text', width: 'short', ltr: true },
  { name: 'contact', kind: 'text', width: 'medium', ltr: true, optional: true, hint: true },
  { name: 'basis', kind: 'words', optional: true, hint: true },
  { name: 'watchdog', kind: 'words', optional: true, hint: true },
];

const rooms: Field[] = ASKED_ROOMS.flatMap((room): Field[] => [
  {
    name: `${room}Off`,
    kind: 'radios',
    options: [
      { value: 'on', label: 'setup.rooms.on' },
      { value: 'off', label: 'setup.rooms.off' },
    ],
  },
  { name: `${room}Who`, kind: 'words', optional: true, hint: true },
  { name: `${room}Link`, kind: 'text', ltr: true, optional: true },
]);

/** The pages of set-up in their order. */
export const pages = { place, help, law, desk, contacts, privacy, rooms } as const;
export type StepName = keyof typeof pages;

export const isStep = (name: string): name is StepName => Object.hasOwn(pages, name);

// CLDR's names, never a list typed by us (H22); the page shows them in its own language.
function countries() {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => names.of(code) !== undefined);
  // Groupings, pseudo codes and codes no longer used are regions of CLDR too, but no places.
  const no = new Set([
    'EU',
    'EZ',
    'UN',
    'QO',
    'ZZ',
    'XA',
    'XB',
    'AN',
    'BU',
    'CS',
    'DD',
    'FX',
    'NT',
    'SU',
    'TP',
    'YD',
    'YU',
    'ZR',
  ]);
  return codes.filter((code) => !no.has(code)).map((value) => ({ value, label: { text: value } }));
}

function languageOptions() {
  return ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv'].map((value) => ({ value, label: { text: value } }));
}

function timeZones() {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value, label: { text: value } }));
}
