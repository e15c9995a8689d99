// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { notFound } from '#platform/http';
import type { Lang } from '#platform/i18n';
import { boxField, keyringOf } from '#platform/seal';
import { dayOf, daysLater } from '../days.ts';
import { PACK_DAYS } from '../limits.ts';
import { writing } from '../tables.ts';
import type { PackState } from '../words.ts';

export const PACK_PLACE = 'campaigns.pack';

export interface PackRequest {
  campaign: number | null;
  lang: Lang;
  name: string;
  address: string;
}

/** Keeps a request for a kit by post, its name and address locked. */
export async function askPack(ctx: Ctx, { campaign, lang, name, address }: PackRequest): Promise<void> {
  await atomically(ctx, async ({ db, now, audit }) => {
    const id = randomUUID();
    const today = dayOf(now);
    const box = boxField(keyringOf(db), { kind: PACK_PLACE, id }, JSON.stringify({ name, address }));
    await writing(db)
      .insertInto('campaigns.pack')
      .values({
        ...{ id, campaign, lang, address_box: box, asked_on: today, moved_on: today, moved_by: null },
        delete_after: daysLater(now, PACK_DAYS.waiting),
      })
      .execute();
    audit({ act: 'pack.asked', kind: 'campaigns.pack', id });
  });
}

/** Says how a request stands. Sent and refused ones lose name and address after a month. */
export async function movePack(ctx: Ctx, { id, state }: { id: string; state: PackState }): Promise<void> {
  await atomically(ctx, async ({ db, now, actor, audit }) => {
    const done = state === 'sent' || state === 'refused';
    const moved = await writing(db)
      .updateTable('campaigns.pack')
      .set({
        ...{ state, moved_on: dayOf(now), moved_by: personOf(actor) },
        delete_after: daysLater(now, done ? PACK_DAYS.done : PACK_DAYS.waiting),
      })
      .where('id', '=', id)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) notFound();
    audit({ act: 'pack.moved', kind: 'campaigns.pack', id, code: state });
  });
}
