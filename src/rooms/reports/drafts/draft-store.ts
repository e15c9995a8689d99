// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import { type Session, setCookie } from '#platform/http';
import { boxDraft, deriveSession, newSessionToken, unboxDraft } from '#platform/seal';
import { type DraftRow, reading, writing } from '../tables.ts';
import { type Draft, draft as draftShape, type Reply } from './draft.ts';

const MINUTE = 60_000;
/** Each step gives another hour, but nobody's answers stay longer than four. */
const IDLE = 60 * MINUTE;
const ABSOLUTE = 240 * MINUTE;
/** How long a code stays on the screen of the browser that made it. */
export const SHOWN = 10 * MINUTE;

/** How long after a press its answer may still be fetched: slow networks get there, whoever comes next does not. */
const ANSWER = MINUTE;

/** Where a draft lies and what opens it: the visitor's cookie, derived. */
export type DraftPlace = Pick<Session, 'id' | 'key'>;

/** `over`: there was a code here, and its ten minutes have passed. */
export type Found = Draft | 'over' | null;

/** Puts a new draft under a new token, to be shown once, and answers with the token and the cookie line that carries it. */
export async function startDraft(
  tx: Tx,
  now: Date,
  draft: Draft,
): Promise<{ token: string; cookie: string }> {
  const token = newSessionToken();
  using place = deriveSession(token);
  const until = new Date(now.getTime() + ABSOLUTE);
  await writing(tx)
    .insertInto('reports.draft')
    .values({ id: place.id, ...columns(place, now, { draft, until }), absolute_until: until })
    .execute();
  return { token, cookie: setCookie('__Host-rowan', token) };
}

export async function readDraft(db: Db, place: DraftPlace, now: Date): Promise<Found> {
  const row = await reading(db)
    .selectFrom('reports.draft')
    .selectAll()
    .where('id', '=', place.id)
    .executeTakeFirst();
  return open(row, place, now);
}

/** The same, keeping others from it until the transaction ends: a second press of Send waits here. */
export async function lockDraft(tx: Tx, place: DraftPlace, now: Date): Promise<Found> {
  const query = writing(tx).selectFrom('reports.draft').selectAll().where('id', '=', place.id).forUpdate();
  return open(await query.executeTakeFirst(), place, now);
}

/** Writes what a press changed; the next visit shows it. */
export async function writeDraft(
  tx: Tx,
  place: DraftPlace,
  change: { now: Date; draft: Draft },
): Promise<void> {
  const row = await writing(tx)
    .selectFrom('reports.draft')
    .select(['absolute_until', 'shown_until'])
    .where('id', '=', place.id)
    .executeTakeFirst();
  if (row === undefined) return;
  const fresh = columns(place, change.now, { draft: change.draft, until: row.absolute_until });
  // Pressing a button on the page of the code does not give it ten more minutes.
  const values = { ...fresh, shown_until: row.shown_until ?? fresh.shown_until };
  await writing(tx).updateTable('reports.draft').set(values).where('id', '=', place.id).execute();
}

/** Lets the next visit show what stands here: only ever the answer to a press. */
export async function letShow(tx: Tx, { id }: Pick<DraftPlace, 'id'>, now: Date): Promise<void> {
  const values = { may_show_until: new Date(now.getTime() + ANSWER) };
  await writing(tx).updateTable('reports.draft').set(values).where('id', '=', id).execute();
}

/** Whether this visit may show it. Asked once, the answer is no from then on. */
export async function takeShow(tx: Tx, { id }: Pick<DraftPlace, 'id'>, now: Date): Promise<boolean> {
  const taken = await writing(tx)
    .updateTable('reports.draft')
    .set({ may_show_until: null })
    .where('id', '=', id)
    .where('may_show_until', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** Keeps what was typed behind a code for the very next page, under the visit's own key. */
export async function keepReply(tx: Tx, place: DraftPlace, kept: { now: Date; reply: Reply }): Promise<void> {
  const until = new Date(kept.now.getTime() + ANSWER);
  const values = columns(place, kept.now, { draft: { kind: 'reply', ...kept.reply }, until });
  await writing(tx)
    .insertInto('reports.draft')
    .values({ id: place.id, ...values, absolute_until: until })
    .onConflict((same) => same.column('id').doUpdateSet({ ...values, absolute_until: until }))
    .execute();
}

/** What was kept, and keeps it no longer. */
export async function takeReply(tx: Tx, place: DraftPlace, now: Date): Promise<Reply | null> {
  const row = await writing(tx)
    .deleteFrom('reports.draft')
    .where('id', '=', place.id)
    .returningAll()
    .executeTakeFirst();
  const found = open(row, place, now);
  return found !== null && found !== 'over' && found.kind === 'reply' ? found : null;
}

export async function dropDraft(tx: Tx, place: Pick<DraftPlace, 'id'>): Promise<void> {
  await writing(tx).deleteFrom('reports.draft').where('id', '=', place.id).execute();
}

/** Forgets codes that were shown long enough, then whole drafts. Reading checks the times itself. */
export async function sweepDrafts(tx: Tx, now: Date): Promise<void> {
  await writing(tx)
    .updateTable('reports.draft')
    .set({ box: null })
    .where('shown_until', '<=', now)
    .where('box', 'is not', null)
    .execute();
  await writing(tx).deleteFrom('reports.draft').where('expires', '<=', now).execute();
}

function columns(place: DraftPlace, now: Date, { draft, until }: { draft: Draft; until: Date }) {
  const short = draft.kind !== 'form';
  return {
    box: boxDraft(place, Buffer.from(JSON.stringify(draft))),
    shown_until: short ? new Date(now.getTime() + SHOWN) : null,
    may_show_until: new Date(now.getTime() + ANSWER),
    expires: new Date(Math.min(now.getTime() + IDLE, until.getTime())),
  };
}

function open(row: DraftRow | undefined, place: DraftPlace, now: Date): Found {
  if (row === undefined || row.expires <= now) return null;
  if (row.box === null || (row.shown_until !== null && row.shown_until <= now)) return 'over';
  const plain = unboxDraft(place, row.box);
  try {
    return draftShape.parse(JSON.parse(plain.toString('utf8')));
  } finally {
    plain.fill(0);
  }
}
