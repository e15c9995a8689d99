// SPDX-License-Identifier: EUPL-1.2
import { type AnswerPlan, lowerName, TYPE, textToName } from '@rowan/dns-wire';
import { type Answers, addressAnswer } from './answers.ts';
import type { TestName } from './messages.ts';
import { isNameAt, type NameWalk, nameString, newWalk, walkName } from './names.ts';

// Names that are never asked outside: those that have a meaning only here, those that would tell a stranger about the
// home, and those by which a device asks whether it may go round a filter.

/** A name of our own, for itself alone or for all names below it too. */
interface LocalName {
  readonly name: string;
  readonly below: boolean;
  readonly answer: (qtype: number) => AnswerPlan;
}

/** A device that asks for these is told "no such name", and leaves its own way of resolving (vendors' documents). */
const CANARIES = ['use-application-dns.net', 'mask.icloud.com', 'mask-h2.icloud.com'];

/** RFC 6761, 6762, 7686, 8375, 9476 and ICANN's resolution of 2024-07-29. */
const NOT_OUTSIDE = ['invalid', 'test', 'local', 'onion', 'home.arpa', 'alt', 'internal'];

/** RFC 6303 and 7793: whose address is that? Nobody outside knows, and nobody outside should hear the question. */
const PRIVATE_REVERSE = [
  ...['0', '10', '127', '254.169', '168.192', '2.0.192', '100.51.198', '113.0.203', '255.255.255.255'],
  ...range(16, 31).map((n) => `${n}.172`),
  ...range(64, 127).map((n) => `${n}.100`),
].map((part) => `${part}.in-addr.arpa`);
const ZEROS = '0.'.repeat(31);
const PRIVATE_REVERSE_V6 = [
  `0.${ZEROS}`,
  `1.${ZEROS}`,
  'd.f.',
  '8.e.f.',
  '9.e.f.',
  'a.e.f.',
  'b.e.f.',
  '8.b.d.0.1.0.0.2.',
].map((part) => `${part}ip6.arpa`);

/** A device looks a test up again and again while somebody sets it up. */
const TEST_SECONDS = 1;

/** The names answered here, found by the hashes of a walk. */
export class LocalNames {
  readonly #byHash = new Map<number, LocalName>();
  readonly #walk = newWalk();

  constructor(answers: Answers, test: TestName | null) {
    for (const name of CANARIES) this.#add(name, false, () => answers.noName);
    for (const name of [...NOT_OUTSIDE, ...PRIVATE_REVERSE, ...PRIVATE_REVERSE_V6]) {
      this.#add(name, true, () => answers.noName);
    }
    // RFC 9462 6.4: handed on, the answer would lead the device to the server behind us.
    this.#add('resolver.arpa', true, () => answers.noData);
    this.#add('localhost', true, byFamily(answers, ['127.0.0.1', '::1']));
    if (test !== null) this.#add(test.name, false, byFamily(answers, test.addresses, TEST_SECONDS));
  }

  /** The longest of our names that the walked name is, or is below of; null for a name of the world. */
  find(packet: Uint8Array, walk: NameWalk): LocalName | null {
    for (let label = 0; label < walk.count; label += 1) {
      const found = this.#byHash.get(walk.hashes[label] ?? 0);
      if (found === undefined || (label > 0 && !found.below)) continue;
      if (isNameAt(packet, walk.offsets[label] ?? 0, found.name)) return found;
    }
    return null;
  }

  #add(text: string, below: boolean, answer: LocalName['answer']): void {
    const wire = textToName(text);
    const name = wire === null ? null : lowerName(wire);
    if (name === null) return;
    this.#byHash.set(walkName(this.#walk, name, 0), { name: nameString(name), below, answer });
  }
}

function byFamily(answers: Answers, addresses: readonly string[], seconds?: number): LocalName['answer'] {
  const v4 = addresses.filter((address) => !address.includes(':'));
  const v6 = addresses.filter((address) => address.includes(':'));
  const plans = new Map<number, AnswerPlan>();
  if (v4.length > 0) plans.set(TYPE.a, addressAnswer(v4, seconds));
  if (v6.length > 0) plans.set(TYPE.aaaa, addressAnswer(v6, seconds));
  return (qtype) => plans.get(qtype) ?? answers.noData;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
