// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, personOf, type Role, type TxCtx } from '#platform/ctx';
import type { Db } from '#platform/db';
import {
  canonicalJson,
  grantTeam,
  keyFingerprint,
  keyringOf,
  membersOf,
  registryMatches,
  sha256,
  toHex,
} from '#platform/seal';
import { errors } from '../errors.ts';
import { type LastingTeam, teamsFor } from '../people/team-roles.ts';
import { endAllSessions } from '../sessions.ts';
import { reading, writing } from '../tables.ts';
import { addNews } from './news.ts';
import {
  type ActPayload,
  askSecond,
  decideAct,
  findAct,
  finishAct,
  type PendingAct,
} from './second-person.ts';

export const GRANT = 'key.grant';

/** What a grant would give, to be read before it is given. */
export interface GrantPlan {
  person: string;
  alias: string;
  roles: Role[];
  teams: LastingTeam[];
  canGrant: boolean;
  /** Custody and supervisors need a second supervisor where there is one (security.md 2.4). */
  second: boolean;
  /** SHA-256 of the public key the plan was made for. */
  key: string;
  fingerprint: string;
}

/**
 * What this person waits for. Null where nothing waits, or before they made their keys. Throws
 * `auth.keys-differ`, and closes the intake, when their public key does not bear our mark (N14).
 */
export async function grantPlan(ctx: Ctx, person: string): Promise<GrantPlan | null> {
  const row = await reading(ctx.db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'asked', 'pub', 'pub_mac'])
    .where('id', '=', person)
    .where('state', 'in', ['waiting', 'active'])
    .executeTakeFirst();
  if (row === undefined || row.asked === null || row.pub === null) return null;
  const keyring = keyringOf(ctx.db);
  const entry = { kind: 'user' as const, id: row.id, pub: row.pub };
  if (row.pub_mac === null || !registryMatches(keyring.mac, entry, row.pub_mac)) {
    keyring.intake.close('seal.registry');
    throw errors('keys-differ');
  }
  const roles = row.asked as Role[];
  const teams = teamsFor(roles);
  const canGrant = roles.includes('supervisor');
  const grave = canGrant || teams.includes('custody');
  return {
    person: row.id,
    alias: row.alias,
    roles,
    teams,
    canGrant,
    second: grave && (await otherSupervisors(ctx, row.id)) > 0,
    key: toHex(sha256(row.pub)),
    fingerprint: keyFingerprint(row.pub),
  };
}

/** How many supervisors there are beside this person and the caller. */
export async function otherSupervisors(ctx: Ctx, person: string): Promise<number> {
  const rows = await reading(ctx.db)
    .selectFrom('platform.person')
    .select(['id', 'roles'])
    .where('state', '=', 'active')
    .where('id', 'not in', [person, personOf(ctx.actor)])
    .execute();
  return rows.filter(({ roles }) => roles.includes('supervisor')).length;
}

/** Whether this person may give the keys of all these teams. */
export async function mayGrant(db: Db, person: string, teams: readonly LastingTeam[]): Promise<boolean> {
  for (const team of teams) {
    const members = await membersOf(db, keyringOf(db), team);
    if (!members.some((member) => member.person === person && member.canGrant)) return false;
  }
  return true;
}

/**
 * Gives the keys somebody waits for, or asks a second supervisor where one must confirm. `typed` is the
 * fingerprint that the newcomer read out; a wrong one gives nothing (N15). Needs the caller's keys.
 */
export async function grantKeys(
  ctx: Ctx,
  to: { person: string; typed: string },
): Promise<'granted' | 'asked' | 'wrong'> {
  return atomically(ctx, async (inner) => {
    const plan = await readyPlan(inner, to.person);
    if (!sameFingerprint(to.typed, plan.fingerprint)) {
      inner.audit({ act: 'key.grant-refused', kind: 'person', id: plan.person, code: 'fingerprint' });
      return 'wrong';
    }
    if (!plan.second) {
      await give(inner, plan);
      return 'granted';
    }
    await askSecond(inner, { act: GRANT, payload: payloadOf(plan) });
    return 'asked';
  });
}

