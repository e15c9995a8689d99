// SPDX-License-Identifier: EUPL-1.2
import { chmodSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstPeople } from '#platform/auth';
import { readConfig } from '#platform/config';
import { transaction } from '#platform/db';
import { confirmRecovery, keyringOf, readHalf } from '#platform/seal';
import { beginInstallation } from '#platform/setup';
import { onInstallation } from './open.ts';
import { rowanProgram } from './program.ts';
import type { Shell } from './shell.ts';
import { speak } from './testing/command-line.ts';

let folder: string;
let halves: { a: string; b: string };
let identity: string;
const env: Record<string, string> = { NODE_ENV: 'test', ROWAN_DATA: './data' };

const configOf = () => readConfig(env, folder);

const rowan = (words: string[], answers: string[] = []) => speak(configOf, words, answers);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowan-cli-'));
  // As root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(folder, 0o711);
  await onInstallation(configOf(), async ({ ctx }) => {
    await beginInstallation(ctx, 'rehearsal');
    const begun = await makeFirstPeople(ctx, [{ alias: 'Linden', roles: ['supervisor', 'operator'] }]);
    halves = begun.halves;
    const [a, b] = [readHalf(halves.a, 1), readHalf(halves.b, 1)];
    if (!('half' in a) || !('half' in b)) throw new Error('a printed half reads back');
    const typed = { halves: [a.half, b.half] as const, now: ctx.now };
    await transaction(ctx.db, (tx) => confirmRecovery(tx, keyringOf(tx), typed));
  });
  identity = join(folder, 'identity.txt');
  const { out } = await rowan(['backup', 'key']);
  await writeFile(identity, out.join('\n'));
  env.ROWAN_BACKUP_RECIPIENT = /age1[a-z0-9]+/.exec(out.join('\n'))?.[0] ?? '';
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('explains every command in words', () => {
    const silent: string[] = [];
    const walk = (command: Command) => {
      for (const one of command.commands) {
        if (one.description().length < 10) silent.push(one.name());
        walk(one);
      }
    };
    const program = rowanProgram({} as Shell);
    walk(program);
    expect(silent).toEqual([]);
    const names = program.commands.map((one) => one.name());
    expect(names).toEqual(
      expect.arrayContaining([
        'start',
        'migrate',
        'people',
        'ratings',
        'audit',
        'backup',
        'restore',
        'records',
      ]),
    );
  });

  it('says what stops it in one line, and exits 1', async () => {
    const wrong = [
      ['ratings', 'import', join(folder, 'no.txt'), '--format', 'hosts', '--source', 'x', '--licence', 'y'],
      ['ratings', 'check', 'not a host'],
      ['ratings', 'export', join(folder, 'out')],
      ['people', 'reset', 'Nobody'],
      ['audit', 'verify', '--witness', join(folder, 'no.txt')],
      ['restore', join(folder, 'no.age'), '--identity', join(folder, 'no.txt')],
      ['restore', join(folder, 'no.age'), '--identity', identity],
    ];
    for (const words of wrong) {
      const { code, errors } = await rowan(words);
      expect([words.join(' '), code, errors.length]).toEqual([words.join(' '), 1, 1]);
      expect(errors[0]).toMatch(/^rowan: [^\n]{15,}$/);
      expect(errors[0]).not.toMatch(/ at .*\.ts|it failed/);
    }
  });

  it('says which setting is wrong', async () => {
    env.ROWAN_PORT = 'x';
    const { code, errors } = await rowan(['people', 'list']);
    delete env.ROWAN_PORT;
    expect(code).toBe(1);
    expect(errors[0]).toContain('ROWAN_PORT');
  });
});

describe('rowan people', () => {
  it('invites somebody and gives no key [N18]', async () => {
    const { code, out } = await rowan(['people', 'add', 'Alder', '--role', 'operator']);
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^http:\/\/localhost:8080\/en\/desk\/invite\/[\w-]{43}$/);
    const list = (await rowan(['people', 'list'])).out.map((line) => line.split(/ {2,}/));
    const row = (name: string) => list.find(([alias]) => alias === name)?.slice(1, 4);
    expect(row('Alder')).toEqual(['invited', '(operator)', '-']);
    expect(row('Linden')).toEqual(['active', 'supervisor operator', 'desk']);
  });

  it('ends every way of signing in of somebody, whatever the capitals', async () => {
    await rowan(['people', 'add', 'Birch', '--role', 'editor']);
    const { code, out } = await rowan(['people', 'reset', 'birch', '--exposed']);
    expect([code, out.length]).toEqual([0, 2]);
  });
});

