// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { startSession } from '#platform/auth';
import { atomically, type Ctx } from '#platform/ctx';
import { makeReceiptCode, randomBytes } from '#platform/seal';
import { householdOf } from '../access.ts';
import { dayOf } from '../days.ts';
import { codeLookup, kdfNow, passwordCheck } from '../household-code.ts';
import { keepShown, type ShownPlace } from '../shown.ts';
import { writing } from '../tables.ts';

/** Begins a family without a name, and answers the cookie line of its session. Without a code it is gone in a day. */
export function makeHousehold(ctx: Ctx): Promise<string> {
  return atomically(ctx, async ({ db, now }) => {
    const id = randomUUID();
    await writing(db)
      .insertInto('guard.household')
      .values({ id, made_on: dayOf(now), kdf_id: kdfNow() })
      .execute();
    return startSession(db, now, { kind: 'family', holder: id });
  });
}

/**
 * Gives the family its code, the only way back in, and a password beside it where one was typed. An older code is dead
 * from now on; an older password stays unless there is a new one.
 */
export async function makeCode(
  ctx: Ctx,
  session: ShownPlace['session'],
  password: string | null,
): Promise<void> {
  const household = householdOf(ctx.actor);
  const code = makeReceiptCode();
  const kdfId = kdfNow();
  const lookup = await codeLookup(ctx.db, code, kdfId);
  const secret = password === null ? {} : await passwordColumns(ctx, password, kdfId);
  await atomically(ctx, async ({ db, now }) => {
    await writing(db)
      .updateTable('guard.household')
      .set({ code_lookup: lookup, kdf_id: kdfId, ...secret })
      .where('id', '=', household)
      .execute();
    await keepShown(db, { session, household, about: household }, { text: code, now });
  });
}

async function passwordColumns(ctx: Ctx, password: string, kdfId: number) {
  const salt = Buffer.from(randomBytes(16));
  return { password_salt: salt, password_check: await passwordCheck(ctx.db, password, { salt, kdfId }) };
}
