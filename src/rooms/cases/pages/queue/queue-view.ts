// SPDX-License-Identifier: EUPL-1.2
import type { QueueCounts, QueueFilter, QueueRow } from '../../queries/queue-view.ts';
import type { Need } from '../../rules/priority.ts';
import type { Desk } from '../words.tsx';

/** What the queue is shown with. */
export interface QueuePageView extends Desk {
  filter: QueueFilter;
  counts: QueueCounts;
  rows: readonly QueueRow[];
  page: number;
  pages: number;
  languages: readonly string[];
  /** What this person said they can take today; all, until they say. */
  can: readonly Need[];
  resting: boolean;
  works: boolean;
  /** Word of what was just done, from the address. */
  done: 'nothing-next' | 'no-such-case' | 'deleted' | 'rest' | 'restricted' | null;
}
