// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '../platform/db/index.ts';
import { packKind } from '../platform/records/exchange/pack-kind.ts';
import type { Parcel } from '../platform/records/exchange/parcel.ts';
import { applyImport, type Imported } from '../platform/records/import/apply.ts';
import { readParcels } from '../platform/records/import/read-parcels.ts';
import { type Field, kinds, mountKinds, seedTerms } from '../platform/records/index.ts';
import { fillWithRecords } from '../platform/records/testing/made-records.ts';
import { startWorld, type World } from '../platform/records/testing/world.ts';
import { recordRooms } from './record-rooms.ts';

const ORIGIN = 'https://rowan.example';

let here: World;
let there: World;
beforeAll(async () => {
  here = await startWorld();
  there = await startWorld();
  for (const room of recordRooms) {
    mountKinds(room);
    for (const { db } of [here, there]) await transaction(db, (tx) => seedTerms(tx, room.terms?.() ?? []));
  }
  await fillWithRecords(here, kinds(), 20_261_121);
}, 120_000);
afterAll(async () => {
  await here?.fresh.drop();
  await there?.fresh.drop();
});

async function pack({ db }: World): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  for (const { name } of kinds())
    parcels.push(...(await packKind(db, name, { origin: ORIGIN, face: 1, level: 2 })));
  return parcels;
}

const lines = (parcels: readonly Parcel[]) => parcels.map((parcel) => JSON.stringify(parcel)).join('\n');

/** The same with every number of a record replaced by its place: another installation counts anew. */
function withoutNumbers(parcels: readonly Parcel[]): string {
  const places = new Map(parcels.map(({ id }, at) => [id, `record ${at}`]));
  const text = lines(
    parcels.map((parcel) => ({
      ...parcel,
      aliases: parcel.aliases.filter((one) => !one.startsWith('from:')),
    })),
  );
  return text.replaceAll(
    /https:\/\/rowan\.example\/[\w-]+\/[\w-]+\/\d+/g,
    (address) => places.get(address) ?? address,
  );
}

async function take(world: World, text: string): Promise<Imported> {
  const { drafts, unfit } = readParcels(text);
  expect(unfit).toEqual([]);
  return applyImport(world.system(), { drafts, origin: 'https://elsewhere.example' });
}

it('every kind travels to another installation and back without losing a byte', async () => {
  const packed = await pack(here);
  expect(new Set(packed.map(({ kind }) => kind)).size).toBe(kinds().length);
  const done = await take(there, lines(packed));
  expect(done).toMatchObject({ created: packed.length, changed: 0, refused: 0 });
  expect(done.published).toBeGreaterThan(0);
  const again = await pack(there);
  expect(withoutNumbers(again)).toBe(withoutNumbers(packed));
}, 120_000);

it('brought in twice, nothing changes', async () => {
  const before = await there.projected();
  const audits = (await there.audits()).length;
  const packed = await pack(here);
  const done = await take(there, lines(packed));
  expect(done).toMatchObject({ created: 0, changed: 0, published: 0, same: packed.length });
  expect(await there.projected()).toEqual(before);
  expect((await there.audits()).length).toBe(audits + 1);
}, 120_000);

it.each(['public', 'members'] as const)(
  'packed for %s, a record has no field of more than they see',
  async (seen) => {
    const level = seen === 'public' ? 0 : 1;
    const open = (field: Field | undefined) =>
      field?.seen === 'public' || (level === 1 && field?.seen === 'members');
    for (const kind of kinds()) {
      const parcels = await packKind(here.db, kind.name, { origin: ORIGIN, face: 0, level });
      if (!open({ seen: kind.seen } as Field)) expect(parcels, kind.name).toEqual([]);
      for (const { facts, words, published, aliases } of parcels) {
        expect(published).toContain('facts');
        expect(aliases).toEqual([]);
        for (const unit of [
          ...Object.keys(facts),
          ...Object.values(words).flatMap((body) => Object.keys(body)),
        ]) {
          const [name = '', , cell] = unit.split('/');
          const field = kind.fields[name];
          expect(
            open(field) && (cell === undefined || open(field?.cells[cell])),
            `${kind.name} ${unit}`,
          ).toBe(true);
        }
        for (const [name, value] of Object.entries(facts))
          for (const row of kind.fields[name]?.as === 'rows' ? (value as object[]) : [])
            for (const cell of Object.keys(row))
              expect(cell === 'k' || open(kind.fields[name]?.cells[cell])).toBe(true);
      }
    }
  },
);
