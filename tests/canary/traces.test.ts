// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormClient } from '../../src/app/rehearsal/form-client.ts';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { assess, comeBack, danger, type Sent, send, take, task, tell } from '../harness/desk.ts';

const ADDRESS = '203.0.113.77';
const AGENT = 'CanaryBrowser/77.1';
const STORY = 'The canary flew over the blue school gate.';
const REPLY = 'A second canary sits on the swing.';
const EMAIL = 'canary.child@example.org';
const LETTER = 'You did well to tell us of the gate.';
const NOTE = 'We believe every word that was said.';

const lines: string[] = [];
let app: TestApp;
let child: Client;
let sent: Sent;
beforeAll(async () => {
  app = await startTestApp({
    env: { ROWAN_TRUST_PROXY: '127.0.0.1' },
    log: (line) => lines.push(line),
  });
});
afterAll(() => app?.stop());

/** A browser behind the proxy that the installation trusts. */
const behindProxy = () =>
  createFormClient(app.url, () => {}, { 'x-forwarded-for': ADDRESS, 'user-agent': AGENT });

/** Every row of every table as PostgreSQL writes it, the queue of jobs and the statements that just ran among them. */
async function dump(): Promise<string> {
  const client = new pg.Client(app.owner);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.rows.length).toBeGreaterThan(40);
    const parts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      parts.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    const running = await client.query<{ row: string }>('select query as row from pg_stat_activity');
    return [...parts, ...running.rows.map(({ row }) => row)].join('\n');
  } finally {
    await client.end();
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A word as it might lie somewhere: as it is, in UTF-16, and both in hex and base64 at any of its three offsets. */
function disguises(word: string): string[] {
  const bytes = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const coded = bytes.flatMap((plain) => [
    plain.toString('hex'),
    ...[0, 1, 2].map((offset) => {
      const text = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
      // The letters at both ends depend on the neighbours.
      return text.slice(offset === 0 ? 0 : 4, -4);
    }),
  ]);
  return [word, encodeURIComponent(word), ...coded].map((text) => text.toLowerCase());
}

function hits(words: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  return words.filter((word) => disguises(word).some((form) => lower.includes(form)));
}

const grouped = (code: string, by: string) => code.replaceAll(/(\d{4})(?=\d)/g, `$1${by}`);
const secrets = () => [
  ...[STORY, 'canary flew', REPLY, EMAIL, LETTER, NOTE, ADDRESS, AGENT],
  ...[sent.code, grouped(sent.code, ' '), grouped(sent.code, '-'), sha256(sent.code)],
];

describe('after a whole journey', () => {
  it('the child told, the desk answered, and the child came back', async () => {
    child = behindProxy();
    await start(child);
    await fill(child, {
      ...danger(STORY, ['stop', 'talk']),
      answer: { answer: 'email' },
      email: { address: EMAIL, alone: 'yes' },
    });
    sent = await send(app, child);
    const alder = await take(app, 'Alder', sent);
    expect((await alder.get(sent.path)).text).toContain(STORY);
    await assess(alder, sent, {
      ...{ harm: 'HA-011', legal: 'unsure', severity: '3' },
      ...{ target: 'none', next: 'publish', words: NOTE },
    });
    expect((await tell(alder, sent, LETTER)).status).toBe(200);
    await task([alder, sent], 'support', { who: 'Sister Joy', services: NOTE, nextOn: '2026-11-30' });
    const back = behindProxy();
    await back.get('/en/code');
    await back.submit('/en/code', { code: sent.code });
    expect(back.last?.text).toContain(LETTER);
    expect((await back.submit('/en/progress', { words: REPLY })).status).toBe(200);
    await behindProxy().post('/en/code', { code: '4821093755601186' });
    await behindProxy().get('/en/check/nobody.example');
    expect((await comeBack(app, sent.code)).last?.status).toBe(200);
  });

  it('no table, job or running statement holds a word, the mail address, the code, or who asked (N01, N02, N36)', async () => {
    const text = await dump();
    // The same search finds what does lie there.
    expect(hits(['Alder', sent.caseId], text)).toEqual(['Alder', sent.caseId]);
    expect(hits(secrets(), text)).toEqual([]);
  });

  it('no file of the data folder does, the keys and snapshots among them (N01)', async () => {
    const entries = await readdir(app.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(hits(secrets(), await readFile(join(file.parentPath, file.name), 'latin1')), file.name).toEqual(
        [],
      );
  });

  it('no line of the log does either, nor the figures (S10)', async () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(hits(secrets(), lines.join('\n'))).toEqual([]);
    expect(hits(secrets(), (await app.visitor().get('/metrics')).body)).toEqual([]);
    expect(lines.filter((line) => line.includes('"defect"'))).toEqual([]);
  });

  it('lines of the log say codes and routes, and no field besides (N60)', () => {
    const known = /^(time|level|code|role|route|verb|status|ms|job|requirement|pgcode|pgconstraint|table|n)$/;
    const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    expect([...fields].filter((field) => !known.test(field))).toEqual([]);
    expect(lines.filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(line))).toEqual([]);
  });
});
