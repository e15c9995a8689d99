// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The rooms an installation may switch off, naming who does this work instead (design.md 2). */
export const ROOMS = ['reports', 'cases', 'ratings', 'guard', 'library', 'campaigns'] as const;
export type Room = (typeof ROOMS)[number];
/** Those that set-up asks about; cases are the desk behind all of them. */
export const ASKED_ROOMS = ROOMS.filter((room) => room !== 'cases');

const lang = z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh', 'vi', 'lv']);
const words = z.partialRecord(lang, z.string());
const day = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A number a person may call. It counts only when somebody called it: `checkedOn`, `checkedBy` (H11). */
const helpLine = z.object({
  id: z.string(),
  purpose: z.enum(['emergency', 'child-line', 'helpline', 'police', 'other']),
  label: words,
  number: z.string(),
  free: z.boolean(),
  hours: words,
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
});
export type HelpLine = z.infer<typeof helpLine>;

/** Somebody the desk hands over to or who is woken; approved by calling them (H6). */
const contact = z.object({
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
});

const otherwise = z.object({ who: words, link: z.string() });

/**
 * Everything a country says about its installation. Every field has an empty start, because set-up fills
 * it page by page; missing.ts says what a room still needs before its public forms may open.
 */
export const installationDoc = z.object({
  country: z.string().default(''),
  name: z.string().default(''),
  shortAddress: z.string().default(''),
  colours: z.object({ brand: z.string(), brandDark: z.string() }).nullable().default(null),
  languages: z.array(lang).default([]),
  childAge: z.number().int().default(18),
  digits: z.enum(['latn', 'native']).default('latn'),
  numbers: z.array(helpLine).default([]),
  exitSite: z.string().default(''),
  /** 'A': self-made images are no offence here, so pages may say "You are not in trouble". */
  imageLaw: z.enum(['A', 'B']).nullable().default(null),
  imageBody: z.object({ name: words, law: words, link: z.string() }).nullable().default(null),
  /** "When we must tell someone": worked examples by language. */
  duties: z.partialRecord(lang, z.array(z.string())).default({}),
  /** What happens in this country after an act of abuse is denounced (H24), by language. */
  denounce: words.default({}),
  timeZone: z.string().default(''),
  hours: z
    .array(z.object({ days: z.array(z.number().int().min(1).max(7)), from: clock, to: clock }))
    .default([]),
  holidays: z.array(day).default([]),
  /** Minutes until a person has opened a case, by priority; P2 to P4 count opening hours only. */
  promised: z
    .object({ p0: z.number(), p1: z.number(), p2: z.number(), p3: z.number(), p4: z.number() })
    .default({ p0: 15, p1: 60, p2: 480, p3: 1440, p4: 4320 }),
  roster: z.array(z.string()).default([]),
  duty: contact.nullable().default(null),
  dutyWebhook: z.object({ url: z.string(), confirmedOn: day.nullable() }).nullable().default(null),
  police: contact.nullable().default(null),
  helpline: contact.nullable().default(null),
  handOver: z.string().default(''),
  off: z.partialRecord(z.enum(ROOMS), otherwise).default({}),
  recovery: z.object({ n: z.number().int(), confirmedOn: day.nullable() }).nullable().default(null),
  passkeySynced: z.enum(['allow', 'refuse']).default('allow'),
  retention: z
    .object({ codeDays: z.number(), closedDays: z.number(), notActionableDays: z.number() })
    .default({ codeDays: 92, closedDays: 365, notActionableDays: 90 }),
  /** Where anybody may write about privacy, accessibility and security: an e-mail address or an https one. */
  contact: z.string().default(''),
  /** The law that lets this place keep what people tell it, and the authority they can complain to. */
  basis: words.default({}),
  watchdog: words.default({}),
  finishedOn: day.nullable().default(null),
});

export type InstallationDoc = z.infer<typeof installationDoc>;

export interface Installation extends InstallationDoc {
  /** Demo and rehearsal can never become real (H12). */
  kind: 'real' | 'demo' | 'rehearsal';
}
