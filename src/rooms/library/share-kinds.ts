// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '#platform/records';
import { practice } from './kinds/practice.ts';
import { resource } from './kinds/resource.ts';

// What a stranger is asked: what they alone can tell. The rest, links and files (H5) are the reviewer's.

const sharedPractice: Kind = {
  ...practice,
  reads: [
    ['text', 'what', 'context', 'outcomes', 'conditions', 'address'],
    ['paper', 'organisation', 'country', 'practiceType', 'licence'],
    ['about', 'audiences', 'ages', 'topics'],
  ],
};

const sharedResource: Kind = {
  ...resource,
  reads: [
    ['text', 'what', 'address'],
    ['paper', 'organisation', 'country', 'resourceType', 'licence'],
    ['about', 'audiences', 'ages', 'topics'],
  ],
};

export const SHARED = ['practice', 'resource'] as const;
export type Shared = (typeof SHARED)[number];

const kinds: Record<Shared, Kind> = { practice: sharedPractice, resource: sharedResource };

/** The kind as its short form asks for it; null for one that nobody offers from outside. */
export function sharedKind(name: string): Kind | null {
  return name === 'practice' || name === 'resource' ? kinds[name] : null;
}

/** The fields of the short form. */
export function sharedFields(kind: Kind): string[] {
  return [kind.title, ...kind.reads.flatMap(([, ...fields]) => fields)];
}
