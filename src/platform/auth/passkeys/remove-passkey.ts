// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, personOf } from '#platform/ctx';
import { errors } from '../errors.ts';
import { writing } from '../tables.ts';

/** Forgets one of the caller's own passkeys. The password stays. */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const row = await writing(inner.db)
      .deleteFrom('platform.unlock')
      .where('id', '=', id)
      .where('user_id', '=', personOf(inner.actor))
      .where('kind', 'in', ['prf', 'passkey'])
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw errors('no-passkey');
    inner.audit({ act: 'passkey.remove', kind: 'person', id: personOf(inner.actor) });
  });
}
