// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx, type TxCtx } from '#platform/ctx';
import { isOpen, may } from '../access.ts';
import { same } from '../change/same.ts';
import { errors } from '../errors.ts';
import { permanentAddress } from '../exchange/pack.ts';
import { FACTS } from '../exchange/parcel.ts';
import type { Kind } from '../kind/kind.ts';
import type { Facts, FullRecord, SaveResult, UnitMaker } from '../record.ts';
import { kindOf } from '../registry.ts';
import { createRecord } from '../store/create.ts';
import { readiness } from '../store/lacks.ts';
import { setAlias } from '../store/names.ts';
import { readRecord } from '../store/read.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { publish, submit, supersede } from '../store/steps.ts';
import { linksIn } from '../store/targets.ts';
import type { Draft, Incoming } from './draft.ts';
import { type Plan, type PlanLine, planImport } from './plan.ts';
import { FROM, standIn } from './targets.ts';

export interface Imported {
  created: number;
  changed: number;
  same: number;
  refused: number;
  published: number;
  /** The records, in the order of the file. */
  records: number[];
}

interface Import {
  drafts: readonly Draft[];
  origin: string;
}

/**
 * Brings records in, all or none: first those that are new, then what links them. What is here already and says the same
 * stays as it is. Readers see only what the importer may publish. Throws `records.moved` where somebody changed the same
 * text since the preview.
 */
export function applyImport(ctx: Ctx, order: Import): Promise<Imported> {
  return atomically(ctx, async (inner) => {
    const plan = await planImport(inner, order);
    const taken = plan.lines.filter(({ does }) => does !== 'refuse');
    const numbers = new Map<number, number>();
    for (const line of taken) numbers.set(line.draft.row, line.before?.id ?? (await begin(inner, line)));
    const work = { plan, numbers, origin: order.origin };
    for (const line of taken) await fill(inner, line, work);
    let published = 0;
    for (const line of taken) if (await publishAsSaid(inner, line, work)) published += 1;
    for (const line of taken) await replaceAsSaid(inner, line, work);
    const count = (does: PlanLine['does']) => plan.lines.filter((line) => line.does === does).length;
    const done = { created: count('create'), changed: count('change'), same: count('same') };
    inner.audit({
      act: 'records.import',
      kind: 'records.record',
      id: null,
      code: `${done.created} ${done.changed} ${published}`,
    });
    return { ...done, refused: count('refuse'), published, records: [...numbers.values()] };
  });
}

interface Work {
  plan: Plan;
  /** Row of the file -> record. */
  numbers: ReadonlyMap<number, number>;
  origin: string;
}

/** A new record without links to others that may be new too. */
async function begin(ctx: TxCtx, { draft: { parcel }, wanted }: PlanLine): Promise<number> {
  const { id } = await createRecord(ctx, {
    kind: parcel.kind,
    tongue: parcel.tongue,
    facts: withLinks(parcel.kind, wanted.facts, (target) => (target > MOST_REAL ? null : target)),
    words: wanted.words[parcel.tongue] ?? {},
    via: 'import',
  });
  return id;
}

const MOST_REAL = standIn(100_000_000);

/** Facts with other numbers in their links; null takes a link away. */
function withLinks(kind: string, facts: Facts, numberOf: (id: number) => number | null): Facts {
  const fields = new Set(linksIn(kind, facts).map(({ field }) => field));
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): [string, unknown][] => {
      if (!fields.has(name)) return [[name, value]];
      if (!Array.isArray(value)) {
        const id = numberOf(value as number);
        return id === null ? [] : [[name, id]];
      }
      const ids = value.flatMap((one) => numberOf(one) ?? []);
      return ids.length === 0 ? [] : [[name, ids]];
    }),
  );
}

const realNumber =
  ({ plan, numbers }: Work) =>
  (id: number): number | null => {
    if (id <= MOST_REAL) return id;
    const line = plan.lines.find(({ draft }) => standIn(draft.row) === id);
    return line === undefined ? null : (numbers.get(line.draft.row) ?? null);
  };

/** All facts, all languages, and the names by which the record is found the next time. */
async function fill(ctx: TxCtx, line: PlanLine, work: Work): Promise<void> {
  const { draft, before, wanted } = line;
  const { parcel, base } = draft;
  const record = numberOf(line, work);
  await nameIt(ctx, parcel, { record, ...work });
  const now = await newest(ctx, record);
  const facts = withLinks(parcel.kind, wanted.facts, realNumber(work));
  if (!same(facts, now.facts))
    kept(
      await saveFacts(ctx, { record, facts, base: (before && base?.facts) ?? now.factsRev, via: 'import' }),
    );
  const langs = Object.keys(wanted.words).sort((a) => (a === parcel.tongue ? -1 : 1));
  for (const lang of langs) {
    const part = now.words[lang];
    const words = wanted.words[lang] ?? {};
    if (part === undefined && Object.keys(words).length === 0) continue;
    const rev = (before && base?.words[lang]) ?? part?.rev ?? 0;
    const states =
      lang === parcel.tongue ? {} : { states: statesOf(ctx, parcel, lang), stale: parcel.stale[lang] ?? [] };
    kept(await saveWords(ctx, { record, lang, words, base: rev, via: 'import', ...states }));
  }
}

