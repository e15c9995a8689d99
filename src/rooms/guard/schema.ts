// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { LANGS } from '#platform/i18n';
import { AGE_GROUPS, type Changes, DEVICE_KINDS, LINE_ANSWERS } from './words.ts';

// What forms and addresses of this room accept. Messages are keys of the catalogue.

export const childParams = z.object({ child: z.uuid() });
export const deviceParams = z.object({ device: z.uuid() });
export const networkParams = z.object({ network: z.uuid() });
export const tokenParams = z.object({ token: z.string().max(64) });

export const childForm = z.object({
  name: z
    .string({ error: 'guard.child.name-error' })
    .trim()
    .min(1, { error: 'guard.child.name-error' })
    .max(30, { error: 'guard.child.name-long' }),
  age: z.enum(AGE_GROUPS, { error: 'guard.child.age-error' }),
  lang: z.enum(LANGS, { error: 'guard.child.lang-error' }),
});

export const deviceForm = z.object({ kind: z.enum(DEVICE_KINDS, { error: 'guard.device.error' }) });
export const networkForm = z.object({ home: z.literal('yes', { error: 'guard.network.home-error' }) });
export const deleteForm = z.object({ sure: z.literal('yes', { error: 'guard.delete.sure-error' }) });

const SHORTEST = 15;
const LONGEST = 200;
const FEWEST_SIGNS = 6;

/** A password of 15 signs or more, or null for none. */
export const passwordForm = z.object({
  password: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC'))
    .refine((text) => text === '' || [...text].length >= SHORTEST, { error: 'guard.code.password-short' })
    .refine((text) => [...text].length <= LONGEST, { error: 'guard.code.password-long' })
    .refine((text) => text === '' || new Set(text).size >= FEWEST_SIGNS, {
      error: 'guard.code.password-simple',
    })
    .transform((text) => (text === '' ? null : text)),
});

const answer = z.enum(LINE_ANSWERS);
const LINE = 'line-';

/** The lines of a level as the form names them, `line-<category>`; anything else in the form is left out. */
export const levelForm = z
  .record(z.string(), z.unknown())
  .transform((typed): { keep: boolean; answers: Changes } => {
    const lines = Object.entries(typed).flatMap(([name, value]) => {
      const read = answer.safeParse(value);
      return name.startsWith(LINE) && read.success ? [[name.slice(LINE.length), read.data] as const] : [];
    });
    return { keep: typed.keep === 'yes', answers: Object.fromEntries(lines) };
  });
