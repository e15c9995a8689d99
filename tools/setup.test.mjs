// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { unsupported } from './setup.mjs';

const linux = { platform: 'linux', arch: 'x64', major: 18, musl: false, databaseUrl: undefined };
const url = 'postgres://db.example/rowan';

describe('unsupported', () => {
  it.each([
    ['Linux on x64 with an old Node', linux, null],
    ['Linux on arm64', { ...linux, arch: 'arm64' }, null],
    ['Windows', { ...linux, platform: 'win32' }, 'WSL'],
    ['Alpine with an old Node', { ...linux, musl: true }, 'install Node 24'],
    ['Alpine without a database', { ...linux, musl: true, major: 24 }, 'set DATABASE_URL'],
    ['Alpine with all it needs', { ...linux, musl: true, major: 24, databaseUrl: url }, null],
    ['macOS with an old Node', { ...linux, platform: 'darwin', arch: 'arm64', major: 22 }, 'Node 24'],
    [
      'macOS without a database',
      { ...linux, platform: 'darwin', arch: 'arm64', major: 24 },
      'set DATABASE_URL',
    ],
    ['macOS with all it needs', { ...linux, platform: 'darwin', major: 26, databaseUrl: url }, null],
    ['Linux on riscv64 with an old Node', { ...linux, arch: 'riscv64' }, 'Node 24'],
  ])('answers one line or nothing on %s', (_name, machine, words) => {
    const line = unsupported(machine);
    if (words === null) expect(line).toBeNull();
    else expect(line).toContain(words);
    expect(line ?? '').not.toContain('\n');
  });
});
