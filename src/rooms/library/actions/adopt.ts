// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import type { Adoption, HowFar } from '../adoption.ts';
import { errors } from '../errors.ts';
import { writing } from '../tables.ts';
import { dayOf } from './share.ts';

export interface NewAdoption extends Pick<Adoption, 'guideline' | 'name' | 'contact' | 'items' | 'since'> {
  howFar: HowFar;
  /** The organisation says so itself. */
  ownWord: boolean;
}

/** Notes how far an organisation has taken up a guideline. What was said before ends today and stays. */
export function adopt(ctx: Ctx, { howFar, ownWord, ...said }: NewAdoption): Promise<void> {
  return atomically(ctx, async (inner) => {
    const db = writing(inner.db);
    const today = dayOf(inner.now);
    await db
      .updateTable('library.adoption')
      .set({ ended_on: today })
      .where('guideline', '=', said.guideline)
      .where(sql`lower(name)`, '=', said.name.toLowerCase())
      .where('ended_on', 'is', null)
      .execute();
    const id = randomUUID();
    const by = { own_word: ownWord, said_by: personOf(inner.actor), said_on: today };
    await db
      .insertInto('library.adoption')
      .values({ id, ...said, how_far: howFar, ...by })
      .execute();
    inner.audit({ act: 'library.adopted', kind: 'library.adoption', id, code: howFar });
  });
}

/** The organisation no longer follows it. Throws `library.no-adoption`. */
export function endAdoption(ctx: Ctx, guideline: number, id: string): Promise<void> {
  return atomically(ctx, async (inner) => {
    const ended = await writing(inner.db)
      .updateTable('library.adoption')
      .set({ ended_on: dayOf(inner.now) })
      .where('id', '=', id)
      .where('guideline', '=', guideline)
      .where('ended_on', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) throw errors('no-adoption');
    inner.audit({ act: 'library.adoption-ended', kind: 'library.adoption', id });
  });
}
