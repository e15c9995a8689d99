// SPDX-License-Identifier: EUPL-1.2
import type { Ctx } from '#platform/ctx';
import type { Db } from '#platform/db';
import type { MessageKey } from '#platform/i18n';
import { may } from '../access.ts';
import { flatten } from '../change/flat.ts';
import { same } from '../change/same.ts';
import { missingFiles } from '../files/find-file.ts';
import type { Kind } from '../kind/kind.ts';
import { schemesOf } from '../queries/vocabulary.ts';
import type { FullRecord } from '../record.ts';
import { kinds } from '../registry.ts';
import { readRecords } from '../store/read.ts';
import { termsOf } from '../store/terms.ts';
import type { Draft, Unfit } from './draft.ts';
import { findTargets, type Targets } from './targets.ts';
import { type Around, type Wanted, wantedOf } from './wanted.ts';

/** What an import does with one record. */
export interface PlanLine {
  draft: Draft;
  does: 'create' | 'change' | 'same' | 'refuse';
  /** Why it is refused. */
  reason: MessageKey | null;
  /** The newest of the record that is here; null for a new one. */
  before: FullRecord | null;
  wanted: Wanted;
  /** What changes: a fact by its unit, a text by `unit.language`. */
  changes: string[];
}

export interface Plan {
  lines: PlanLine[];
  targets: Targets;
}

/** Says what an import would do. Writes nothing. */
export async function planImport(
  ctx: Ctx,
  { drafts, origin }: { drafts: readonly Draft[]; origin: string },
): Promise<Plan> {
  const targets = await findTargets(ctx.db, drafts, origin);
  const ids = drafts.flatMap((draft) => targets.recordOf(draft) ?? []);
  const here = new Map((await readRecords(ctx.db, ids, { face: 1, level: 2 })).map((one) => [one.id, one]));
  const around = await whatIsHere(ctx.db, drafts, targets);
  const seen = new Set<string>();
  const lines = drafts.map((draft): PlanLine => {
    const id = targets.recordOf(draft);
    const before = id === null ? null : (here.get(id) ?? null);
    const reason = seen.has(draft.parcel.id) ? 'records.import.twice' : reasonAgainst(ctx, draft, before);
    seen.add(draft.parcel.id);
    if (reason !== null) return { draft, before, reason, does: 'refuse', wanted: NOTHING, changes: [] };
    const wanted = wantedOf(draft, before, around);
    const changes = changesOf(before, wanted, draft.parcel.kind);
    const does = before === null ? 'create' : changes.length > 0 ? 'change' : 'same';
    return { draft, before, reason, does, wanted, changes };
  });
  return { lines, targets };
}

const NOTHING: Wanted = { facts: {}, words: {}, unfit: [] };

/** Everything in a plan that did not fit. */
export const unfitIn = ({ lines }: Plan): Unfit[] => lines.flatMap(({ wanted }) => wanted.unfit);

function kindNamed(name: string): Kind | undefined {
  return kinds().find((kind) => kind.name === name);
}

function reasonAgainst(ctx: Ctx, { parcel }: Draft, before: FullRecord | null): MessageKey | null {
  const kind = kindNamed(parcel.kind);
  if (kind === undefined) return 'records.import.no-kind';
  // A form for strangers lets one record in, not a file of them.
  const steps = before === null ? (['propose', 'edit'] as const) : (['edit'] as const);
  return steps.every((step) => may(ctx.actor, kind, step)) ? null : 'records.import.not-yours';
}

function changesOf(before: FullRecord | null, { facts, words }: Wanted, name: string): string[] {
  const kind = kindNamed(name);
  if (before === null || kind === undefined) return [];
  return [
    ...differing(flatten(kind, before.facts), flatten(kind, facts)),
    ...Object.entries(words).flatMap(([lang, body]) =>
      differing(before.words[lang]?.body ?? {}, body).map((unit) => `${unit}.${lang}`),
    ),
  ];
}

function differing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  const units = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return units.filter((unit) => !same(a[unit], b[unit]));
}

async function whatIsHere(db: Db, drafts: readonly Draft[], targets: Targets): Promise<Around> {
  const used = kinds().filter(({ name }) => drafts.some(({ parcel }) => parcel.kind === name));
  const terms = new Set<string>();
  for (const scheme of new Set(used.flatMap(schemesOf)))
    for (const { code } of await termsOf(db, scheme)) terms.add(`${scheme} ${code}`);
  const files = drafts.flatMap(({ parcel }) => Object.values(parcel.facts).flat().filter(isFile));
  const missing = new Set((await missingFiles(db, files)).map(({ sha256 }) => sha256));
  return {
    targets,
    isTerm: (scheme, code) => terms.has(`${scheme} ${code}`),
    hasFile: (sha256) => files.some((file) => file.sha256 === sha256) && !missing.has(sha256),
  };
}

const isFile = (value: unknown): value is { sha256: string } =>
  typeof value === 'object' &&
  value !== null &&
  'sha256' in value &&
  /^[0-9a-f]{64}$/.test(String(value.sha256));