/** The second supervisor's answer. Where they may give the keys themselves, approving gives them. */
export async function decideGrant(
  ctx: Ctx,
  choice: { id: string; decision: 'approved' | 'refused' | 'withdrawn' },
): Promise<'granted' | 'approved' | 'ended'> {
  return atomically(ctx, async (inner) => {
    await findGrant(inner, choice.id);
    const act = await decideAct(inner, choice);
    if (choice.decision !== 'approved') return 'ended';
    const plan = await samePlan(inner, act.payload);
    if (!(await mayGrant(inner.db, personOf(inner.actor), plan.teams))) return 'approved';
    await give(inner, plan);
    await finishAct(inner.db, inner.now, act.id);
    return 'granted';
  });
}

/** Gives the keys after a second supervisor approved who could not give them. */
export async function finishGrant(ctx: Ctx, id: string): Promise<void> {
  await atomically(ctx, async (inner) => {
    const act = await findGrant(inner, id);
    await give(inner, await samePlan(inner, act.payload));
    await finishAct(inner.db, inner.now, id);
  });
}

/** An open act of this kind; what rooms ask a second person for is decided by their own rules. */
export async function findGrant(ctx: Ctx, id: string): Promise<PendingAct> {
  const act = await findAct(ctx.db, ctx.now, id);
  if (act.act !== GRANT) throw errors('act-ended');
  return act;
}

async function readyPlan(ctx: TxCtx, person: string): Promise<GrantPlan> {
  const plan = await grantPlan(ctx, person);
  if (plan === null) throw errors('changed');
  if (plan.person === personOf(ctx.actor)) throw errors('not-yourself');
  if (!(await mayGrant(ctx.db, personOf(ctx.actor), plan.teams))) throw errors('cannot-grant');
  await requireWays(ctx.db, plan);
  return plan;
}

// What was confirmed is what happens: not other roles, and not another key of the same person.
async function samePlan(ctx: TxCtx, payload: ActPayload): Promise<GrantPlan> {
  const plan = await grantPlan(ctx, String(payload.person));
  if (plan === null || canonicalJson(payloadOf(plan)) !== canonicalJson(payload)) throw errors('changed');
  if (plan.person === personOf(ctx.actor)) throw errors('not-yourself');
  return plan;
}

function payloadOf(plan: Pick<GrantPlan, 'person' | 'roles' | 'teams' | 'canGrant' | 'key'>): ActPayload {
  const { person, roles, teams, canGrant, key } = plan;
  return { person, roles, teams, canGrant, key };
}

/** Who opens cases has an issued password, and who opens contacts no passkey that lies at a vendor (2.2). */
export async function requireWays(db: Db, plan: Pick<GrantPlan, 'person' | 'teams'>): Promise<void> {
  const ways = await reading(db)
    .selectFrom('platform.unlock')
    .select(['kind', 'issued', 'synced'])
    .where('user_id', '=', plan.person)
    .execute();
  if (ways.some((way) => way.kind === 'pw' && way.issued !== true)) throw errors('chosen-password');
  if (plan.teams.includes('custody') && ways.some((way) => way.synced === true))
    throw errors('synced-passkey');
}

async function give(ctx: TxCtx, plan: GrantPlan): Promise<void> {
  const { keys } = ctx;
  if (keys === null || !(await mayGrant(ctx.db, personOf(ctx.actor), plan.teams)))
    throw errors('cannot-grant');
  await requireWays(ctx.db, plan);
  const keyring = keyringOf(ctx.db);
  const { person, canGrant } = plan;
  for (const team of plan.teams) {
    await grantTeam(ctx.db, keyring, { keys, team, person, canGrant });
    await addNews(ctx, { team, act: 'granted', person });
    ctx.audit({ act: GRANT, kind: 'person', id: person, code: team });
  }
  await writing(ctx.db)
    .updateTable('platform.person')
    .set({ state: 'active', roles: plan.roles, asked: null })
    .where('id', '=', person)
    .execute();
  // With other roles they come in anew (2.3).
  await endAllSessions(ctx.db, person);
}

/** People read out in groups and small letters, and hear O for 0. */
export function sameFingerprint(typed: string, fingerprint: string): boolean {
  const tidy = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return tidy === fingerprint;
}
