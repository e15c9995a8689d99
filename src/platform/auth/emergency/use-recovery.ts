// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type Role, type TxCtx } from '#platform/ctx';
import {
  type Half,
  keyFingerprint,
  keyringOf,
  makeRecovery,
  recoverTeams,
  SealError,
  teamsOf,
} from '#platform/seal';
import { changeInstallation } from '#platform/setup';
import { errors } from '../errors.ts';
import { requireWays, sameFingerprint } from '../keys/grant.ts';
import { addNews } from '../keys/news.ts';
import { teamsFor } from '../people/team-roles.ts';
import { endAllSessions } from '../sessions.ts';
import { reading, writing } from '../tables.ts';
import { readAny } from './read-half.ts';
import { countSlip, hashOf, requireEmergency } from './window.ts';

export interface EmergencyForm {
  alias: string;
  fingerprint: string;
  a: string;
  b: string;
}

export type EmergencyField = keyof EmergencyForm;

/** What is printed once: the next recovery key, because the one that was used is spent. */
export interface Recovered {
  alias: string;
  halves: { n: number; a: string; b: string };
}

interface Rescuer {
  id: string;
  alias: string;
  roles: Role[];
}

/**
 * The emergency (security.md 2.11): both halves give every team key to one named supervisor, who was invited and
 * made their own keys before. Answers what is printed once, or the field that is wrong. The link works once, the
 * recovery key is spent, and everybody here is told for thirty days.
 */
export async function recover(
  ctx: Ctx,
  typed: EmergencyForm & { token: string },
): Promise<Recovered | EmergencyField> {
  await requireEmergency(ctx, typed.token);
  const rescuer = await findRescuer(ctx, typed);
  if (typeof rescuer === 'string') return slip(ctx, rescuer);
  const a = readAny(typed.a);
  const b = readAny(typed.b);
  try {
    if (a?.name !== 'A') return await slip(ctx, 'a');
    if (b?.name !== 'B' || b.n !== a.n) return await slip(ctx, 'b');
    return await atomically(ctx, (inner) => use(inner, { token: typed.token, halves: [a, b], rescuer }));
  } catch (error) {
    if (error instanceof SealError && error.code === 'seal.recovery-halves') return slip(ctx, 'a');
    throw error;
  } finally {
    a?.bytes.dispose();
    b?.bytes.dispose();
  }
}

async function slip(ctx: Ctx, field: EmergencyField): Promise<EmergencyField> {
  await countSlip(ctx, field);
  return field;
}

async function findRescuer(ctx: Ctx, typed: EmergencyForm): Promise<Rescuer | EmergencyField> {
  const row = await reading(ctx.db)
    .selectFrom('platform.person')
    .select(['id', 'alias', 'roles', 'asked', 'pub'])
    .where((is) => is(is.fn('lower', ['alias']), '=', is.fn('lower', [is.val(typed.alias.trim())])))
    .where('state', 'in', ['waiting', 'active'])
    .executeTakeFirst();
  if (row === undefined || row.pub === null) return 'alias';
  const roles = [...new Set([...row.roles, ...(row.asked ?? [])])] as Role[];
  if (!roles.includes('supervisor')) return 'alias';
  if (!sameFingerprint(typed.fingerprint, keyFingerprint(row.pub))) return 'fingerprint';
  await requireWays(ctx.db, { person: row.id, teams: teamsFor(roles) });
  return { id: row.id, alias: row.alias, roles };
}

async function use(
  ctx: TxCtx,
  { token, halves, rescuer }: { token: string; halves: readonly [Half, Half]; rescuer: Rescuer },
): Promise<Recovered> {
  const keyring = keyringOf(ctx.db);
  const open = await writing(ctx.db)
    .deleteFrom('platform.recovery_window')
    .where('token_hash', '=', hashOf(token))
    .returning('one')
    .executeTakeFirst();
  if (open === undefined) throw errors('link-ended');
  // The next key first: what the old one opens is sealed to it in the same step.
  const { n, a, b } = await makeRecovery(ctx.db, keyring, ctx.now);
  await recoverTeams(ctx.db, keyring, { halves, person: rescuer.id });
  await writing(ctx.db)
    .updateTable('platform.person')
    .set({ state: 'active', roles: rescuer.roles, asked: null })
    .where('id', '=', rescuer.id)
    .execute();
  await endAllSessions(ctx.db, rescuer.id);
  await changeInstallation(ctx, { recovery: { n, confirmedOn: null } });
  ctx.audit({ act: 'recovery.use', kind: 'person', id: rescuer.id });
  for (const team of await teamsOf(ctx.db, keyring, rescuer.id)) {
    ctx.audit({ act: 'key.grant', kind: 'person', id: rescuer.id, code: team });
    await addNews(ctx, { team, act: 'recovered', person: rescuer.id });
  }
  return { alias: rescuer.alias, halves: { n, a, b } };
}
