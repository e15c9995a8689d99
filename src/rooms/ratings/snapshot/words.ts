// SPDX-License-Identifier: EUPL-1.2
import type { InForce } from '../queries/decisions-in-force.ts';
import type { Voices } from '../queries/fresh-sources.ts';
import type { NamedClaim, NamedDecision, NamedWords } from './compile.ts';

/** Decisions by name, in the order of names. Two of one name and scope (one guarded) give the stricter. */
export function sortDecisions(decisions: readonly InForce[]): { key: string; decision: NamedDecision }[] {
  const byName = new Map<string, NamedDecision>();
  for (const { name, scope, verdict } of decisions) {
    const known = byName.get(name) ?? { host: null, subtree: null };
    const before = known[scope];
    const stricter = before !== null && before.minAge >= verdict.minAge ? before : verdict;
    byName.set(name, { ...known, [scope]: stricter });
  }
  return [...byName].map(([key, decision]) => ({ key, decision })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Brings claims and decisions together, name by name, in the order of names. Claims come as text, one a line:
 * name, source, category, below (0 or 1), tabs between, in the order of names; a name may go on in the next block.
 */
export class WordJoiner {
  readonly #decisions: { key: string; decision: NamedDecision }[];
  readonly #voices: Voices;
  readonly #give: (words: NamedWords) => void;
  #next = 0;
  #key = '';
  #claims: NamedClaim[] = [];

  constructor(from: { decisions: readonly InForce[]; voices: Voices }, give: (words: NamedWords) => void) {
    this.#decisions = sortDecisions(from.decisions);
    this.#voices = from.voices;
    this.#give = give;
  }

  push(block: string): void {
    for (let at = 0; at < block.length; ) {
      const newline = block.indexOf('\n', at);
      const end = newline < 0 ? block.length : newline;
      this.#line(block.slice(at, end));
      at = end + 1;
    }
  }

  end(): void {
    this.#finish();
    for (; this.#next < this.#decisions.length; this.#next++) this.#alone();
  }

  #line(line: string): void {
    const [key = '', source, category, below] = line.split('\t');
    if (key !== this.#key) {
      this.#finish();
      this.#key = key;
      this.#claims = [];
    }
    const group = this.#voices.get(Number(source));
    if (group !== undefined) this.#claims.push({ group, category: Number(category), below: below === '1' });
  }

  /** Gives the name that is complete, after decided names that come before it. */
  #finish(): void {
    const key = this.#key;
    if (key === '') return;
    while ((this.#decisions[this.#next]?.key ?? '\uffff') < key) {
      this.#alone();
      this.#next++;
    }
    const decided = this.#decisions[this.#next];
    if (decided?.key === key) this.#next++;
    const decision = decided?.key === key ? decided.decision : null;
    if (decision !== null || this.#claims.length > 0) this.#give({ key, claims: this.#claims, decision });
    this.#key = '';
  }

  #alone(): void {
    const decided = this.#decisions[this.#next];
    if (decided !== undefined) this.#give({ key: decided.key, claims: [], decision: decided.decision });
  }
}
