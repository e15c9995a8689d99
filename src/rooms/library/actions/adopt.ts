// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { atomically, type Ctx, personOf } from '#platform/ctx';
import type { Db } from '#platform/db';
import type { Adoption, HowFar } from '../adoption.ts';
import { errors } from '../errors.ts';
import { reading, writing } from '../tables.ts';
import { dayOf } from './share.ts';

export interface NewAdoption extends Pick<Adoption, 'guideline' | 'name' | 'contact' | 'items' | 'since'> {
  howFar: HowFar;
  /** The organisation says so itself. */
  ownWord: boolean;
}

/**
 * Notes how far an organisation has taken up a guideline. What was said before ends today and stays. False where a member
 * speaks for a name that somebody else spoke for: staff settle that.
 */
export function adopt(ctx: Ctx, { howFar, ownWord, ...said }: NewAdoption): Promise<boolean> {
  return atomically(ctx, async (inner) => {
    const db = writing(inner.db);
    const today = dayOf(inner.now);
    const before = await db
      .updateTable('library.adoption')
      .set({ ended_on: today })
      .where('guideline', '=', said.guideline)
      .where(sql`lower(name)`, '=', said.name.toLowerCase())
      .where('ended_on', 'is', null)
      .$if(ownWord, (query) => query.where('said_by', '=', personOf(inner.actor)))
      .returning('id')
      .execute();
    if (ownWord && before.length === 0 && (await isSpokenFor(inner.db, said))) return false;
    const id = randomUUID();
    const by = { own_word: ownWord, said_by: personOf(inner.actor), said_on: today };
    await db
      .insertInto('library.adoption')
      .values({ id, ...said, how_far: howFar, ...by })
      .execute();
    inner.audit({ act: 'library.adopted', kind: 'library.adoption', id, code: howFar });
    return true;
  });
}

async function isSpokenFor(
  db: Db,
  { guideline, name }: Pick<Adoption, 'guideline' | 'name'>,
): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('library.adoption')
    .select('id')
    .where('guideline', '=', guideline)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
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
