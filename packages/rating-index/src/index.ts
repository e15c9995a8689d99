// SPDX-License-Identifier: Apache-2.0

/**
 * Host -> verdict, in the layout it is published in. The idea: a 64-bit keyed hash of a host chooses one line of 64
 * bytes and is partly stored there beside a 16-bit verdict id, ten hosts a line, three quarters full. The file is the
 * memory: opening it reads no host, a look-up reads one line for most names.
 *
 * Worked example: `games.example` is listed as subtree. The question `www.games.example` is hashed from its end:
 * `games.example` first; its line holds the entry, and says that nothing deeper is listed. The walk ends with that id.
 */

export { type Applied, applyDelta } from './apply-delta.ts';
export {
  addEntry,
  type BuiltIndex,
  buildIndex,
  type FinishOptions,
  finishIndex,
  type IndexBuilder,
  type IndexEntry,
  openBuilder,
} from './build.ts';
export { RatingIndexError, type RatingIndexErrorCode } from './errors.ts';
export { type FalseHit, type FalseHitOptions, findFalseHits } from './false-hits.ts';
export { KEY_BYTES } from './half-sip-hash.ts';
export { AUDIT_HEAD_BYTES, MAX_VERDICTS, type SnapshotFacts } from './layout.ts';
export { entryAt, lookupText, lookupWire } from './lookup.ts';
export { lookupBatch, type WireNames } from './lookup-batch.ts';
export { type DeltaOptions, makeDelta } from './make-delta.ts';
export type { Host } from './name.ts';
export {
  allocateShared,
  describeIndex,
  type IndexFacts,
  openIndex,
  type RatingIndex,
  verdictAt,
} from './open.ts';
export { ALLOW_ALWAYS, BLOCK_EVERYONE, MAX_AGE, NEVER, type Ruling, type Verdict } from './verdict.ts';
