// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { type FullRecord, saveFacts, saveWords } from '#platform/records';
import { errors } from '../errors.ts';
import { dayOf } from './share.ts';

/** Notes that a person sent an amendment today, and to which body. Throws `library.clash` where somebody changed the same. */
export function noteProposed(ctx: Ctx, record: FullRecord, to: string): Promise<void> {
  return atomically(ctx, async (inner) => {
    const { id, tongue, factsRev } = record;
    const facts = { ...record.facts, proposal: 'sent', sent: dayOf(inner.now) };
    const part = record.words[tongue];
    const words = { ...part?.body, proposedTo: to };
    const kept = [
      await saveFacts(inner, { record: id, base: factsRev, facts }),
      await saveWords(inner, { record: id, lang: tongue, base: part?.rev ?? 0, words }),
    ];
    if (kept.some(({ ok }) => !ok)) throw errors('clash');
  });
}
