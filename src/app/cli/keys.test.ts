// SPDX-License-Identifier: EUPL-1.2
import { chmodSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeFirstPeople } from '#platform/auth';
import { readConfig } from '#platform/config';
import { transaction } from '#platform/db';
import { silentLog } from '#platform/log';
import { confirmRecovery, keyringOf, loadKeyring, readHalf } from '#platform/seal';
import { beginInstallation } from '#platform/setup';
import { followKeyring } from '../follow-keyring.ts';
import { onInstallation } from './open.ts';
import { speak } from './testing/command-line.ts';

let folder: string;
let halves: { a: string; b: string };
const configOf = () => readConfig({ NODE_ENV: 'test', ROWAN_DATA: './data' }, folder);
const rowan = (...words: string[]) => speak(configOf, words);
const place = () => ({ data: configOf().data, keyFile: null });

/** Both keepers type their halves at the desk. */
async function vouch(): Promise<void> {
  await onInstallation(configOf(), async ({ ctx }) => {
    const [a, b] = [readHalf(halves.a, 1), readHalf(halves.b, 1)];
    if (!('half' in a) || !('half' in b)) throw new Error('a printed half reads back');
    const typed = { halves: [a.half, b.half] as const, now: ctx.now };
    await transaction(ctx.db, (tx) => confirmRecovery(tx, keyringOf(tx), typed));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowan-keys-'));
  // As root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(folder, 0o711);
  await onInstallation(configOf(), async ({ ctx }) => {
    await beginInstallation(ctx, 'rehearsal');
    halves = (await makeFirstPeople(ctx, [{ alias: 'Linden', roles: ['supervisor', 'operator'] }])).halves;
  });
  await vouch();
});
afterAll(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

/** Commands read the clock of the machine. */
function tomorrow(): void {
  vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
}

describe('rowan pepper', () => {
  it('makes a new one, which a server beside it takes over, and keeps the old one while somebody needs it', async () => {
    const server = await loadKeyring(place());
    const stop = followKeyring(configOf(), server, silentLog);
    const old = server.pepper.id;
    const { code, out } = await rowan('pepper', 'rotate');
    expect([code, out[0]]).toEqual([0, expect.stringContaining('is the pepper from now on')]);
    await vi.waitFor(() => expect(server.pepper.id).not.toBe(old), { timeout: 20_000, interval: 200 });
    stop();
    expect(server.peppers.map(({ id }) => id)).toEqual([server.pepper.id, old]);
    const list = (await rowan('pepper', 'list')).out.map((line) => line.split(/ {2,}/));
    expect(list.slice(1)).toEqual([
      [server.pepper.id, 'in use', '0', '0'],
      [old, 'old', '1', '0'],
    ]);
    expect((await rowan('pepper', 'erase', old)).errors[0]).toContain('from today');
    tomorrow();
    expect((await rowan('pepper', 'erase', old)).errors[0]).toContain('1 way of signing in (Linden');
    expect((await rowan('pepper', 'erase', server.pepper.id)).errors[0]).toContain('is in use');
    await rowan('people', 'reset', 'Linden');
    expect((await rowan('pepper', 'erase', old)).out[0]).toContain(`${old} is forgotten`);
    expect((await loadKeyring(place())).peppers.map(({ id }) => id)).toEqual([server.pepper.id]);
    expect((await rowan('pepper', 'erase', old)).errors[0]).toContain('There is no pepper');
  });
});

describe('rowan keys', () => {
  it('adds a key that signs, and ends the one before when papers and ratings no longer lean on it', async () => {
    const kids = async () => (await loadKeyring(place())).signers.map(({ kid }) => kid);
    const [old = ''] = await kids();
    await writeFile(join(folder, 'list.txt'), 'one.example\n');
    const source = ['--category', 'gambling', '--source', 'Example', '--licence', 'CC0'];
    await rowan('ratings', 'import', join(folder, 'list.txt'), '--format', 'domains', ...source, '--publish');
    expect((await rowan('keys', 'end-signing', old)).errors[0]).toContain('signs now');

    const { out } = await rowan('keys', 'add-signing');
    const [, fresh = ''] = await kids();
    expect(out[0]).toContain(`${fresh} signs from now on`);
    const rows = (await rowan('keys', 'list')).out.slice(1).map((line) => line.split(/ {2,}/));
    expect(rows).toEqual([
      [old, 'signs no more', expect.stringMatching(/^\d{4}-/)],
      [fresh, 'signs', 'not yet'],
    ]);
    expect((await rowan('keys', 'end-signing', old)).errors[0]).toContain('do not vouch for the new key');
    await vouch();
    expect((await rowan('keys', 'end-signing', old)).errors[0]).toContain('rowan ratings publish');
    await rowan('ratings', 'publish');
    expect((await rowan('keys', 'end-signing', old)).out[0]).toContain(`${old} is forgotten`);
    expect(await kids()).toEqual([fresh]);
    expect((await rowan('audit', 'verify')).code).toBe(0);
  });
});