describe('rowan ratings', () => {
  it('imports a list, says what it refused and why, and what is known of a host', async () => {
    await writeFile(join(folder, 'list.txt'), 'one.example\ntwo.example\n10.0.0.1\n# remark\n');
    const order = [
      '--format',
      'domains',
      '--category',
      'gambling',
      '--source',
      'Example',
      '--licence',
      'CC0',
    ];
    const { code, out } = await rowan(['ratings', 'import', join(folder, 'list.txt'), ...order]);
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^2 read from 4 lines: 2 new, 0 known, 0 gone\. [\d.]+ s, [\d,]+ hosts\/s\.$/);
    expect(out[1]).toBe('1 line refused:');
    expect(out[2]).toContain('address');
    const known = await rowan(['ratings', 'check', 'www.one.example']);
    expect(known.code).toBe(0);
    expect(known.out.join('\n')).toContain('one.example and below');
    expect((await rowan(['ratings', 'check', 'three.example'])).code).toBe(2);
  });
});

describe('rowan recovery', () => {
  it('opens the emergency page for half an hour, and shuts it', async () => {
    expect((await rowan(['recovery', 'root'])).out[0]).toMatch(/^[\w-]{43}$/);
    const { code, out } = await rowan(['recovery', 'open']);
    expect(code).toBe(0);
    expect(out[0]).toMatch(/\/en\/desk\/emergency\/[\w-]{43}$/);
    expect(out[1]).toContain('only with both halves of the recovery key');
    expect((await rowan(['recovery', 'close'])).out).toEqual(['The emergency page is shut.']);
    expect((await rowan(['recovery', 'close'])).out).toEqual(['The emergency page was not open.']);
  });
});

describe('rowan backup and restore', () => {
  it('bring an installation to another machine, with both halves typed', async () => {
    const file = join(folder, 'moving.age');
    const made = await rowan(['backup', file]);
    expect(made.code).toBe(0);
    expect(made.out[0]).toMatch(/rows, [\d.]+ MB, [\d.]+ s$/);
    env.ROWAN_DATA = './other';
    const slips = ['', halves.b, halves.a.toLowerCase(), halves.b.replaceAll('-', ' ')];
    const restored = await rowan(['restore', file, '--identity', identity], slips);
    expect(restored.errors).toHaveLength(2);
    expect(restored.code).toBe(0);
    expect(restored.out.join('\n')).toContain('run "rowan jobs resume"');
    expect((await rowan(['people', 'list'])).out.some((line) => line.startsWith('Linden'))).toBe(true);
    expect((await rowan(['audit', 'verify'])).code).toBe(0);
    expect((await rowan(['jobs', 'list'])).out[0]).toContain('Jobs are paused');
    expect((await rowan(['jobs', 'resume'])).out).toEqual(['Jobs run again within seconds.']);
    expect((await rowan(['jobs', 'resume'])).out).toEqual(['Jobs were not paused.']);
    env.ROWAN_DATA = './data';
  });

  it('ask three times for a half, and then stop', async () => {
    const file = join(folder, 'asking.age');
    await rowan(['backup', file]);
    const { code, errors } = await rowan(
      ['restore', file, '--identity', identity],
      [halves.a, halves.a, halves.a],
    );
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringContaining('This is half A, not half B'),
      expect.any(String),
      expect.stringMatching(/^rowan: /),
    ]);
  });
});

describe('rowan records', () => {
  it('makes anew what readers find, and leaves the audit whole', async () => {
    expect(await rowan(['records', 'rebuild'])).toMatchObject({
      code: 0,
      out: ['0 records made anew for search and lists.'],
    });
    expect((await rowan(['audit', 'verify'])).code).toBe(0);
  });

  it('takes records in and out, the same both ways', async () => {
    const parcel = {
      ...{ format: 'rowan-record/1', id: 'https://other.example/library/word/1', kind: 'word', tongue: 'en' },
      ...{ words: { en: { name: 'Grooming' } }, facts: { nothing: 1 }, published: ['facts', 'en'] },
    };
    const file = join(folder, 'in.ndjson');
    await writeFile(file, `${JSON.stringify(parcel)}\n`);
    const looked = await rowan(['records', 'import', '--look', file]);
    expect(looked.out.join('\n')).toContain('Would be new: 1');
    expect(looked.out.join('\n')).toContain('nothing');
    expect((await rowan(['records', 'import', file])).out.at(-1)).toContain('New: 1, changed: 0');
    expect((await rowan(['records', 'import', file])).out.at(-1)).toContain(
      'New: 0, changed: 0, the same: 1',
    );
    const out = join(folder, 'out.ndjson');
    expect((await rowan(['records', 'export', out, '--kind', 'word'])).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('Grooming');
    expect(await rowan(['records', 'export', out, '--kind', 'nothing'])).toMatchObject({ code: 1 });
  });
});
