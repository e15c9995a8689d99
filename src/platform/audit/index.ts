// SPDX-License-Identifier: EUPL-1.2
export { type AppendedEntry, appendAudit } from './append.ts';
export { type ChainFinding, verifyChain } from './verify.ts';
