// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { TxCtx } from '#platform/ctx';
import type { Tx } from '#platform/db';
import { publish as announce } from '#platform/jobs';
import { may } from '../access.ts';
import { recordPublished } from '../events.ts';
import { project } from '../project/project.ts';
import { writing } from '../tables.ts';
import { type Held, type Part, partIn, storePart } from './held.ts';
import { lacksOf } from './lacks.ts';
import { markPublished } from './marks.ts';
import { authorOf, checkedNote } from './write-part.ts';

/**
 * Lets readers see the newest of these parts ('' the facts), as one edition. What they know already makes none; then
 * only the states of its translated units are taken over. Answers the edition's number.
 */
export async function publishParts(
  ctx: TxCtx,
  held: Held,
  { langs, note }: { langs: readonly string[]; note: string | null },
): Promise<number> {
  const parts = langs.map((lang) => partIn(held, lang));
  const isNew = parts.some(({ rev, liveRev }) => rev !== liveRev);
  for (const part of parts) {
    part.liveRev = part.rev;
    part.live = part.body;
    part.liveUnits = part.lang === '' ? null : part.units;
  }
  const changed = new Set<Part>([...parts, ...markPublished(held, ctx.now)]);
  for (const part of changed) await storePart(ctx.db, held, part);
  if (isNew) {
    held.edition += 1;
    await addEdition(ctx, held, note);
  }
  held.state = held.successor === null ? 'live' : 'superseded';
  held.reason = null;
  await storeState(ctx.db, held);
  await project(ctx.db, held, [0, 1]);
  if (!isNew) return held.edition;
  const { id, kind, edition } = held;
  await announce(ctx.db, recordPublished, { record: id, kind: kind.name, edition });
  ctx.audit({ act: 'records.publish', kind: `records.${kind.name}`, id: String(id), code: String(edition) });
  await raiseVersion(ctx.db);
  return edition;
}

async function addEdition(ctx: TxCtx, held: Held, note: string | null): Promise<void> {
  const live = [...held.parts.values()].filter(({ liveRev }) => liveRev !== null);
  await writing(ctx.db)
    .insertInto('records.edition')
    .values({
      record: held.id,
      no: held.edition,
      parts: JSON.stringify(Object.fromEntries(live.map(({ lang, liveRev }) => [lang, liveRev]))),
      by: authorOf(ctx.actor),
      at: ctx.now,
      note: checkedNote(note),
    })
    .execute();
}

/** Publishes what was just saved where the kind's course says so. Answers whether it did. */
export async function publishOnSave(ctx: TxCtx, held: Held, lang: string): Promise<boolean> {
  const { course } = held.kind;
  if (course === 'reviewed' || held.state === 'withdrawn') return false;
  if (course === 'direct' && !may(ctx.actor, held.kind, 'publish')) return false;
  const never = ['', held.tongue].filter((one) => partIn(held, one).liveRev === null);
  const langs = [...new Set([...never, lang])];
  if ((await lacksOf(ctx, held, langs)).length > 0) return false;
  await publishParts(ctx, held, { langs, note: null });
  return true;
}

/** Writes how the record stands. */
export async function storeState(tx: Tx, { id, state, reason, successor, edition }: Held): Promise<void> {
  await writing(tx)
    .updateTable('records.record')
    .set({ state, reason, successor, edition })
    .where('id', '=', id)
    .execute();
}

/** Every cache of what readers see is out of date. The row is everybody's: call it last. */
export async function raiseVersion(tx: Tx): Promise<void> {
  await sql`update records.version set n = n + 1`.execute(writing(tx));
}
