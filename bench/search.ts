// SPDX-License-Identifier: EUPL-1.2
// The one search box over 20,000 records in eight languages: the library's own content among invented records that use
// the same words on purpose. Eighty questions, ten a language, each with the record that a person would want; beside it
// the same questions by ILIKE in the same database and by MiniSearch in the process.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedContent } from '#library';
import type { Ctx } from '#platform/ctx';
import { openDatabase, transaction } from '#platform/db';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { findByAlias, mountKinds, prepareRecords, rebuild } from '#platform/records';
import { attachKeyring, createKeyring } from '#platform/seal';
import { recordRooms } from '../src/app/record-rooms.ts';
import { matchRecords } from '../src/platform/records/search/match.ts';
import { searchRecords } from '../src/platform/records/search/search-records.ts';
import { reading, writing } from '../src/platform/records/tables.ts';
import { fillNoise, searchSizes } from './setting/search/fill.ts';
import { ilike, miniSearch } from './setting/search/peers.ts';
import { QUESTIONS, type SearchQuestion } from './setting/search/questions.ts';

const GOAL_MS = 30;

export async function bench({ quick }: { quick: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'rowan-bench-'));
  chmodSync(folder, 0o755);
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null, role: 'server' });
  const { db } = database;
  try {
    attachKeyring(
      db,
      await createKeyring({ data: folder, keyFile: null }, { instance: 'bench.example', now: new Date() }),
    );
    const ctx: Ctx = {
      db,
      actor: { kind: 'system', name: 'bench' },
      now: new Date(),
      log: silentLog,
      t: translator('en'),
      audit: () => {},
      keys: null,
    };
    return await measure(ctx, quick);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(ctx: Ctx, quick: boolean) {
  for (const room of recordRooms) mountKinds(room);
  await prepareRecords(ctx.db, recordRooms);
  await seedContent(ctx);
  const records = quick ? 1500 : 20_000;
  await transaction(ctx.db, (tx) => fillNoise(writing(tx), records));
  await rebuild(ctx.db);
  const wanted = new Map<string, number>();
  for (const { want } of QUESTIONS) wanted.set(want, (await findByAlias(ctx.db, 'fact', want)) ?? -1);
  const mini = await miniSearch(reading(ctx.db));
  const ours = await ask(QUESTIONS, wanted, async ({ lang, words }) => {
    const found = await matchRecords(ctx.db, { words, reader: { face: 0, level: 0, lang } });
    return found?.records ?? [];
  });
  const whole = await ask(QUESTIONS, wanted, async ({ lang, words }) => {
    const found = await searchRecords(ctx.db, {
      ...{ words, chosen: {}, schemes: ['kind', 'lang'], from: 0, most: 20 },
      reader: { face: 0, level: 0, lang },
    });
    return found.hits.map(({ record }) => record);
  });
  const byIlike = await ask(QUESTIONS, wanted, ({ words }) => ilike(reading(ctx.db), words));
  const byMini = await ask(QUESTIONS, wanted, async ({ words }) => mini.find(words));
  for (const miss of ours.missed) process.stderr.write(`not first: ${miss}\n`);
  const sizes = await searchSizes(reading(ctx.db));
  return rows({ records, quick, ours, whole, byIlike, byMini, sizes, heap: mini.megabytes });
}

interface Measured {
  records: number;
  quick: boolean;
  ours: Score;
  whole: Score;
  byIlike: Score;
  byMini: Score;
  sizes: number;
  heap: number;
}

function rows({ records, quick, ours, whole, byIlike, byMini, sizes, heap }: Measured) {
  const peers = [
    { peer: 'ILIKE', run: byIlike },
    { peer: 'MiniSearch', run: byMini },
  ];
  return [
    {
      what: `page of results with counts, p50, ${records} records`,
      ...{ unit: 'ms', rowan: whole.p50, peer: 'ILIKE, hits alone', peer_value: byIlike.p50 },
      ...{ goal: `<= ${GOAL_MS}`, holds: quick ? null : whole.p50 <= GOAL_MS },
    },
    { what: 'page of results with counts, p99', unit: 'ms', rowan: whole.p99 },
    ...peers.map(({ peer, run }) => ({
      ...{ what: 'hits, p50', unit: 'ms', rowan: ours.p50, peer, peer_value: run.p50 },
    })),
    ...peers.map(({ peer, run }) => ({
      ...{ what: `first of ${QUESTIONS.length}`, unit: 'n', rowan: ours.first, peer, peer_value: run.first },
    })),
    ...peers.map(({ peer, run }) => ({
      ...{ what: `in the first ten of ${QUESTIONS.length}`, unit: 'n' },
      ...{ rowan: ours.ten, peer, peer_value: run.ten },
    })),
    ...ours.byLang.map(([lang, n]) => ({ what: `first of 10, ${lang}`, unit: 'n', rowan: n })),
    {
      ...{ what: 'words, vectors and indexes', unit: 'MB', rowan: sizes },
      ...{ peer: 'MiniSearch, in the heap', peer_value: heap },
    },
  ];
}

interface Score {
  p50: number;
  p99: number;
  first: number;
  ten: number;
  byLang: [string, number][];
  missed: string[];
}

async function ask(
  questions: readonly SearchQuestion[],
  wanted: ReadonlyMap<string, number>,
  find: (question: SearchQuestion) => Promise<readonly number[]>,
): Promise<Score> {
  const times: number[] = [];
  const places: { question: SearchQuestion; place: number }[] = [];
  for (let round = 0; round < 3; round++)
    for (const question of questions) {
      const started = performance.now();
      const found = await find(question);
      times.push(performance.now() - started);
      if (round === 0) places.push({ question, place: found.indexOf(wanted.get(question.want) ?? -1) });
    }
  times.sort((a, b) => a - b);
  const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? 0).toPrecision(3));
  const first = places.filter(({ place }) => place === 0);
  const langs = [...new Set(questions.map(({ lang }) => lang))];
  return {
    p50: at(0.5),
    p99: at(0.99),
    first: first.length,
    ten: places.filter(({ place }) => place >= 0 && place < 10).length,
    byLang: langs.map((lang) => [lang, first.filter(({ question }) => question.lang === lang).length]),
    missed: places
      .filter(({ place }) => place !== 0)
      .map(({ question: { lang, words, want }, place }) => `${lang} ${words} (${want}): ${place + 1}`),
  };
}
