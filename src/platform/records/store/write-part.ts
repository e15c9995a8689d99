// SPDX-License-Identifier: EUPL-1.2
import type { Actor, TxCtx } from '#platform/ctx';
import { merge } from '../change/merge.ts';
import { parseFacts, parseWords } from '../change/parse.ts';
import { same } from '../change/same.ts';
import { today } from '../change/today.ts';
import { errors } from '../errors.ts';
import type { Kind } from '../kind/kind.ts';
import type { Clash, Via } from '../record.ts';
import { reading, writing } from '../tables.ts';
import { type Body, type Held, type Part, partIn } from './held.ts';
import { checkTargets, syncIdentifiers } from './targets.ts';

export interface PartChange {
  lang: string;
  base: number;
  /** What the form sent, in today's shape; parsed here. */
  body: Readonly<Record<string, unknown>>;
  via: Via;
  note: string | null;
}

export interface PartResult {
  part: Part;
  before: Part;
  clashes: Clash[];
  /** A new revision was written. */
  changed: boolean;
  merged: boolean;
}

/**
 * Joins what the form sent with what others saved since it was opened, and writes a revision when that is something
 * new. The caller stores the part. Throws `records.bad-body`, `records.no-revision`, `records.no-target`.
 */
export async function writePart(ctx: TxCtx, held: Held, change: PartChange): Promise<PartResult> {
  const { lang, base } = change;
  const before = partIn(held, lang);
  const mine = bodyFrom(held.kind, lang, change.body);
  if (base > before.rev || base < 0) throw errors('no-revision');
  const unchanged = { part: before, before, changed: false };
  const joined =
    base === before.rev
      ? { body: mine, clashes: [] }
      : merge(held.kind, await bodyOfRevision(ctx, held, { lang, rev: base }), { mine, theirs: before.body });
  if (joined.clashes.length > 0) return { ...unchanged, clashes: joined.clashes, merged: false };
  const merged = !same(joined.body, mine);
  const isFirst = before.rev === 0 && (lang === '' || lang === held.tongue);
  if (same(joined.body, before.body) && !isFirst) return { ...unchanged, clashes: [], merged };
  const body = merged ? bodyFrom(held.kind, lang, joined.body) : joined.body;
  if (lang === '') await checkTargets(ctx, held, body);
  const part: Part = { ...before, rev: before.rev + 1, body };
  held.parts.set(lang, part);
  await addRevision(ctx, held, { part, change });
  if (lang === '') await syncIdentifiers(ctx.db, held);
  return { part, before, clashes: [], changed: true, merged };
}

function bodyFrom(kind: Kind, lang: string, raw: Readonly<Record<string, unknown>>): Body {
  const parsed = lang === '' ? parseFacts(kind, raw) : parseWords(kind, raw);
  if (!parsed.ok) throw errors('bad-body');
  return parsed.body;
}

/** What was written in this revision, in today's shape; nothing before the first. Throws `records.no-revision`. */
export async function bodyOfRevision(
  { db }: Pick<TxCtx, 'db'>,
  { id, kind }: Held,
  { lang, rev }: { lang: string; rev: number },
): Promise<Body> {
  if (rev === 0) return {};
  const row = await reading(db)
    .selectFrom('records.revision')
    .select(['shape', 'body'])
    .where('record', '=', id)
    .where('lang', '=', lang)
    .where('rev', '=', rev)
    .executeTakeFirst();
  if (row === undefined) throw errors('no-revision');
  return today(kind, row.shape, row.body).body;
}

async function addRevision(
  ctx: TxCtx,
  { id, kind }: Held,
  { part, change }: { part: Part; change: PartChange },
): Promise<void> {
  await writing(ctx.db)
    .insertInto('records.revision')
    .values({
      record: id,
      lang: part.lang,
      rev: part.rev,
      shape: kind.shape,
      body: JSON.stringify(part.body),
      by: authorOf(ctx.actor),
      at: ctx.now,
      via: change.via,
      note: checkedNote(change.note),
    })
    .execute();
}

/** A note beside a revision or an edition. Throws `records.bad-body` where it is longer than 500 characters. */
export function checkedNote(note: string | null): string | null {
  const text = note?.trim() ?? '';
  if (text.length > 500) throw errors('bad-body');
  return text === '' ? null : text;
}

/** The person who acts; null for a stranger and for the installation itself. */
export function authorOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}
