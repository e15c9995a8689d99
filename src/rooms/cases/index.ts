// SPDX-License-Identifier: EUPL-1.2

// What others may ask of `cases`. Everything takes the caller's context, and so its transaction.

/** For a leaver: every open case of theirs to one person or back to the queue. */
export { handOverCases } from './actions/queue/give-case.ts';
export { caseClosed, caseConfirmed, caseUnopened } from './events.ts';
/** For the health page, and for the page on which a person leaves. */
export { type DeskHealth, deskHealth, openCasesOf } from './queries/health.ts';
