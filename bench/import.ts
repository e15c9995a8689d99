// SPDX-License-Identifier: EUPL-1.2
// Lists in, ratings out, on a database of its own with everything on that a real one has on (fsync, audit, signatures).
// Hosts are made up: 16 to 24 letters, a quarter of them below a registrable name. Three lists say something about two
// million hosts; a fifth of them are in two lists.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx';
import { openDatabase } from '#platform/db';
import { translator } from '#platform/i18n';
import { silentLog } from '#platform/log';
import { attachKeyring, createKeyring } from '#platform/seal';
import {
  importList,
  keepSnapshotsIn,
  proposeDecision,
  publishSnapshot,
  releaseDecision,
  undoDecision,
} from '#ratings';
import { readDomainsLine } from '../src/rooms/ratings/lists/domains.ts';
import { readHostsLine } from '../src/rooms/ratings/lists/hosts.ts';
import type { LineParser } from '../src/rooms/ratings/lists/list-sink.ts';
import { noCounts, readList } from '../src/rooms/ratings/lists/read-list.ts';

interface Row {
  what: string;
  unit: string;
  rowan: number;
  goal: string | null;
  holds: boolean | null;
}

const PARSE_GOAL = 200_000;
const PUBLISH_GOAL = 60;
const RELEASE_GOAL = 1000;
const CHUNK = 64 * 1024;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function hostName(i: number): string {
  let text = '';
  for (let rest = mix(i + 1), left = 8 + (rest % 8); left > 0; left--) {
    text += LETTERS[rest % 26];
    rest = left % 5 === 0 ? mix(rest ^ left) : Math.floor(rest / 7);
  }
  const front = mix(i) % 4 === 0 ? `s${mix(i) % 9}.` : '';
  return `${front}${text}${i.toString(36)}.example`;
}

/** Lines as a file gives them: pieces of bytes that end anywhere. */
function listOf(from: number, count: number, before = ''): Buffer[] {
  const lines = Array.from({ length: count }, (_, i) => `${before}${hostName(from + i)}\n`).join('');
  const bytes = Buffer.from(`# made up\n${lines}`);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) chunks.push(bytes.subarray(at, at + CHUNK));
  return chunks;
}

async function* streamOf(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

async function parseRow(format: string, parse: LineParser, chunks: Buffer[]): Promise<Row> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const counts = noCounts();
    const start = performance.now();
    for await (const _ of readList(streamOf(chunks), parse, counts));
    rates.push(Math.round(counts.claims / ((performance.now() - start) / 1000)));
  }
  const rowan = rates.toSorted((a, b) => a - b)[1] ?? 0;
  return {
    what: `parse, ${format}`,
    unit: 'hosts/s',
    rowan,
    goal: `>= ${PARSE_GOAL}`,
    holds: rowan >= PARSE_GOAL,
  };
}

/** An empty installation in a folder that goes away. */
async function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'rowan-bench-'));
  // As root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(folder, 0o711);
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null, role: 'server' });
  const { db } = database;
  attachKeyring(
    db,
    await createKeyring({ data: folder, keyFile: null }, { instance: 'bench.example', now: new Date() }),
  );
  keepSnapshotsIn(db, folder);
  const as = (actor: Ctx['actor']): Ctx => ({
    db,
    actor,
    now: new Date(),
    log: silentLog,
    t: translator('en'),
    audit: () => {},
    keys: null,
  });
  return {
    system: () => as({ kind: 'system', name: 'bench' }),
    person: (id: string) => as({ kind: 'person', id, alias: 'bench', roles: ['operator'] }),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const seconds = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

async function publishRows(hosts: number): Promise<Row[]> {
  const place = await openPlace();
  try {
    const step = Math.round(hosts * 0.8);
    const start = performance.now();
    for (const [at, category] of ['adult', 'gambling', 'malware'].entries()) {
      const order = { source: category, licence: 'made up', format: 'domains' as const, category };
      await importList(place.system(), { ...order, stream: streamOf(listOf(at * step, hosts)) });
    }
    const imported = seconds(start);
    const published = await publishSnapshot(place.system());
    const took = Math.round(published.seconds * 10) / 10;
    const claims = `${(hosts * 3) / 1e6} M claims`;
    return [
      { what: `import, ${claims}`, unit: 's', rowan: imported, goal: null, holds: null },
      {
        what: `resolve and publish, ${claims}`,
        unit: 's',
        rowan: took,
        goal: `<= ${PUBLISH_GOAL}`,
        holds: took <= PUBLISH_GOAL,
      },
      ...(await releaseRows(place)),
    ];
  } finally {
    await place.close();
  }
}

/** From the call to the commit that has the signed delta in it; a guard hears of it some milliseconds later. */
async function releaseRows(place: Awaited<ReturnType<typeof openPlace>>): Promise<Row[]> {
  const me = randomUUID();
  const times: Record<'release' | 'undo', number[]> = { release: [], undo: [] };
  for (let round = 0; round < 100; round++) {
    const { id } = await proposeDecision(place.person(me), {
      host: `shop${round}.example`,
      scope: 'subtree',
      minAge: 18,
      reasons: ['cheats'],
    });
    for (const [name, act] of [
      ['release', releaseDecision],
      ['undo', undoDecision],
    ] as const) {
      const start = performance.now();
      await act(place.person(me), id);
      times[name].push(performance.now() - start);
    }
  }
  return (['release', 'undo'] as const).flatMap((name) => {
    const sorted = times[name].toSorted((a, b) => a - b);
    const row = (what: string, ms: number): Row => {
      const rowan = Math.round(ms * 10) / 10;
      return {
        what: `${name} as signed delta, ${what}`,
        unit: 'ms',
        rowan,
        goal: `<= ${RELEASE_GOAL}`,
        holds: rowan <= RELEASE_GOAL,
      };
    };
    return [row('p50', sorted[sorted.length >> 1] ?? 0), row('max', sorted.at(-1) ?? 0)];
  });
}

/** Quick: 100,000 hosts a list. Full: a million, so three million claims. */
export async function bench({ quick }: { quick: boolean }): Promise<Row[]> {
  const hosts = quick ? 100_000 : 1_000_000;
  return [
    await parseRow('hosts', readHostsLine, listOf(0, hosts, '0.0.0.0 ')),
    await parseRow('domains', readDomainsLine, listOf(0, hosts)),
    ...(await publishRows(hosts)),
  ];
}
