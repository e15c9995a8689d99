// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { notFound } from '#platform/http';
import type { Lang } from '#platform/i18n';
import { dayOf } from '../days.ts';
import { reading, writing } from '../tables.ts';
import type { SupportState, Way } from '../words.ts';

export interface SupportOffer {
  /** A campaign or a theme. */
  record: number;
  organisation: string;
  way: Way;
  words: string;
  lang: Lang;
}

/** Offers to carry a campaign or a theme. A second offer of the same person for the same record replaces the first. */
export async function offerSupport(ctx: Ctx, offer: SupportOffer): Promise<void> {
  await atomically(ctx, async ({ db, now, actor, audit }) => {
    const person = personOf(actor);
    const today = dayOf(now);
    await writing(db)
      .updateTable('campaigns.support')
      .set({ state: 'ended', moved_on: today, moved_by: person })
      .where('record', '=', offer.record)
      .where('person', '=', person)
      .where('state', '<>', 'ended')
      .execute();
    const id = randomUUID();
    await writing(db)
      .insertInto('campaigns.support')
      .values({ id, person, ...offer, asked_on: today, moved_on: today, moved_by: null })
      .execute();
    audit({ act: 'support.offered', kind: 'campaigns.support', id, code: offer.way });
  });
}

/** Lets an offer be seen, or ends it. */
export async function moveSupport(
  ctx: Ctx,
  { id, state }: { id: string; state: Exclude<SupportState, 'asked'> },
): Promise<void> {
  await atomically(ctx, async ({ db, now, actor, audit }) => {
    const row = await reading(db)
      .selectFrom('campaigns.support')
      .select(['record', 'person'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) notFound();
    await writing(db)
      .updateTable('campaigns.support')
      .set({ state, moved_on: dayOf(now), moved_by: personOf(actor) })
      .where('id', '=', id)
      .execute();
    audit({ act: `support.${state}`, kind: 'campaigns.support', id });
  });
}
