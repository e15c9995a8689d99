// SPDX-License-Identifier: EUPL-1.2

// What others may ask of `guard`: nothing about families, only the resolver itself.

/** DNS over HTTPS without a server around it, for an edge of its own. */
export { answerDoh, type DohAnswer, messageOf } from './doh-answer.ts';
/** A resolver that follows ratings and rules. */
export { type Guard, type GuardOptions, startGuard } from './start-guard.ts';
