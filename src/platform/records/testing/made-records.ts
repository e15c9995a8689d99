// SPDX-License-Identifier: EUPL-1.2
import type { Field, Row } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import type { UnitMaker } from '../record.ts';
import { createRecord } from '../store/create.ts';
import { readiness } from '../store/lacks.ts';
import { readRecord } from '../store/read.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { publish, submit } from '../store/steps.ts';
import { termsOf } from '../store/terms.ts';
import type { World } from './world.ts';

/** Whole numbers from 0 below `most`, the same for the same seed. */
type Dice = (most: number) => number;

function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (most) => {
    // Numerical Recipes' generator; its low bits repeat soon, so the high ones are taken.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const SCRAPS = [
  'oak',
  'дуб',
  'شجرة',
  '橡树',
  'cây sồi',
  'ozols',
  '=1+1',
  '"quoted"',
  '<b>',
  '&amp;',
  '- x',
  '\u2028',
  "it's",
  '🌳',
];

interface Making {
  world: World;
  roll: Dice;
  /** Records that links may name, by kind. */
  made: Map<string, number[]>;
}

/** A few records of each kind with values of every declared field, linked to each other, translated, some published. */
export async function fillWithRecords(world: World, kinds: readonly Kind[], seed: number): Promise<void> {
  const making: Making = { world, roll: dice(seed), made: new Map() };
  for (const kind of kinds) {
    const ids: number[] = [];
    for (let n = 0; n < 3; n++) ids.push(await begin(making, kind));
    making.made.set(kind.name, ids);
  }
  for (const kind of kinds) for (const id of making.made.get(kind.name) ?? []) await finish(making, kind, id);
}

async function begin(making: Making, kind: Kind): Promise<number> {
  const tongue = making.roll(2) === 0 ? 'en' : 'vi';
  const words = { [kind.title]: text(making.roll, 3) };
  return (await createRecord(making.world.system(), { kind: kind.name, tongue, facts: {}, words })).id;
}

async function finish(making: Making, kind: Kind, id: number): Promise<void> {
  const { world, roll } = making;
  const ctx = world.system();
  const record = await readRecord(world.db, id, { face: 1, level: 2 });
  if (record === null) throw new Error(`no record ${id}`);
  const facts: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = field.words || (!field.need && roll(6) === 0) ? undefined : await valueFor(making, field);
    if (value !== undefined) facts[name] = value;
  }
  await saveFacts(ctx, { record: id, base: record.factsRev, facts });
  const units = unitsOf(kind, facts);
  const original = Object.fromEntries(units.map((unit) => [unit, text(roll, 4)]));
  const { tongue } = record;
  await saveWords(ctx, { record: id, lang: tongue, base: record.words[tongue]?.rev ?? 0, words: original });
  for (const lang of ['ru', 'ar'].slice(roll(3))) {
    const some = units.filter((unit) => unit === kind.title || roll(4) > 0);
    const words = Object.fromEntries(some.map((unit) => [unit, text(roll, 4)]));
    const makers: UnitMaker[] = ['machine', 'person', 'checked'];
    const states = Object.fromEntries(some.map((unit) => [unit, makers[roll(3)] ?? 'person']));
    await saveWords(ctx, { record: id, lang, base: 0, words, states, stale: some.slice(0, roll(2)) });
  }
  if (kind.course === 'reviewed' && roll(3) > 0) await publishAll(making, id);
}

async function publishAll({ world }: Making, id: number): Promise<void> {
  const ctx = world.system();
  if ((await readiness(ctx, id)).length > 0) return;
  const now = await readRecord(world.db, id, { face: 1, level: 2 });
  if (now === null) return;
  const words = Object.entries(now.words).map(([lang, { rev }]) => [lang, rev]);
  await submit(ctx, { record: id });
  await publish(ctx, { record: id, revs: { '': now.factsRev, ...Object.fromEntries(words) } });
}

function unitsOf(kind: Kind, facts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    if (field.words) return [name];
    const cells = Object.entries(field.cells).filter(([, cell]) => cell.words);
    const rows = field.as === 'rows' ? ((facts[name] ?? []) as Row[]) : [];
    return rows.flatMap(({ k }) => cells.map(([cell]) => `${name}/${k}/${cell}`));
  });
}

function text(roll: Dice, most: number): string {
  const words = Array.from({ length: 1 + roll(most) }, () => SCRAPS[roll(SCRAPS.length)] ?? 'oak');
  return `${words.join(' ')} ${roll(1000)}`;
}

async function valueFor(making: Making, field: Field): Promise<unknown> {
  const { roll, made, world } = making;
  switch (field.as) {
    case 'line':
    case 'prose':
      return text(roll, 5);
    case 'code':
      return `R/${roll(1e6)}`;
    case 'number':
      return (roll(20_000) - 10_000) / 8;
    case 'day':
      return ['2021', '2021-12', '2021-12-03'][roll(3)];
    case 'web':
      return `https://example.org/${roll(1000)}?a=b&c=d`;
    case 'yes':
      return roll(2) === 0;
    case 'choice':
    case 'choices': {
      const terms = (await termsOf(world.db, field.scheme ?? '')).filter(
        ({ until, becomes }) => until === null && becomes === null,
      );
      const codes = [
        ...new Set([0, 1].map(() => terms[roll(terms.length)]?.code).filter((code) => code !== undefined)),
      ];
      return field.as === 'choice' ? codes[0] : codes.length > 0 ? codes : undefined;
    }
    case 'link':
    case 'links': {
      const ids = field.to.flatMap((kind) => made.get(kind) ?? []);
      const some = [...new Set([0, 1].map(() => ids[roll(ids.length)]).filter((id) => id !== undefined))];
      return field.as === 'link' ? some[0] : some.length > 0 ? some : undefined;
    }
    case 'rows':
      return Promise.all([0, 1].map((at) => rowFor(making, field, `k${at}${1000 + roll(9000)}`)));
    default:
      return undefined;
  }
}

async function rowFor(making: Making, { cells }: Field, k: string): Promise<Row> {
  const row: Row = { k };
  for (const [name, cell] of Object.entries(cells)) {
    const value = cell.words ? undefined : await valueFor(making, cell);
    if (value !== undefined) row[name] = value;
  }
  return row;
}
