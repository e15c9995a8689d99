// SPDX-License-Identifier: EUPL-1.2
import { inspect } from 'node:util';
import type { Db } from '#platform/db';
import { context, type TeamEpoch } from '../crypto/contexts.ts';
import { openKey } from '../crypto/hpke.ts';
import { Secret } from '../crypto/secret.ts';
import { SealError } from '../errors.ts';
import { reading } from '../tables.ts';
import { requireRequest } from './request.ts';

/** Whose private key it is: a signed-in person's, or a receipt's whose code was just given. */
export type KeyHolder = { kind: 'person' | 'receipt'; id: string };

type Grant = TeamEpoch & { sealed: Uint8Array };

/**
 * What one request can open, as everybody may hold it: it shows whose it is and gives no key away.
 * Team keys are opened when first needed. `dispose` overwrites all; after it, and outside the request,
 * nothing opens. Prints as nothing (N68).
 */
export class Keys implements Disposable {
  readonly holder: KeyHolder;
  /** The request's time; leases are measured by it. */
  readonly now: Date;

  constructor(holder: KeyHolder, now: Date) {
    this.holder = holder;
    this.now = now;
  }

  /** The teams and epochs whose keys the holder has. */
  get teams(): TeamEpoch[] {
    return insideOf(this).teams;
  }

  holds(at: TeamEpoch): boolean {
    return this.teams.some(({ team, epoch }) => team === at.team && epoch === at.epoch);
  }

  dispose(): void {
    insides.get(this)?.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  toJSON(): string {
    return '[keys]';
  }

  [inspect.custom](): string {
    return '[keys]';
  }
}

/** The private keys behind a Keys, known to this folder's functions only. */
class Inside {
  readonly #request: object;
  readonly #own: Secret;
  readonly #grants: readonly Grant[];
  readonly #opened = new Map<Grant, Secret>();
  #gone = false;

  constructor(own: Secret, grants: readonly Grant[]) {
    this.#request = requireRequest();
    this.#own = Secret.copyOf(own.bytes());
    this.#grants = grants;
  }

  get teams(): TeamEpoch[] {
    return this.#grants.map(({ team, epoch }) => ({ team, epoch }));
  }

  requireLive(): void {
    if (requireRequest() !== this.#request) throw new SealError('defect', 'seal.outside-request');
    if (this.#gone) throw new SealError('defect', 'seal.key-disposed');
  }

  own(): Secret {
    this.requireLive();
    return this.#own;
  }

  async team(at: TeamEpoch, person: string): Promise<Secret> {
    this.requireLive();
    const grant = this.#grants.find(({ team, epoch }) => team === at.team && epoch === at.epoch);
    if (grant === undefined) throw new SealError('not-allowed', 'seal.no-key');
    const known = this.#opened.get(grant);
    if (known !== undefined) return known;
    const from = { priv: this.#own, context: context.teamToUser(at, person) };
    const key = await openKey(from, grant.sealed);
    if (this.#gone) key.dispose();
    this.requireLive();
    this.#opened.set(grant, key);
    return key;
  }

  dispose(): void {
    this.#gone = true;
    this.#own.dispose();
    for (const key of this.#opened.values()) key.dispose();
    this.#opened.clear();
  }
}

// Only openKeys puts something here: an object of the same shape opens nothing.
const insides = new WeakMap<Keys, Inside>();

function insideOf(keys: Keys): Inside {
  const inside = insides.get(keys);
  if (inside === undefined) throw new SealError('defect', 'seal.outside-request');
  return inside;
}

/** The holder's own private key. Throws `seal.outside-request`, `seal.key-disposed`. */
export function ownKey(keys: Keys): Secret {
  return insideOf(keys).own();
}

/** A team's private key, or throws `seal.no-key` (not-allowed). Do not dispose it. */
export function teamKey(keys: Keys, at: TeamEpoch): Promise<Secret> {
  return insideOf(keys).team(at, keys.holder.id);
}

/**
 * The keys of the person or receipt whose private key this is, inside `asRequest`. The caller disposes
 * both `key` and what it gets.
 */
export async function openKeys(db: Db, from: KeyHolder & { key: Secret; now?: Date }): Promise<Keys> {
  requireRequest();
  const grants = from.kind === 'receipt' ? [] : await grantsOf(db, from.id);
  const keys = new Keys({ kind: from.kind, id: from.id }, from.now ?? new Date());
  insides.set(keys, new Inside(from.key, grants));
  return keys;
}

async function grantsOf(db: Db, person: string): Promise<Grant[]> {
  return reading(db)
    .selectFrom('platform.team_grant as grant')
    .innerJoin('platform.team as team', (join) =>
      join.onRef('team.id', '=', 'grant.team_id').onRef('team.epoch', '=', 'grant.epoch'),
    )
    .select(['grant.team_id as team', 'grant.epoch', 'grant.sealed'])
    .where('grant.holder', '=', 'user')
    .where('grant.holder_id', '=', person)
    .where('team.state', '<>', 'destroyed')
    .execute();
}
