// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Db } from '#platform/db';
import {
  type KeyList,
  listedSignatureHolds,
  readCanonicalJson,
  readSignature,
  type Signature,
  type SigningKey,
  sha256,
  signatureHolds,
  toBase64url,
  toHex,
} from '#platform/seal';
import { type Checkpoint, checkpointShape, NO_CHECKPOINT } from './checkpoint.ts';
import { reading } from './tables.ts';

/** A checkpoint as it is handed to a witness: one line of JSON. */
export interface SignedCheckpoint {
  payload: string;
  signature: Signature;
}

/**
 * Whose signatures count: this installation's own keys, and those that its key list vouches for on the day, because a key
 * that signed before may have been ended since.
 */
export interface CheckpointTrust {
  signers?: readonly Pick<SigningKey, 'kid' | 'pub'>[];
  list?: KeyList | null;
}

export interface CheckpointChecks {
  instance: string;
  trust: CheckpointTrust;
  /** What a witness kept; each must be signed, agree with the chain and be the one stored here. */
  witness?: readonly SignedCheckpoint[];
}

/**
 * The first checkpoint that does not hold. `payload`: not in the form; `prev`: one before it is missing or changed;
 * `signature`; `chain`: the entry it names has another hash; `cut`: the chain ends before it; `missing`: a witness
 * has it and we do not.
 */
export type CheckpointFinding =
  | { ok: true; checkpoints: number; witnessed: number }
  | {
      ok: false;
      day: string;
      seq: number;
      why: 'payload' | 'prev' | 'signature' | 'chain' | 'cut' | 'missing';
    };

/** Every stored checkpoint, oldest first, as a witness keeps them. */
export async function readCheckpoints(db: Db): Promise<(SignedCheckpoint & { day: string })[]> {
  const rows = await reading(db).selectFrom('audit.checkpoint').selectAll().orderBy('day').execute();
  return rows.map(({ day, payload, kid, sig }) => ({
    day,
    payload,
    signature: {
      v: 1,
      type: 'audit.checkpoint',
      kid,
      alg: 'Ed25519',
      sha256: toBase64url(sha256(Buffer.from(payload))),
      sig: toBase64url(sig),
    },
  }));
}

/** Holds every checkpoint against its signature, the one before it and the chain. Verify the chain itself first. */
export async function verifyCheckpoints(db: Db, checks: CheckpointChecks): Promise<CheckpointFinding> {
  const stored = await readCheckpoints(db);
  let prev = NO_CHECKPOINT;
  for (const one of stored) {
    const bad = await problemOf(db, one, { ...checks, prev });
    if (bad !== null) return { ok: false, day: one.day, ...bad };
    prev = toHex(sha256(Buffer.from(one.payload)));
  }
  const known = new Set(stored.map(({ payload }) => payload));
  for (const one of checks.witness ?? []) {
    const bad = await problemOf(db, one, { ...checks, prev: null });
    const day = readPayload(one.payload)?.day ?? '';
    if (bad !== null) return { ok: false, day, ...bad };
    if (!known.has(one.payload))
      return { ok: false, day, seq: readPayload(one.payload)?.seq ?? 0, why: 'missing' };
  }
  return { ok: true, checkpoints: stored.length, witnessed: checks.witness?.length ?? 0 };
}

const witnessLine = z.object({ payload: z.string(), signature: z.unknown() });

/** Reads a witness's file: a signed checkpoint a line. Null where a line is none. */
export function readWitness(text: string): SignedCheckpoint[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map(readWitnessLine);
  return read.every((one) => one !== null) ? read : null;
}

function readWitnessLine(line: string): SignedCheckpoint | null {
  try {
    const { payload, signature } = witnessLine.parse(JSON.parse(line));
    const known = readSignature(signature);
    return known === null ? null : { payload, signature: known };
  } catch {
    return null;
  }
}

type Problem = { seq: number; why: 'payload' | 'prev' | 'signature' | 'chain' | 'cut' };

async function problemOf(
  db: Db,
  { payload, signature, day }: SignedCheckpoint & { day?: string },
  checks: CheckpointChecks & { prev: string | null },
): Promise<Problem | null> {
  const said = readPayload(payload);
  if (said === null || said.instance !== checks.instance || (day !== undefined && said.day !== day))
    return { seq: 0, why: 'payload' };
  const { seq } = said;
  if (checks.prev !== null && said.prev !== checks.prev) return { seq, why: 'prev' };
  if (!isTrusted({ payload, signature }, checks.trust, said.day)) return { seq, why: 'signature' };
  if (seq === 0) return said.head === NO_CHECKPOINT ? null : { seq, why: 'chain' };
  const entry = await reading(db)
    .selectFrom('audit.entry')
    .select('h')
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (entry === undefined) return { seq, why: 'cut' };
  return toHex(entry.h) === said.head ? null : { seq, why: 'chain' };
}

function isTrusted({ payload, signature }: SignedCheckpoint, trust: CheckpointTrust, day: string): boolean {
  const bytes = Buffer.from(payload);
  const type = 'audit.checkpoint';
  const signer = trust.signers?.find(({ kid }) => kid === signature.kid);
  if (signer !== undefined) return signatureHolds(signature, { type, pub: signer.pub }, bytes);
  const list = trust.list ?? null;
  return list !== null && listedSignatureHolds(signature, { list, type, on: day }, bytes);
}

function readPayload(payload: string): Checkpoint | null {
  try {
    return checkpointShape.safeParse(readCanonicalJson(payload)).data ?? null;
  } catch {
    return null;
  }
}
