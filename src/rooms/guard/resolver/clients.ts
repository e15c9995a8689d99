// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { HouseholdRules, NetworkRule } from './messages.ts';
import { clientAddress, networkLookup, prefixText } from './networks.ts';
import type { Rules } from './rules.ts';

/** Somebody whose rules we know. `waiting`: questions of theirs that are out with a server right now. */
export interface Client {
  readonly rules: Rules;
  waiting: number;
}

/** Addresses remembered between two changes of rules, so that a keyed hash is not made for every packet. */
const REMEMBERED = 4096;

/** Who asks: by the look-up of a device's token, or by the network a question comes from. */
export class Clients {
  readonly #key: KeyObject;
  readonly #households = new Map<string, HouseholdRules>();
  readonly #devices = new Map<string, Client>();
  readonly #networks = new Map<string, Client>();
  /** Prefix lengths that somebody registered, longest first, and how many networks have each. */
  readonly #lengths = { 4: new Map<number, number>(), 6: new Map<number, number>() };
  readonly #seen = new Map<string, Client | null>();

  constructor(guardKey: KeyObject) {
    this.#key = guardKey;
  }

  /** Takes every household there is. All are forgotten first: what was one's may be another's now. */
  replaceAll(all: readonly HouseholdRules[]): void {
    for (const before of [...this.#households.values()]) this.#forget(before);
    for (const one of all) this.replace(one);
    this.#seen.clear();
  }

  /** Takes one household as it is now: a device or network that is not in it any more is a stranger at once. */
  replace(now: HouseholdRules): void {
    const before = this.#households.get(now.household);
    if (before !== undefined) this.#forget(before);
    if (now.devices.length + now.networks.length === 0) this.#households.delete(now.household);
    else this.#remember(now);
    this.#seen.clear();
  }

  byDevice(lookup: string): Client | null {
    return this.#devices.get(lookup) ?? null;
  }

  /** The client behind an address as a socket gives it. */
  byAddress(address: string): Client | null {
    const known = this.#seen.get(address);
    if (known !== undefined) return known;
    const found = this.#find(address);
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    this.#seen.set(address, found);
    return found;
  }

  #find(address: string): Client | null {
    const bytes = clientAddress(address);
    if (bytes === null) return null;
    const lengths = this.#lengths[bytes.length === 4 ? 4 : 6];
    for (const bits of [...lengths.keys()].sort((a, b) => b - a)) {
      const client = this.#networks.get(networkLookup(this.#key, prefixText(bytes, bits)));
      if (client !== undefined) return client;
    }
    return null;
  }

  #remember(now: HouseholdRules): void {
    this.#households.set(now.household, now);
    const clients = now.rules.map((rules): Client => ({ rules, waiting: 0 }));
    for (const { lookup, rules } of now.devices) {
      const client = clients[rules];
      if (client !== undefined) this.#devices.set(lookup, client);
    }
    for (const network of now.networks) {
      const client = clients[network.rules];
      if (client === undefined) continue;
      this.#networks.set(network.lookup, client);
      this.#count(network, 1);
    }
  }

  #forget(before: HouseholdRules): void {
    this.#households.delete(before.household);
    for (const { lookup } of before.devices) this.#devices.delete(lookup);
    for (const network of before.networks) {
      if (this.#networks.delete(network.lookup)) this.#count(network, -1);
    }
  }

  #count({ family, bits }: NetworkRule, step: 1 | -1): void {
    const lengths = this.#lengths[family];
    const count = (lengths.get(bits) ?? 0) + step;
    if (count > 0) lengths.set(bits, count);
    else lengths.delete(bits);
  }
}
