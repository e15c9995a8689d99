// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, personOf } from '#platform/ctx';
import {
  grantToRecovery,
  keyringOf,
  makeRecovery,
  type PrintedRecovery,
  type RecoveryRecord,
  recoveryRecords,
  teamsWithoutRecovery,
} from '#platform/seal';
import { errors } from '../errors.ts';
import { otherSupervisors } from '../keys/grant.ts';
import { askSecond, decideAct, finishAct, openActs, type PendingAct } from '../keys/second-person.ts';
import { teamsHeldBy } from '../keys/take-keys.ts';

// A half is lost, or somebody saw one: while anybody can still sign in, new papers are made (security.md 2.11). The old
// ones count until both new halves were typed back.

export const NEW_PAPERS = 'recovery.make';

export interface PapersWork {
  /** Where there is one supervisor, nobody can be asked; otherwise two take part, and either makes the papers then. */
  mode: 'ask' | 'own' | 'decide' | 'make';
  act: PendingAct | null;
}

/** What this supervisor can do now about new papers. */
export async function papersWork(ctx: Ctx): Promise<PapersWork> {
  const [act = null] = await openActs(ctx.db, ctx.now, NEW_PAPERS);
  if (act === null)
    return { mode: (await otherSupervisors(ctx, personOf(ctx.actor))) > 0 ? 'ask' : 'make', act };
  if (act.approved) return { mode: 'make', act };
  return { mode: act.askedBy === personOf(ctx.actor) ? 'own' : 'decide', act };
}

/** Asks a second supervisor. */
export async function askPapers(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    const n = nextOf(await recoveryRecords(inner.db, keyringOf(inner.db)));
    await askSecond(inner, { act: NEW_PAPERS, payload: { n } });
  });
}

/** The second supervisor's answer, or the first one's withdrawal. */
export async function decidePapers(ctx: Ctx, decision: 'approved' | 'refused' | 'withdrawn'): Promise<void> {
  await atomically(ctx, async (inner) => {
    const { act } = await papersWork(inner);
    if (act === null) throw errors('act-ended');
    await decideAct(inner, { id: act.id, decision });
  });
}

/**
 * Makes the next recovery key and seals to it every team key the caller holds. The halves are for printing, once. Throws
 * `auth.act-second` before a second supervisor approved, `auth.changed` when other papers were made since.
 */
export async function makePapers(ctx: Ctx): Promise<PrintedRecovery> {
  return atomically(ctx, async (inner) => {
    const { keys, db } = inner;
    if (keys === null) throw errors('cannot-grant');
    const { mode, act } = await papersWork(inner);
    if (mode !== 'make') throw errors('act-second');
    const keyring = keyringOf(db);
    if (act !== null) {
      if (act.payload.n !== nextOf(await recoveryRecords(db, keyring))) throw errors('changed');
      await finishAct(db, inner.now, act.id);
    }
    const printed = await makeRecovery(db, keyring, inner.now);
    await grantToRecovery(db, keyring, keys);
    inner.audit({ act: NEW_PAPERS, kind: 'recovery', id: null, code: `papers-${printed.n}` });
    return printed;
  });
}

const nextOf = (records: readonly RecoveryRecord[]): number => (records.at(-1)?.n ?? 0) + 1;

/** Papers that were printed while others count, and the teams whose keys they lack. Null where none wait. */
export async function waitingPapers({ db }: Ctx): Promise<{ n: number; lacking: string[] } | null> {
  const records = await recoveryRecords(db, keyringOf(db));
  const newest = records.at(-1);
  if (newest?.state !== 'printed' || !records.some(({ state }) => state === 'active')) return null;
  return { n: newest.n, lacking: await teamsWithoutRecovery(db, newest.n) };
}

/** The number of the papers that lack a key which this person holds; null for none. */
export async function papersToSeal(ctx: Ctx): Promise<number | null> {
  const waiting = await waitingPapers(ctx);
  if (waiting === null || waiting.lacking.length === 0) return null;
  const held: readonly string[] = await teamsHeldBy(ctx.db, personOf(ctx.actor));
  return waiting.lacking.some((team) => held.includes(team)) ? waiting.n : null;
}

/** Seals what the caller holds to the papers that wait. */
export async function sealToPapers(ctx: Ctx): Promise<void> {
  await atomically(ctx, async (inner) => {
    if (inner.keys === null) throw errors('cannot-grant');
    const waiting = await waitingPapers(inner);
    if (waiting === null) throw errors('changed');
    await grantToRecovery(inner.db, keyringOf(inner.db), inner.keys);
    inner.audit({ act: 'recovery.seal', kind: 'recovery', id: null, code: `papers-${waiting.n}` });
  });
}
