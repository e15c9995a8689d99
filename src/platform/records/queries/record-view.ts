// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { readInstallation } from '#platform/setup';
import { pathIn, type View } from '#platform/ui';
import type { Kind } from '../kind/kind.ts';
import { listPath } from '../pages/address.ts';
import type { RecordView } from '../pages/record-view.ts';
import type { FullRecord } from '../record.ts';
import { kindOf, panelsOf } from '../registry.ts';
import { revisionsOf } from '../store/read.ts';
import { linkedTitles } from '../store/titles.ts';
import { backlinkGroups, linkedIds, type Reader } from './linked.ts';
import { schemesOf, termWords } from './vocabulary.ts';

/** The language whose words a reader gets: what they asked for, theirs, the original, or the first there is. */
export function langFor(record: FullRecord, wanted: readonly (string | undefined)[]): string {
  const all = [...wanted, record.tongue, 'en', ...Object.keys(record.words)];
  return all.find((lang) => lang !== undefined && Object.hasOwn(record.words, lang)) ?? record.tongue;
}

export function titleIn(kind: Kind, record: FullRecord, lang: string): string {
  return (
    record.words[lang]?.body[kind.title] ?? record.words[record.tongue]?.body[kind.title] ?? `${record.id}`
  );
}

interface Asked {
  record: FullRecord;
  reader: Omit<Reader, 'lang'>;
  /** The language that the reader asked for by hand. */
  text?: string | undefined;
  origin: string;
}

/** Gathers what the page of a record shows to one reader. */
export async function recordView(ctx: Ctx, view: View, asked: Asked): Promise<RecordView> {
  const { record, origin } = asked;
  const kind = kindOf(record.kind);
  const lang = langFor(record, [asked.text, view.lang]);
  const reader = { ...asked.reader, lang: view.lang };
  const ids = [...linkedIds(kind, record.facts), ...(record.successor === null ? [] : [record.successor])];
  const titles = await linkedTitles(ctx.db, ids, reader);
  const { timeZone } = await readInstallation(ctx.db);
  const { editions } = await revisionsOf(ctx.db, record.id);
  const rest = Object.keys(record.words).filter((one) => one !== record.tongue);
  return {
    kind,
    record,
    lang,
    title: titleIn(kind, record, lang),
    langs: [...(record.tongue in record.words ? [record.tongue] : []), ...rest.sort()],
    terms: await termWords(ctx.db, schemesOf(kind), view),
    titles,
    backlinks: await backlinkGroups(ctx.db, { kind, id: record.id }, reader),
    successor: record.successor === null ? null : (titles.get(record.successor) ?? null),
    published: editions.find(({ no }) => no === record.edition)?.at ?? null,
    staleSince: staleSince(record, lang),
    timeZone: timeZone || 'UTC',
    address: `${origin}${pathIn(view, `${listPath(kind)}/${record.id}`)}`,
    fileHref: (sha256, name) => `/files/${sha256}/${encodeURIComponent(name)}`,
    panels: await Promise.all(panelsOf(kind.name).map((panel) => panel(ctx, record, view))),
  };
}

/** The first day on which the original of something shown here became another. */
function staleSince(record: FullRecord, lang: string): Date | null {
  const since = Object.values(record.words[lang]?.units ?? {}).flatMap((unit) => unit.since ?? []);
  const first = since.sort()[0];
  return first === undefined ? null : new Date(first);
}
