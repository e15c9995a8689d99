// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { Rules } from './rules.ts';

// What crosses between the main thread and the resolver's. Look-ups, numbers and packets: no nickname, no address of a
// household and no host that somebody asked for ever leaves the resolver's thread.

/** One server to forward to. */
export interface Upstream {
  readonly address: string;
  readonly port: number;
}

/** A name of our own that only devices with rules can resolve: how a family sees that protection is on. */
export interface TestName {
  readonly name: string;
  /** Where the pages are served, IPv4 or IPv6. */
  readonly addresses: readonly string[];
}

/** What the thread is started with. */
export interface ThreadSettings {
  readonly host: string;
  /** 0 picks a free one, the same for UDP and TCP. */
  readonly port: number;
  readonly upstreams: readonly Upstream[];
  /** Milliseconds to wait for each try, one server after the other. */
  readonly patience: readonly number[];
  /** Finds a registered network by a client's address; see networks.ts. */
  readonly guardKey: KeyObject;
  /** Our own name, as the source of "no such name". */
  readonly server: string;
  readonly test: TestName | null;
  readonly meaning: RatingMeaning;
  /** What it knows before it answers the first question. */
  readonly known: Known;
}

export interface Known {
  /** Null before the first snapshot of an installation. */
  readonly ratings: SharedArrayBuffer | null;
  readonly households: readonly HouseholdRules[];
}

/** What the bits of a verdict mean to a rule. The room of ratings decides it; the thread only counts. */
export interface RatingMeaning {
  /** By bit: the youngest age that category is for. */
  readonly categoryAges: Uint8Array;
  /** Flag of a verdict that a person made. */
  readonly checked: number;
}

/** A network by its look-up; `bits` is the prefix length that was registered. */
export interface NetworkRule {
  readonly lookup: string;
  readonly family: 4 | 6;
  readonly bits: number;
  readonly rules: number;
}

/** All that the resolver knows of one household. Look-ups are hex. */
export interface HouseholdRules {
  readonly household: string;
  /** One for each child. */
  readonly rules: readonly Rules[];
  readonly devices: readonly { readonly lookup: string; readonly rules: number }[];
  readonly networks: readonly NetworkRule[];
}

export type ToThread =
  | { readonly kind: 'ratings'; readonly buffer: SharedArrayBuffer }
  /** Every household there is. */
  | { readonly kind: 'households'; readonly all: readonly HouseholdRules[] }
  /** One household as it is now; without devices and networks it is gone. */
  | { readonly kind: 'household'; readonly one: HouseholdRules }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly device: string;
      readonly packet: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'stop' };

export type FromThread =
  | { readonly kind: 'listening'; readonly port: number }
  /** It cannot listen: an error code of the system, such as EADDRINUSE. */
  | { readonly kind: 'refused'; readonly code: string }
  /** `bytes` is null where nothing may be sent. */
  | { readonly kind: 'answer'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> | null }
  /** A packet or connection ended in an error that nobody expected. */
  | { readonly kind: 'fault' };
