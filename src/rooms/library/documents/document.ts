// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';

/** A document that a person prints or pastes into a letter: parts with a heading each, all in one language. */
export interface PlainDocument {
  lang: Lang;
  title: string;
  parts: readonly Part[];
}

export interface Part {
  /** The field of an outside form that this fills, e.g. `CW-7`; or a name of ours. */
  code: string;
  label: string;
  text: string;
}

/** As plain text, e.g. for a mail. Parts without a text are named, because a form asks for them. */
export function asText({ title, parts }: PlainDocument): string {
  const blocks = parts.map(({ label, text }) => `${label}\n${text === '' ? '—' : text}`);
  return `${[title, ...blocks].join('\n\n')}\n`;
}

/** As data, by the codes of the form. */
export function asData({ lang, title, parts }: PlainDocument) {
  return { lang, title, fields: parts.map(({ code, label, text }) => ({ code, field: label, text })) };
}
