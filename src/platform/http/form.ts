// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import type { MessageKey } from '#platform/i18n';
import { ProblemError } from './problems.ts';

export interface FieldError {
  field: string;
  message: MessageKey;
}

export type Typed = Record<string, string | string[]>;

/** What a form gave: its typed value, or the errors beside everything that was typed. */
export type FormResult<F> =
  | { ok: true; value: F; typed: Typed; errors: [] }
  | { ok: false; typed: Typed; errors: FieldError[] };

const MOST_FIELDS = 100;

/** Splits a urlencoded body. A name that ends in `[]`, or comes more than once, is a list. */
export function splitFields(body: string, most = MOST_FIELDS): Typed {
  return typedOf(new URLSearchParams(body), most);
}

/** Names and values as they came, put together: a name that came more than once is a list. */
export function typedOf(pairs: Iterable<[string, string]>, most = MOST_FIELDS): Typed {
  const typed: Typed = Object.create(null);
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > most) throw new ProblemError('too-large', 'http.too-many-fields');
    const before = typed[name];
    const text = value.replaceAll('\r\n', '\n');
    if (before === undefined) typed[name] = text;
    else typed[name] = Array.isArray(before) ? [...before, text] : [before, text];
  }
  return typed;
}

/**
 * Parses typed fields by a room's schema. The schema's messages are message keys; an issue without one is
 * a mistake of ours and shows the general sentence.
 */
export function readForm<F>(schema: z.ZodType<F>, typed: Typed): FormResult<F> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data, typed, errors: [] };
  const errors = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? 'form'),
    message: (isKey(issue.message) ? issue.message : 'ui.error.general') as MessageKey,
  }));
  return { ok: false, typed, errors: firstOfEach(errors) };
}

function isKey(text: string): boolean {
  return /^[a-z]+(\.[a-z0-9-]+)+$/.test(text);
}

function firstOfEach(errors: FieldError[]): FieldError[] {
  return errors.filter((error, at) => errors.findIndex((other) => other.field === error.field) === at);
}

// 2 kB of base64 is about 1.5 kB of a picture: more than any sentence holds, less than any photo (H5).
const longBase64 = /[A-Za-z0-9+/_=-]{2048,}/;
const dataUri = /data:[a-z]+\/[a-z0-9.+-]+[;,]/i;
// The first bytes of PNG, JPEG, GIF, PDF and ZIP files, as a form decodes them.
const fileStarts = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '%PDF', 'PK\u0003\u0004'];

/** Throws where a text field carries a file in disguise: data URI, long base64, magic bytes (H5). */
export function refuseFiles(typed: Typed): void {
  for (const value of Object.values(typed).flat()) {
    const packed = value.replaceAll('\n', '');
    if (
      dataUri.test(value) ||
      longBase64.test(packed) ||
      fileStarts.some((start) => value.startsWith(start))
    ) {
      throw new ProblemError('files-refused', 'http.files-refused');
    }
  }
}
