// SPDX-License-Identifier: EUPL-1.2

// What the console and the desk do with lists and snapshots.
/** A list from a path: file, .gz, or UT1 folders. */
/** A list from a stream of bytes. */
export { importList, importPath } from './actions/import-list.ts';
/** A rating put forward; says who must release it. */
export { proposeDecision } from './actions/propose-decision.ts';
/** All ratings anew, in a thread of their own. */
export { publishSnapshot } from './actions/publish-snapshot.ts';
/** A rating in force, on every guard within a second. */
export { releaseDecision } from './actions/release-decision.ts';
/** A rating taken back as fast. */
export { undoDecision } from './actions/undo-decision.ts';
// What a verdict means.
/** Every category with its bit and age. */
export { CATEGORIES } from './categories.ts';
/** Levels by age, and what they say to a verdict. */
export { PRESETS, presetAnswer } from './presets.ts';
/** How the decisions of a case stand. */
export { decisionsOf } from './queries/decisions-of-case.ts';
// What a case does with a host.
/** How lists know a host: protected, known-good, well-known, shared. */
export { checkHost } from './queries/known-host.ts';

// What a guard follows.
/** The full snapshot, and what came after it. */
export { deltasSince, snapshotNow } from './queries/snapshot-now.ts';
/** Flags of a verdict: decided by a person, or by lists alone. */
export { CHECKED, LISTED } from './resolve.ts';
/** Public reasons to choose from, and the shape of a proposal. */
export { type ProposalInput, REASONS } from './schema.ts';
/** Opens only what is signed and newer. */
export { acceptDelta, acceptSnapshot } from './snapshot/accept-snapshot.ts';
/** Says at start where snapshots lie. */
export { keepSnapshotsIn } from './snapshot/folder.ts';
