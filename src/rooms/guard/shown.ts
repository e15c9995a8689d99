// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from '#platform/db';
import type { Session } from '#platform/http';
import { boxDraft, unboxDraft } from '#platform/seal';
import { reading, writing } from './tables.ts';

// A code, an address with its token or a link is shown to the browser that made it, for ten minutes, so that a reload
// does not lose it. The box opens only with that browser's cookie.

const SHOWN = 10 * 60_000;

/** Which browser, and what it is about: the household for its code, a device, a child for its link. */
export interface ShownPlace {
  readonly session: Pick<Session, 'id' | 'key'>;
  readonly household: string;
  readonly about: string;
}

export async function keepShown(
  tx: Tx,
  place: ShownPlace,
  secret: { text: string; now: Date },
): Promise<void> {
  const box = boxDraft(place.session, Buffer.from(secret.text));
  const until = new Date(secret.now.getTime() + SHOWN);
  await writing(tx)
    .insertInto('guard.shown')
    .values({ session_id: place.session.id, about: place.about, household_id: place.household, box, until })
    .onConflict((conflict) => conflict.columns(['session_id', 'about']).doUpdateSet({ box, until }))
    .execute();
}

/** What was just made, or null: made elsewhere, or ten minutes are over. */
export async function readShown(db: Db, place: ShownPlace, now: Date): Promise<string | null> {
  const row = await reading(db)
    .selectFrom('guard.shown')
    .select(['box', 'until'])
    .where('session_id', '=', place.session.id)
    .where('about', '=', place.about)
    .executeTakeFirst();
  return row === undefined || row.until <= now ? null : unboxDraft(place.session, row.box).toString();
}
