// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import { notFound } from '#platform/http';
import { dayOf, daysLater } from '../days.ts';
import { reading, writing } from '../tables.ts';
import type { KitDraft } from '../words.ts';

const KIT_DAYS = 31;

/** Begins to fill in a campaign's kit; answers its id. */
export async function beginKit(ctx: Ctx, campaign: number): Promise<string> {
  return atomically(ctx, async ({ db, now, actor, audit }) => {
    const id = randomUUID();
    await writing(db)
      .insertInto('campaigns.kit')
      .values({
        id,
        campaign,
        by: personOf(actor),
        phone: null,
        made_on: dayOf(now),
        delete_after: daysLater(now, KIT_DAYS),
      })
      .execute();
    audit({ act: 'kit.begun', kind: 'campaigns.kit', id });
    return id;
  });
}

/** The caller's own kit; nobody else's. */
export async function findKit(ctx: Ctx, id: string): Promise<KitDraft> {
  const row = await reading(ctx.db)
    .selectFrom('campaigns.kit')
    .select(['id', 'campaign', 'pieces', 'editions', 'phone', 'address', 'ministry', 'qr', 'own'])
    .where('id', '=', id)
    .where('by', '=', personOf(ctx.actor))
    .executeTakeFirst();
  return row ?? notFound();
}

/** Kits that the caller began, newest first. */
export function kitsOf(ctx: Ctx) {
  return reading(ctx.db)
    .selectFrom('campaigns.kit')
    .select(['id', 'campaign', 'editions', 'made_on'])
    .where('by', '=', personOf(ctx.actor))
    .orderBy('made_on', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}

export type KitChange = Partial<Omit<KitDraft, 'id' | 'campaign'>>;

export async function changeKit(ctx: Ctx, id: string, { own, ...change }: KitChange): Promise<void> {
  await atomically(ctx, async ({ db, actor, audit }) => {
    const changed = await writing(db)
      .updateTable('campaigns.kit')
      .set({ ...change, ...(own === undefined ? {} : { own: own === null ? null : JSON.stringify(own) }) })
      .where('id', '=', id)
      .where('by', '=', personOf(actor))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) notFound();
    audit({
      act: 'kit.changed',
      kind: 'campaigns.kit',
      id,
      code: Object.keys({ ...change, own })
        .join(',')
        .slice(0, 60),
    });
  });
}

export interface KeptLogo {
  at: number;
  name: string;
  bytes: Buffer;
}

export function logosOf(db: Db, kit: string): Promise<KeptLogo[]> {
  return reading(db)
    .selectFrom('campaigns.kit_logo')
    .select(['at', 'name', 'bytes'])
    .where('kit', '=', kit)
    .orderBy('at')
    .execute();
}

/** Puts other logos in the place of those that were there; none takes them away. */
export async function replaceLogos(
  ctx: Ctx,
  kit: string,
  logos: readonly Omit<KeptLogo, 'at'>[],
): Promise<void> {
  await findKit(ctx, kit);
  await atomically(ctx, async ({ db, audit }) => {
    await writing(db).deleteFrom('campaigns.kit_logo').where('kit', '=', kit).execute();
    if (logos.length > 0)
      await writing(db)
        .insertInto('campaigns.kit_logo')
        .values(logos.map((logo, at) => ({ kit, at, ...logo })))
        .execute();
    audit({ act: 'kit.logos', kind: 'campaigns.kit', id: kit, code: String(logos.length) });
  });
}
