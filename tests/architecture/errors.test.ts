// SPDX-License-Identifier: EUPL-1.2
// Every error code has its text in English (tools/catalogues.mjs sees to the other languages) and a line in docs/errors.md, and
// neither keeps a text or a line for a code that is gone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import messages from '../../src/platform/i18n/generated/messages.json' with { type: 'json' };
import { root } from './cruise.ts';
import { parse, walk } from './measure.ts';
import { isTest, sourceFiles, textOf } from './sources.ts';

const page = 'docs/errors.md';
const texts: Record<string, string> = messages.messages.en;

/** Codes as `room.code`, from each `defineErrors('room', { code: … })`. */
function codesIn(path: string, text: string): string[] {
  const codes: string[] = [];
  walk(parse(path, text), (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineErrors') return;
    const [room, kinds] = node.arguments;
    if (!room || !ts.isStringLiteral(room) || !kinds || !ts.isObjectLiteralExpression(kinds)) {
      throw new Error(
        `${path}: defineErrors takes a name and a list written out, so that this test can read it`,
      );
    }
    for (const { name } of kinds.properties) {
      if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name)))
        codes.push(`${room.text}.${name.text}`);
    }
  });
  return codes;
}

const codes = sourceFiles()
  .filter((path) => path.startsWith('src/') && !isTest(path))
  .flatMap((path) => codesIn(path, textOf(path)));
const textKey = (code: string): string => code.replace('.', '.error.');
const lines = existsSync(join(root, page)) ? textOf(page).split('\n') : [];
const written = lines.flatMap((line) => /^[|-]\s*`([a-z0-9-]+\.[a-z0-9-]+)`/.exec(line)?.[1] ?? []);

describe('error codes', () => {
  it('are found where a room declares them', () => {
    const text =
      "export const errors = defineErrors('cases', { taken: 'conflict', 'not-open': 'conflict' });";
    expect(codesIn('src/rooms/cases/errors.ts', text)).toEqual(['cases.taken', 'cases.not-open']);
  });

  it('are used once each', () => {
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('have a text each', () => {
    expect(codes.filter((code) => !(textKey(code) in texts))).toEqual([]);
  });

  it(`have a line each in ${page}`, () => {
    expect(codes.filter((code) => !written.includes(code))).toEqual([]);
  });

  it('are still thrown where a text or a line speaks of them', () => {
    const declaring = new Set(codes.map((code) => code.split('.', 1)[0]));
    const keys = Object.keys(texts).filter((key) => /^[a-z0-9-]+\.error\.[a-z0-9-]+$/.test(key));
    const known = codes.map(textKey);
    expect(keys.filter((key) => declaring.has(key.split('.', 1)[0]) && !known.includes(key))).toEqual([]);
    expect(written.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
