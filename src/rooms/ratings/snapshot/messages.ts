// SPDX-License-Identifier: EUPL-1.2
import type { Signature, SigningKey } from '#platform/seal';
import type { InForce } from '../queries/decisions-in-force.ts';

// What the publishing thread and its caller say to each other. One answer for each order, in the same turn.

export interface BuildData {
  key: Uint8Array;
  voices: [number, number][];
  decisions: InForce[];
}

export type BuildOrder =
  /** Claims in the order of names, as text. */
  | { do: 'take'; block: string }
  /** No more claims: lay the index out under this number. */
  | { do: 'finish'; number: number; createdMs: number; auditHead: Uint8Array }
  /** Bring the index to its final number with this delta, sign it and write it to `path`. */
  | { do: 'write'; delta: Uint8Array; path: string; signer: SigningKey };

export interface Finished {
  hosts: number;
  /** True where a host that must stay open looks listed, or two hosts share a hash: build again with another key. */
  isUnlucky: boolean;
}

export interface Written {
  signature: Signature;
  bytes: number;
  hosts: number;
}

export type BuildAnswer =
  | { did: 'take' }
  | { did: 'finish'; finished: Finished }
  | { did: 'write'; written: Written }
  /** The room or package code of what went wrong; never a host. */
  | { did: 'fail'; code: string };
