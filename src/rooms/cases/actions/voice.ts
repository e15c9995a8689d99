// SPDX-License-Identifier: EUPL-1.2
import { type Actor, personOf, type TxCtx } from '#platform/ctx';
import type { Translate } from '#platform/i18n';
import { keyedLookup, keyringOf } from '#platform/seal';
import { writing } from '../tables.ts';

/**
 * The name from nature under which this person writes in this case, in the reporter's language. Never their own, and
 * another one in every case, so that nobody outside can follow a person through their cases.
 */
export async function voiceIn(ctx: TxCtx, caseId: string, t: Translate): Promise<string> {
  const names = t('cases.letter.names')
    .split(',')
    .map((name) => name.trim());
  const person = personOf(ctx.actor);
  const taken = await writing(ctx.db)
    .selectFrom('cases.voice')
    .select(['person_id', 'n'])
    .where('case_id', '=', caseId)
    .execute();
  const known = taken.find(({ person_id }) => person_id === person);
  if (known !== undefined) return names[known.n % names.length] ?? '';
  const free = [...names.keys()].filter(
    (at) => !taken.some(({ n }) => n === at) && !isOwn(ctx.actor, names[at] ?? ''),
  );
  const digest = keyedLookup(keyringOf(ctx.db).mac, 'cases-voice', `${caseId} ${person}`);
  // When every name is taken in this case, two people share one.
  const n = free[digest.readUInt16BE(0) % free.length] ?? names.length + taken.length;
  await writing(ctx.db).insertInto('cases.voice').values({ case_id: caseId, person_id: person, n }).execute();
  return names[n % names.length] ?? '';
}

/** At the desk people choose names from nature too. */
function isOwn(actor: Actor, name: string): boolean {
  return actor.kind === 'person' && actor.alias.toLowerCase() === name.toLowerCase();
}
