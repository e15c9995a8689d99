// SPDX-License-Identifier: EUPL-1.2
export { type AppendedEntry, appendAudit } from './append.ts';
export { type Checkpoint, checkpointJob, makeCheckpoint } from './checkpoint.ts';
export { type ChainFinding, verifyChain } from './verify.ts';
export {
  type CheckpointFinding,
  type CheckpointTrust,
  readCheckpoints,
  readWitness,
  type SignedCheckpoint,
  verifyCheckpoints,
} from './verify-checkpoints.ts';
