// SPDX-License-Identifier: EUPL-1.2
import { appendAudit } from '#platform/audit';
import { type Db, type Tx, transaction } from '#platform/db';
import type { Translate } from '#platform/i18n';
import type { Log } from '#platform/log';
import type { Keys } from '#platform/seal';

export const ROLES = [
  'operator',
  'supervisor',
  'custodian',
  'editor',
  'reviewer',
  'admin',
  'analyst',
  'secretariat',
  'member',
  'librarian',
  'lawyer',
  'clerk',
  'translator',
  'campaigner',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Ids only: an alias or name is read where it is shown. */
export type Actor =
  | { kind: 'public' }
  | { kind: 'reporter'; receipt: string }
  | { kind: 'family'; household: string }
  | { kind: 'child'; device: string }
  | { kind: 'person'; id: string; alias: string; roles: readonly Role[] }
  | { kind: 'system'; name: string };

/** What happened to which record, in codes and ids (security.md 3.5). Never words, names or addresses. */
export interface AuditEntry {
  act: string;
  kind: string;
  id: string | null;
  code?: string | null;
}

/**
 * What an action works with, and all it may know of the world. `db` is a read handle outside a
 * transaction; `keys` is null except inside a request that was opened with the caller's own keys.
 */
export interface Ctx {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  readonly log: Log;
  readonly t: Translate;
  readonly audit: (entry: AuditEntry) => void;
  readonly keys: Keys | null;
}

export interface TxCtx extends Ctx {
  readonly db: Tx;
}

const open = new WeakMap<Tx, AuditEntry[]>();

/**
 * Runs `work` in one transaction and writes its audit entries last, just before the commit, because the
 * chain's head stays locked from the first entry on. Inside another `atomically` it joins that one.
 */
export function atomically<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  return transaction(ctx.db, async (tx) => {
    const joined = open.get(tx);
    const entries = joined ?? [];
    if (joined === undefined) open.set(tx, entries);
    const result = await work({ ...ctx, db: tx, audit: (entry) => entries.push(entry) });
    if (joined === undefined) {
      for (const entry of entries) await appendAudit(tx, { ...entry, ...auditActor(ctx.actor) });
    }
    return result;
  });
}

/** The signed-in person's id. Throws for anybody else: the route's access rule let only people pass. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new TypeError(`a person was expected, not ${actor.kind}`);
  return actor.id;
}

/** Whether the actor is a person who holds one of `roles`. */
export function holds(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === 'person' && actor.roles.some((role) => roles.includes(role));
}

function auditActor(actor: Actor): { actor: string; role: string } {
  switch (actor.kind) {
    case 'person':
      return { actor: actor.id, role: actor.roles[0] ?? 'none' };
    case 'system':
      return { actor: 'system', role: actor.name };
    // The audit must not tell which of a family's or reporter's visits an act belongs to.
    default:
      return { actor: actor.kind, role: actor.kind };
  }
}
