// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from './answer.ts';
import type { RequestFacts } from './facts.ts';
import { KEPT_PATH } from './kept-form.ts';
import { ProblemError } from './problems.ts';
import type { AnyRoute, Call, Identity, Session } from './route.ts';

/**
 * Lets a grave act pass only when the person showed their password or passkey in the last five minutes
 * (security.md 4.2); otherwise the answer leads to /desk/confirm, and from there to `back`: a page that can
 * be read with GET, without language. What a form held is kept and given back after it (keepingTyped). Ask it
 * on the form's page too, so that nobody fills a form for nothing.
 */
export function requireFresh(
  call: Pick<Call, 'session' | 'ctx' | 'view'>,
  back: string = call.view.path,
): void {
  const until = call.session?.freshUntil ?? null;
  if (until === null || until <= call.ctx.now)
    throw new ProblemError('confirm-first', 'http.confirm-first', back);
}

interface Sent {
  route: AnyRoute;
  facts: RequestFacts;
  session: Session | null;
  now: Date;
}

/**
 * Does `work`; where it asks first for a fresh factor, what the form held is kept with the session, and the way
 * on leads over the page that gives it back. Secrets are typed anew: such routes say `secret`.
 */
export async function keepingTyped(
  identity: Identity,
  { route, facts, session, now }: Sent,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const held = error instanceof ProblemError && error.kind === 'confirm-first' ? error : null;
    const keeps = route.verb === 'POST' && facts.isForm && route.secret !== true;
    if (held === null || !keeps || session?.kind !== 'desk') throw error;
    const kept = { path: fullPath(facts), back: held.back ?? '/desk', fields: typedFields(facts.body) };
    await identity.keepTyped(session, kept, now);
    throw new ProblemError('confirm-first', held.code, KEPT_PATH);
  }
}

function fullPath({ view, query }: RequestFacts): string {
  const pairs = pairsOf(Object(query));
  return pairs.length === 0 ? view.path : `${view.path}?${new URLSearchParams(pairs)}`;
}

const typedFields = (body: unknown) => pairsOf(Object(body)).filter(([name]) => name !== 'csrf');

function pairsOf(values: Record<string, string | string[]>): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}
