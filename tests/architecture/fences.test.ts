// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fences from '../../.dependency-cruiser.mjs';
import { platform, rooms } from '../../architecture.mjs';
import { cruiseTree, root } from './cruise.ts';
import { planted, soundTree } from './planted.ts';
import { sourceFiles } from './sources.ts';

const TESTS = '(\\.test\\.tsx?$|/tests?/|^tests/|/testing/)';

function linesOf(result: ICruiseResult): string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

describe('the project', () => {
  it('breaks no fence', async () => {
    const before = sourceFiles().length;
    const result = await cruiseTree(root);
    expect(linesOf(result).filter((line) => !line.startsWith('no-room-ring'))).toEqual([]);
    const own = result.modules.filter(({ source }) => /^(src|packages)\/.*\.tsx?$/.test(source));
    expect(own.length, 'dependency-cruiser must have read every source file').toBe(before);
  });

  it('has no ring of rooms', async () => {
    // A room's tests start the whole application, and so reach every room: that ring is theirs, not the rooms'.
    const result = await cruiseTree(root, TESTS);
    expect(linesOf(result).filter((line) => line.startsWith('no-room-ring'))).toEqual([]);
  });

  it('lists arrows between rooms that exist, without a ring', () => {
    const seen = new Set<string>();
    const visit = (room: string, path: readonly string[]): void => {
      expect(path, `ring ${[...path, room].join(' -> ')}`).not.toContain(room);
      expect(rooms, 'every arrow leads to a listed room').toHaveProperty(room);
      if (seen.has(room)) return;
      for (const next of rooms[room]?.opens ?? []) visit(next, [...path, room]);
      seen.add(room);
    };
    for (const room of Object.keys(rooms)) visit(room, []);
  });
});

describe('a planted violation', () => {
  let tree: string;
  let result: ICruiseResult;

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'rowan-fences-'));
    const files = [soundTree, ...planted.map((plant) => plant.files)].flatMap((one) => Object.entries(one));
    for (const [path, code] of files) plant(tree, path, code);
    for (const name of ['package.json', 'tsconfig.json']) await copyFile(join(root, name), join(tree, name));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    result = await cruiseTree(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(planted)('is found by $rule at $at', ({ rule, at }) => {
    const found = result.summary.violations.filter((violation) => violation.rule.name === rule);
    expect(found.map(({ from }) => from)).toContain(at);
  });

  it('is there for each rule', () => {
    const perPart = platform.map((part) => `platform-order-${part}`);
    const names = fences.forbidden.map(({ name }) => name ?? 'unnamed');
    const needed = names.filter((name) => !perPart.includes(name) || name === 'platform-order-log');
    expect(needed.filter((name) => !planted.some(({ rule }) => rule === name))).toEqual([]);
    expect(names.length).toBe(new Set(names).size);
  });

  it('is found nowhere in the sound files beside it', () => {
    const sound = Object.keys(soundTree).filter((path) => !planted.some(({ files }) => path in files));
    const wrong = result.summary.violations.filter(({ from }) => sound.includes(from));
    expect(wrong.filter(({ rule }) => !/ring|reach|pages/.test(rule.name))).toEqual([]);
  });
});

function plant(tree: string, path: string, code: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), `${code}\n`);
}
