// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx } from '#platform/ctx';
import { notify } from '#platform/db';
import { deviceLookup, keyringOf, makeDeviceToken } from '#platform/seal';
import { householdOf } from '../access.ts';
import { dayOf } from '../days.ts';
import { errors } from '../errors.ts';
import { GUARD_TOPIC, MOST_DEVICES } from '../limits.ts';
import { keepShown, type ShownPlace } from '../shown.ts';
import { reading, writing } from '../tables.ts';
import type { DeviceKind } from '../words.ts';
import { lockChild } from './save-child.ts';

type Session = ShownPlace['session'];

/** Adds a device of a child with a token of its own, shown to this browser; answers its id. Throws `guard.too-many`. */
export function addDevice(
  ctx: Ctx,
  session: Session,
  device: { child: string; kind: DeviceKind },
): Promise<string> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async (inner) => {
    const { db, now } = inner;
    await lockChild(inner, device.child);
    const there = await reading(db)
      .selectFrom('guard.device')
      .select('id')
      .where('household_id', '=', household)
      .where('child_id', '=', device.child)
      .execute();
    if (there.length >= MOST_DEVICES) throw errors('too-many');
    const id = randomUUID();
    const { token, lookup } = freshToken(ctx);
    const row = { household_id: household, id, child_id: device.child, kind: device.kind, lookup };
    await writing(db)
      .insertInto('guard.device')
      .values({ ...row, made_on: dayOf(now) })
      .execute();
    await keepShown(db, { session, household, about: id }, { text: token, now });
    await notify(db, GUARD_TOPIC, household);
    return id;
  });
}

/** Gives a device a new token; the old one is nobody's from the same moment on. */
export function renewDevice(ctx: Ctx, session: Session, device: string): Promise<void> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async ({ db, now }) => {
    const { token, lookup } = freshToken(ctx);
    const changed = await writing(db)
      .updateTable('guard.device')
      .set({ lookup, made_on: dayOf(now) })
      .where('household_id', '=', household)
      .where('id', '=', device)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw errors('not-found');
    await keepShown(db, { session, household, about: device }, { text: token, now });
    await notify(db, GUARD_TOPIC, household);
  });
}

/** Forgets a device; what it asks from now on is refused. */
export function removeDevice(ctx: Ctx, device: string): Promise<void> {
  const household = householdOf(ctx.actor);
  return atomically(ctx, async ({ db }) => {
    await writing(db)
      .deleteFrom('guard.device')
      .where('household_id', '=', household)
      .where('id', '=', device)
      .execute();
    await notify(db, GUARD_TOPIC, household);
  });
}

function freshToken(ctx: Ctx): { token: string; lookup: Buffer } {
  const token = makeDeviceToken();
  return { token, lookup: deviceLookup(keyringOf(ctx.db).guard, token) };
}
