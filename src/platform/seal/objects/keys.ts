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

const place = ({ team, epoch }: TeamEpoch) => `${team}/${epoch}`;

// Born in this file, or not at all: an object of the same shape opens nothing.
const born = new WeakSet<Keys>();

/**
 * What one request can open. Team keys are opened when first needed. Prints as nothing; `dispose`
 * overwrites every key, and after it, or outside its request, nothing opens.
 */
export class Keys implements Disposable {
  readonly holder: KeyHolder;
  readonly now: Date;
  readonly #request: object;
  readonly #own: Secret;
  readonly #grants: ReadonlyMap<string, TeamEpoch & { sealed: Uint8Array }>;
  readonly #opened = new Map<string, Secret>();
  #gone = false;

  constructor(from: {
    holder: KeyHolder;
    now: Date;
    own: Secret;
    grants: readonly (TeamEpoch & { sealed: Uint8Array })[];
  }) {
    this.#request = requireRequest();
    this.holder = from.holder;
    this.now = from.now;
    this.#own = Secret.copyOf(from.own.bytes());
    this.#grants = new Map(from.grants.map((grant) => [place(grant), grant]));
  }

  /** The teams and epochs whose keys the holder has. */
  get teams(): TeamEpoch[] {
    return [...this.#grants.values()].map(({ team, epoch }) => ({ team, epoch }));
  }

  holds(at: TeamEpoch): boolean {
    return this.#grants.has(place(at));
  }

  /** The holder's own private key. */
  own(): Secret {
    this.#requireLive();
    return this.#own;
  }

  /** A team's private key, or throws `seal.no-key` (not-allowed). */
  async team(at: TeamEpoch): Promise<Secret> {
    this.#requireLive();
    const known = this.#opened.get(place(at));
    if (known !== undefined) return known;
    const grant = this.#grants.get(place(at));
    if (grant === undefined) throw new SealError('not-allowed', 'seal.no-key');
    const from = { priv: this.#own, context: context.teamToUser(at, this.holder.id) };
    const key = await openKey(from, grant.sealed);
    if (this.#gone) key.dispose();
    this.#requireLive();
    this.#opened.set(place(at), key);
    return key;
  }

  dispose(): void {
    this.#gone = true;
    this.#own.dispose();
    for (const key of this.#opened.values()) key.dispose();
    this.#opened.clear();
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

  #requireLive(): void {
    if (!born.has(this) || requireRequest() !== this.#request) {
      throw new SealError('defect', 'seal.outside-request');
    }
    if (this.#gone) throw new SealError('defect', 'seal.key-disposed');
  }
}

/**
 * The keys of the person or receipt whose private key this is, inside `asRequest`. The caller disposes
 * both `key` and what it gets. `now` is the request's time; leases are measured by it.
 */
export async function openKeys(db: Db, from: KeyHolder & { key: Secret; now?: Date }): Promise<Keys> {
  const holder = { kind: from.kind, id: from.id };
  requireRequest();
  const grants = from.kind === 'receipt' ? [] : await grantsOf(db, from.id);
  const keys = new Keys({ holder, now: from.now ?? new Date(), own: from.key, grants });
  born.add(keys);
  return keys;
}

async function grantsOf(db: Db, person: string): Promise<(TeamEpoch & { sealed: Buffer })[]> {
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
