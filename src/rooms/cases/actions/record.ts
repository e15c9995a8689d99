// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { TxCtx } from '#platform/ctx';
import { keyringOf, type ObjectKind, sealObject } from '#platform/seal';
import { teamOf } from '../queries/readers.ts';
import { writing } from '../tables.ts';

interface Happening {
  caseId: string;
  /** A verb in the past, e.g. `taken`; its sentence is `cases.event.<act>`. */
  act: string;
  code?: string;
  /** Somebody's reason. Sealed to the desk. */
  words?: string;
}

/** Adds a line to a case's timeline and to the audit, in the caller's transaction. */
export async function recordEvent(ctx: TxCtx, { caseId, act, code, words = '' }: Happening): Promise<void> {
  const words_id =
    words === '' ? null : await sealFor(ctx, { caseId, kind: 'note', content: { v: 1, words } });
  await writing(ctx.db)
    .insertInto('cases.event')
    .values({
      id: randomUUID(),
      case_id: caseId,
      at: ctx.now,
      by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      act,
      code: code ?? null,
      words_id,
    })
    .execute();
  ctx.audit({ act: `case.${act}`, kind: 'case', id: caseId, code: code ?? null });
}

/** Seals something of a locked case to whoever reads it, and notes it, so that deleting the case later needs no key. */
export async function sealFor(
  ctx: TxCtx,
  { caseId, kind, content }: { caseId: string; kind: ObjectKind; content: object },
): Promise<string> {
  const plain = Buffer.from(JSON.stringify(content));
  const { restricted_at } = await writing(ctx.db)
    .selectFrom('cases.case')
    .select('restricted_at')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const team = restricted_at === null ? 'desk' : teamOf(caseId);
  const id = await sealObject(ctx.db, keyringOf(ctx.db), { kind, plain, to: { team } });
  await writing(ctx.db).insertInto('cases.sealed').values({ object_id: id, case_id: caseId }).execute();
  return id;
}

/** Counts something without saying of which case or person. */
export async function count(ctx: TxCtx, key: string): Promise<void> {
  await writing(ctx.db)
    .insertInto('platform.counter')
    .values({ day: ctx.now.toISOString().slice(0, 10), tbl: 'cases', key, n: 1 })
    .onConflict((row) =>
      row.columns(['day', 'tbl', 'key']).doUpdateSet((is) => ({ n: is('platform.counter.n', '+', 1) })),
    )
    .execute();
}
