// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { notify } from '#platform/db';
import type { Lang } from '#platform/i18n';
import { boxField, keyringOf } from '#platform/seal';
import { householdOf } from '../access.ts';
import { dayOf } from '../days.ts';
import { errors } from '../errors.ts';
import { changesOf } from '../level.ts';
import { GUARD_TOPIC, MOST_CHILDREN } from '../limits.ts';
import { reading, writing } from '../tables.ts';
import type { AgeGroup, Changes } from '../words.ts';

export interface ChildInput {
  name: string;
  ageGroup: AgeGroup;
  lang: Lang;
}

export const nameBox = (ctx: Pick<Ctx, 'db'>, child: string, name: string): Buffer =>
  boxField(keyringOf(ctx.db), { kind: 'guard.child', id: child }, name);

/** Adds a child and answers its id. Throws `guard.too-many`, and `guard.not-found` for a family that was deleted. */
export function addChild(ctx: Ctx, input: ChildInput): Promise<string> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async ({ db, now }) => {
    // Locked, so that two at once count each other.
    const family = await writing(db)
      .selectFrom('guard.household')
      .select('id')
      .where('id', '=', household)
      .forUpdate()
      .executeTakeFirst();
    if (family === undefined) throw errors('not-found');
    const there = await reading(db)
      .selectFrom('guard.child')
      .select('id')
      .where('household_id', '=', household)
      .execute();
    if (there.length >= MOST_CHILDREN) throw errors('too-many');
    const id = randomUUID();
    await writing(db)
      .insertInto('guard.child')
      .values({
        household_id: household,
        id,
        name_box: nameBox({ db }, id, input.name),
        age_group: input.ageGroup,
        lang: input.lang,
        page_hash: null,
        made_on: dayOf(now),
      })
      .execute();
    return id;
  });
}

/** Changes what was said about a child. Another age group keeps the lines on which the family has its own opinion. */
export function changeChild(ctx: Ctx, child: string, input: ChildInput): Promise<void> {
  return atomically(ctx, async (inner) => {
    const { changes } = await lockChild(inner, child);
    await writing(inner.db)
      .updateTable('guard.child')
      .set({
        name_box: nameBox(inner, child, input.name),
        age_group: input.ageGroup,
        lang: input.lang,
        changes: JSON.stringify(changesOf(input.ageGroup, changes)),
      })
      .where('id', '=', child)
      .execute();
    await notify(inner.db, GUARD_TOPIC, householdOf(ctx.actor));
  });
}

/** Sets the lines of a child's level; `answers` says every line that was on the page, by category code. */
export function changeLevel(ctx: Ctx, child: string, answers: Changes): Promise<void> {
  return atomically(ctx, async (inner) => {
    const { age_group: group } = await lockChild(inner, child);
    await writing(inner.db)
      .updateTable('guard.child')
      .set({ changes: JSON.stringify(changesOf(group, answers)) })
      .where('id', '=', child)
      .execute();
    await notify(inner.db, GUARD_TOPIC, householdOf(ctx.actor));
  });
}

/** The family's own child; throws `guard.not-found` for anybody else's. */
export async function lockChild(ctx: TxCtx, child: string) {
  const row = await writing(ctx.db)
    .selectFrom('guard.child')
    .select(['id', 'age_group', 'changes', 'lang'])
    .where('household_id', '=', householdOf(ctx.actor))
    .where('id', '=', child)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw errors('not-found');
  return row;
}
