// SPDX-License-Identifier: EUPL-1.2
export { checkChain } from './check-chain.ts';
export { type HealthFacts, type HealthServices, readHealth } from './facts.ts';
export { type Finding, judge, type Light } from './judge.ts';
