// SPDX-License-Identifier: EUPL-1.2
import { refused } from '../errors.ts';
import { toHex } from './bytes.ts';

declare const contextBrand: unique symbol;

/**
 * What a box or seal is for and where it lies: bound into it, so that one moved to another row,
 * team, epoch or person does not open (N08, N09). Made only here.
 */
export type Context = string & { readonly [contextBrand]: true };

// No slash and no space: the parts stay apart however they are joined. Ids, slugs, hosts, kinds fit.
const PART = /^[a-z0-9][a-z0-9._:-]{0,127}$/;

function build(...parts: (string | number)[]): Context {
  for (const part of parts) {
    if (!PART.test(String(part))) throw refused('seal.context');
  }
  return `rowan/v1/${parts.join('/')}` as Context;
}

const epochPart = (epoch: number): number => {
  if (!Number.isSafeInteger(epoch) || epoch < 1) throw refused('seal.context');
  return epoch;
};

/** A team key at one epoch: what a seal names. */
export type TeamEpoch = { team: string; epoch: number };

/** Every context of security.md 3.1, by name. Ids are lower-case UUID text, session ids raw bytes. */
export const context = {
  wrapUser: (user: string, unlock: string) => build('wrap', 'user', user, unlock),
  wrapReceipt: (receipt: string) => build('wrap', 'receipt', receipt),
  wrapSession: (sid: Uint8Array) => build('wrap', 'session', toHex(sid)),
  wrapTotp: (unlock: string) => build('wrap', 'totp', unlock),
  teamToUser: (at: TeamEpoch, user: string) =>
    build('seal', 'team', at.team, epochPart(at.epoch), 'user', user),
  teamToRecovery: (at: TeamEpoch, n: number) =>
    build('seal', 'team', at.team, epochPart(at.epoch), 'recovery', n),
  objectToTeam: (object: string, at: TeamEpoch) =>
    build('seal', 'object', object, 'team', at.team, epochPart(at.epoch)),
  objectToReceipt: (object: string, receipt: string) => build('seal', 'object', object, 'receipt', receipt),
  objectToUser: (object: string, user: string) => build('seal', 'object', object, 'user', user),
  data: (kind: string, object: string) => build('data', kind, object),
  draft: (sid: Uint8Array) => build('data', 'draft', toHex(sid)),
  machine: (purpose: string, row: string) => build('machine', purpose, row),
  keyring: (instance: string) => build('keyring', instance),
  keyringToRecovery: (instance: string, n: number) => build('seal', 'keyring', instance, 'recovery', n),
} as const;
