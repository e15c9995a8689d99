// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { atomically, type Ctx, personOf, type TxCtx } from '#platform/ctx';
import { boxField, keyringOf } from '#platform/seal';
import { mayDecide } from '../access.ts';
import { moreCareful, neededFor } from '../decision.ts';
import { errors } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { guardedLookup, guardedPlace } from '../queries/decisions-in-force.ts';
import { checkHost, type KnownHost } from '../queries/known-host.ts';
import { type Proposal, type ProposalInput, proposal } from '../schema.ts';
import { type Needs, writing } from '../tables.ts';

/**
 * Puts a person's rating forward. Nothing is published until {@link releaseDecision}; `needs` says who must release it.
 * Throws `ratings.not-allowed`, `ratings.not-a-host`, `ratings.needs-reason`, and for a shape nobody may send ZodError.
 */
export async function proposeDecision(ctx: Ctx, input: ProposalInput): Promise<{ id: string; needs: Needs }> {
  if (!mayDecide(ctx.actor)) throw errors('not-allowed');
  const asked = proposal.parse(input);
  const known = await checkHost(ctx.db, asked.host);
  if (known === null) throw errors('not-a-host');
  if (!asked.guarded && asked.reasons.length === 0 && asked.words === '') throw errors('needs-reason');
  const id = randomUUID();
  const needs = moreCareful(asked.guarded ? 'second' : 'none', neededFor(asked, known));
  await atomically(ctx, async (inner) => {
    if (asked.guarded) await storeGuarded(inner, { id, needs, asked, known });
    else await storeDecision(inner, { id, needs, asked, known });
    inner.audit({ act: 'ratings.propose', kind: 'ratings.decision', id, code: needs });
  });
  return { id, needs };
}

interface Proposed {
  id: string;
  needs: Needs;
  asked: Proposal;
  known: KnownHost;
}

async function storeDecision(ctx: TxCtx, { id, needs, asked, known }: Proposed): Promise<void> {
  await writing(ctx.db)
    .insertInto('ratings.decision')
    .values({
      id,
      name: nameKey(known.host),
      scope: asked.scope,
      min_age: asked.minAge,
      categories: asked.categories,
      block_everyone: asked.blockEveryone,
      reasons: asked.reasons,
      words: asked.words,
      words_lang: asked.wordsLang,
      sure: asked.sure,
      topics: JSON.stringify(asked.topics),
      case_id: asked.caseId,
      needs,
      state: 'proposed',
      proposed_by: personOf(ctx.actor),
      proposed_at: ctx.now,
    })
    .execute();
}

async function storeGuarded(ctx: TxCtx, { id, needs, asked, known }: Proposed): Promise<void> {
  await writing(ctx.db)
    .insertInto('ratings.guarded')
    .values({
      id,
      lookup: guardedLookup(ctx.db, known.host),
      host_box: boxField(keyringOf(ctx.db), guardedPlace(id), known.host),
      scope: asked.scope,
      case_id: asked.caseId,
      needs: needs === 'supervisor' ? 'supervisor' : 'second',
      state: 'proposed',
      proposed_by: personOf(ctx.actor),
      proposed_at: ctx.now,
    })
    .execute();
}