/** Who stands behind each unit. Whoever may not check texts here cannot bring checked ones in. */
function statesOf(ctx: Ctx, parcel: Incoming, lang: string): Record<string, UnitMaker> {
  // A table says nothing of who stands behind a text.
  if (parcel.only !== undefined) return {};
  const mayCheck = may(ctx.actor, kindOf(parcel.kind), 'check');
  const said = parcel.units[lang] ?? {};
  return Object.fromEntries(
    Object.keys(parcel.words[lang] ?? {}).map((unit): [string, UnitMaker] => {
      const state = Object.hasOwn(said, unit) ? said[unit] : undefined;
      return [unit, state === undefined || (state === 'checked' && !mayCheck) ? 'person' : state];
    }),
  );
}

function kept(result: SaveResult): void {
  if (!result.ok) throw errors('moved');
}

const numberOf = ({ draft }: PlanLine, { numbers }: Work): number => numbers.get(draft.row) ?? 0;

async function newest(ctx: Ctx, record: number): Promise<FullRecord> {
  const now = await readRecord(ctx.db, record, { face: 1, level: 2 });
  if (now === null) throw errors('no-record');
  return now;
}

async function nameIt(ctx: TxCtx, parcel: Incoming, named: Work & { record: number }): Promise<void> {
  const { record, origin, plan } = named;
  const own = permanentAddress(origin, parcel.kind, record);
  const names = [...(parcel.id === own ? [] : [`${FROM}:${parcel.id}`]), ...parcel.aliases];
  for (const name of names) {
    const at = name.indexOf(':');
    const [scheme, value] = [name.slice(0, at), name.slice(at + 1)];
    // The engine keeps a kind's own identifiers itself.
    if (at < 1 || value === '' || value.length > 300 || scheme === parcel.kind) continue;
    if (!plan.targets.isTaken(name, record)) await setAlias(ctx.db, { scheme, value, record });
  }
}

/** Lets readers see what the packer's readers saw, where the importer may and nothing is missing. */
async function publishAsSaid(ctx: TxCtx, line: PlanLine, work: Work): Promise<boolean> {
  const { parcel } = line.draft;
  const kind = kindOf(parcel.kind);
  const record = numberOf(line, work);
  const now = await newest(ctx, record);
  if (!parcel.published.includes(FACTS) || !parcel.published.includes(parcel.tongue)) return false;
  if (!mayPublish(ctx, kind, now) || (await readiness(ctx, record)).length > 0) return false;
  const live = await readRecord(ctx.db, record, { face: 0, level: 2 });
  const langs = parcel.published.filter((lang) => lang in now.words);
  const revs = {
    '': now.factsRev,
    ...Object.fromEntries(langs.map((lang) => [lang, now.words[lang]?.rev ?? 0])),
  };
  const isSeen = Object.entries(revs).every(
    ([lang, rev]) => rev === (lang === '' ? live?.factsRev : live?.words[lang]?.rev),
  );
  if (isSeen) return false;
  if (isOpen(kind, now, 'submit')) await submit(ctx, { record });
  if (!isOpen(kind, await newest(ctx, record), 'publish')) return false;
  await publish(ctx, { record, revs });
  return true;
}

/** With four eyes somebody else publishes: whoever brings a record in is its last author. */
function mayPublish(ctx: Ctx, kind: Kind, { state }: FullRecord): boolean {
  if (state === 'withdrawn' || !may(ctx.actor, kind, 'publish')) return false;
  return kind.rights.fourEyes !== true || ctx.actor.kind === 'system';
}

async function replaceAsSaid(ctx: TxCtx, line: PlanLine, work: Work): Promise<void> {
  const { parcel } = line.draft;
  if (parcel.successor === undefined) return;
  const record = numberOf(line, work);
  const found = work.plan.targets.idOf(parcel.successor);
  const by = found === null ? null : realNumber(work)(found);
  const now = await newest(ctx, record);
  const kind = kindOf(parcel.kind);
  if (by === null || now.successor === by || by === record || !mayPublish(ctx, kind, now)) return;
  const isSeen = (await readRecord(ctx.db, by, { face: 0, level: 2 })) !== null;
  if (isSeen && isOpen(kind, now, 'supersede')) await supersede(ctx, { record, by });
}
