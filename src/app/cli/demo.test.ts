// SPDX-License-Identifier: EUPL-1.2
import { chmodSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config';
import { beginInstallation, changeInstallation, readInstallation } from '#platform/setup';
import { peopleFile, readPeople } from '../rehearsal/demo/people-file.ts';
import { demoConfig, inventReports, prepareDemo } from '../rehearsal/demo/prepare-demo.ts';
import { prepareInvented } from '../rehearsal/prepare.ts';
import { onInstallation } from './open.ts';

let folder: string;
const configOf = (name: string) => readConfig({ NODE_ENV: 'test', ROWAN_DATA: join(folder, name) }, folder);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowan-demo-'));
  // As root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(folder, 0o711);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// Each starts a database of its own more than once.
describe('a demonstration', { timeout: 60_000 }, () => {
  it('lies beside the installation, and sends no mail', () => {
    const config = { ...configOf('data'), smtpUrl: 'smtp://mail.example.org' };
    expect(demoConfig(config)).toMatchObject({ data: join(folder, 'data-demo'), smtpUrl: null });
  });

  it('stays a demonstration, with the same people at the next start', async () => {
    const config = demoConfig(configOf('data'));
    expect(await prepareDemo(config)).toBe('made');
    const people = await readPeople(config.data);
    expect(people.map(({ alias }) => alias)).toEqual([
      'Linden',
      'Alder',
      'Birch',
      'Hazel',
      'Sorrel',
      'Juniper',
      'Maple',
      'Willow',
    ]);
    expect((await stat(peopleFile(config.data))).mode & 0o777).toBe(0o600);
    await onInstallation(config, async ({ ctx }) => {
      await expect(beginInstallation(ctx, 'real')).rejects.toThrow();
      const smuggled = { name: 'Real', kind: 'real' };
      await changeInstallation(ctx, smuggled);
      expect((await readInstallation(ctx.db)).kind).toBe('demo');
      expect(await inventReports(ctx)).toBeGreaterThanOrEqual(5);
    });
    expect(await prepareDemo(config)).toBe('there');
    expect(await readPeople(config.data)).toEqual(people);
  });

  it('is refused where an earlier start was interrupted', async () => {
    const config = demoConfig(configOf('data'));
    const text = await readFile(peopleFile(config.data), 'utf8');
    expect(text).toContain('Invented people');
    await rm(peopleFile(config.data));
    await expect(prepareDemo(config)).rejects.toThrow('was not finished');
  });

  it.each(['real', 'rehearsal'] as const)('is refused by a database that is %s', async (kind) => {
    const config = configOf(kind);
    await onInstallation(config, async ({ ctx }) => {
      if (kind === 'real') await beginInstallation(ctx, 'real');
      else await prepareInvented(ctx, 'rehearsal');
    });
    await expect(prepareDemo(config)).rejects.toThrow(`holds a ${kind}`);
    await onInstallation(config, async ({ ctx }) => {
      expect((await readInstallation(ctx.db)).kind).toBe(kind);
    });
  });
});
