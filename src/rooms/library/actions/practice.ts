// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import { createRecord, type FullRecord, langFor, saveFacts } from '#platform/records';
import { errors } from '../errors.ts';
import { dayOf } from './share.ts';

// What is true of the first place only, and what is between us and who told us.
const ITS_OWN = new Set([
  'country',
  'began',
  'evidence',
  'files',
  'contact',
  'sentOn',
  'sentTo',
  'organisation',
  'outcomes',
]);

/** Begins a practice of ours from one that worked elsewhere, which it names. Answers its number. */
export async function adaptPractice(ctx: Ctx, record: FullRecord, lang: string): Promise<number> {
  const tongue = langFor(record, [lang]);
  const copied = (body: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !ITS_OWN.has(name)));
  const { id } = await createRecord(ctx, {
    kind: 'practice',
    tongue,
    facts: { ...copied(record.facts), adaptedFrom: record.id },
    words: copied(record.words[tongue]?.body ?? {}),
  });
  return id;
}

/** Notes that a person sent it, today, and to whom. Throws `library.clash` where somebody changed the same. */
export async function noteSent(ctx: Ctx, record: FullRecord, to: string): Promise<void> {
  const facts = { ...record.facts, sentOn: dayOf(ctx.now), sentTo: to };
  const saved = await saveFacts(ctx, { record: record.id, base: record.factsRev, facts });
  if (!saved.ok) throw errors('clash');
}
