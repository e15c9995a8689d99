// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Db, transaction } from '#platform/db';
import type { KeptForm, Session } from '#platform/http';
import { boxDraft, unboxDraft } from '#platform/seal';
import { reading, writing } from './tables.ts';

// Boxed as the draft of a report is: the row is worth nothing without the cookie, and the cookie nothing without
// the row. Nobody is given back what they typed longer ago than a session lasts untouched.
const KEPT = 15 * 60_000;

type Place = Pick<Session, 'id' | 'key'>;

const shape: z.ZodType<KeptForm> = z.object({
  path: z.string(),
  back: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

/** Keeps one form with its sender's session; an older one makes room. */
export async function keepForm(db: Db, session: Place, { form, now }: { form: KeptForm; now: Date }) {
  const kept = boxDraft(session, Buffer.from(JSON.stringify(form)));
  await transaction(db, async (tx) => {
    await writing(tx)
      .updateTable('platform.session')
      .set({ kept, kept_until: new Date(now.getTime() + KEPT) })
      .where('id', '=', session.id)
      .execute();
  });
}

/** The form that is kept with this session, or null. */
export async function keptForm(db: Db, session: Place, now: Date): Promise<KeptForm | null> {
  const row = await reading(db)
    .selectFrom('platform.session')
    .select('kept')
    .where('id', '=', session.id)
    .where('kept_until', '>', now)
    .executeTakeFirst();
  if (row?.kept == null) return null;
  const plain = unboxDraft(session, row.kept);
  try {
    return shape.parse(JSON.parse(plain.toString('utf8')));
  } finally {
    plain.fill(0);
  }
}

/** The same box under the session's next token. */
export function rebox(from: Place, to: Place, boxed: Buffer): Buffer {
  const plain = unboxDraft(from, boxed);
  try {
    return boxDraft(to, plain);
  } finally {
    plain.fill(0);
  }
}
