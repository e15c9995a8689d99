// SPDX-License-Identifier: EUPL-1.2
import type { RequestMade } from './requirements.ts';

/** What a test with ids in its title did, as the record keeps it. `lacks` says why it proves nothing yet. */
export interface ProofRow {
  readonly ids: readonly string[];
  readonly test: string;
  readonly file: string;
  readonly passed: boolean;
  readonly requests: readonly RequestMade[];
  readonly lacks: readonly string[];
}

export const MOST_IDS_A_TEST = 3;

/** Ids in square brackets at any place of a title: "[VI-18]", "[VI-18, RU-03]". */
export function idsInTitle(title: string): string[] {
  const groups = title.match(/\[[^\]]*\]/g) ?? [];
  return groups.flatMap((group) => group.match(/\b(?:RU|ZH|VI|LV)-\d{2,3}\b/g) ?? []);
}

/** A proof changes something, and afterwards somebody with another role reads a page or answer. */
export function proofOf(ids: readonly string[], requests: readonly RequestMade[]): { lacks: string[] } {
  const lacks: string[] = [];
  if (ids.length > MOST_IDS_A_TEST) lacks.push(`names more than ${MOST_IDS_A_TEST} requirements`);
  const change = requests.findIndex(changes);
  if (requests.length === 0) lacks.push('made no request');
  else if (change < 0) lacks.push('changed nothing');
  else if (!readByAnother(requests)) lacks.push('nobody in another role read the effect');
  return { lacks };
}

function changes({ verb, status }: RequestMade): boolean {
  return verb !== 'GET' && verb !== 'HEAD' && status >= 200 && status < 400;
}

function readByAnother(requests: readonly RequestMade[]): boolean {
  return requests.some((change, at) => {
    if (!changes(change)) return false;
    const later = requests.slice(at + 1);
    return later.some(({ verb, status, role }) => verb === 'GET' && status === 200 && role !== change.role);
  });
}
