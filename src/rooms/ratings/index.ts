// SPDX-License-Identifier: EUPL-1.2

/** A list from a stream of bytes; a list from a path: file, .gz, or UT1 folders. */
export { importList, importPath } from './actions/import-list.ts';
/** A person's rating put forward; says who must release it. */
export { proposeDecision } from './actions/propose-decision.ts';
/** All ratings anew, built in a thread of their own. */
export { publishSnapshot } from './actions/publish-snapshot.ts';
/** A rating in force, published in the same transaction. */
export { releaseDecision } from './actions/release-decision.ts';
/** A rating taken back as fast. */
export { undoDecision } from './actions/undo-decision.ts';
/** Every category with its bit and age. */
export { CATEGORIES } from './categories.ts';
/** Levels by age, and what they say to a verdict. */
export { PRESETS, presetAnswer } from './presets.ts';
/** What lists say about one exact host, and what follows from that. */
export { claimsAbout } from './queries/claims-about.ts';
/** How the decisions of a case stand. */
export { decisionsOf } from './queries/decisions-of-case.ts';
/** How lists know a host: protected, known-good, well-known, shared. */
export { checkHost } from './queries/known-host.ts';
/** The full snapshot, and the deltas after a number. */
export { deltasSince, snapshotNow } from './queries/snapshot-now.ts';
/** Flag of a verdict: decided by a person. */
export { CHECKED } from './resolve.ts';
/** Public reasons to choose from, and the shape of a proposal. */
export { type ProposalInput, REASONS } from './schema.ts';
/** Opens only what is signed and newer. */
export { acceptDelta, acceptSnapshot } from './snapshot/accept-snapshot.ts';
/** Says at start where snapshots lie. */
export { keepSnapshotsIn } from './snapshot/folder.ts';
