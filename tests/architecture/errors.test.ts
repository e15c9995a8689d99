// SPDX-License-Identifier: EUPL-1.2
// Every error code has a line in docs/errors.md; a code that a room declares also has its sentence for people (tools/catalogues.mjs sees
// to the languages). And neither a line nor a sentence stays behind for a code that is gone.
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
const CODE = /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/;
const THROWING = /(Error|^refused|^notFound)$/;

interface Found {
  /** From `defineErrors('room', { code: kind })`, as `room.code`. */
  declared: string[];
  /** From `new ProblemError(kind, 'http.code')`, `refused('seal.code')` and the like. */
  direct: string[];
}

function codesIn(path: string, text: string): Found {
  const found: Found = { declared: [], direct: [] };
  walk(parse(path, text), (node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const callee = node.expression.getText();
    if (callee === 'defineErrors') found.declared.push(...declaredBy(path, node));
    if (THROWING.test(callee)) {
      const literals = node.arguments?.filter(ts.isStringLiteral) ?? [];
      found.direct.push(...literals.map((literal) => literal.text).filter((code) => CODE.test(code)));
    }
  });
  return found;
}

function declaredBy(path: string, call: ts.CallExpression | ts.NewExpression): string[] {
  const [room, kinds] = call.arguments ?? [];
  if (!room || !ts.isStringLiteral(room) || !kinds || !ts.isObjectLiteralExpression(kinds)) {
    throw new Error(
      `${path}: defineErrors takes a name and a list written out, so that this test can read it`,
    );
  }
  const names = kinds.properties.flatMap(({ name }) => name ?? []);
  return names
    .filter((name) => ts.isIdentifier(name) || ts.isStringLiteral(name))
    .map((name) => `${room.text}.${name.text}`);
}

const all = sourceFiles()
  .filter((path) => path.startsWith('src/') && !isTest(path))
  .map((path) => codesIn(path, textOf(path)));
const declared = all.flatMap((one) => one.declared);
const codes = [...new Set([...declared, ...all.flatMap((one) => one.direct)])];
const textKey = (code: string): string => code.replace('.', '.error.');
const lines = existsSync(join(root, page)) ? textOf(page).split('\n') : [];
const written = lines.flatMap((line) => /^\|\s*`([a-z0-9-]+\.[a-z0-9-]+)`/.exec(line)?.[1] ?? []);

describe('error codes', () => {
  it('are found where they are declared and where they are thrown', () => {
    const text = `export const errors = defineErrors('cases', { taken: 'conflict', 'not-open': 'conflict' });
      throw new ProblemError('defect', 'http.defect');
      throw refused('seal.box');
      throw new TypeError('no code. at all');`;
    expect(codesIn('src/rooms/cases/errors.ts', text)).toEqual({
      declared: ['cases.taken', 'cases.not-open'],
      direct: ['http.defect', 'seal.box'],
    });
  });

  it('are declared once each', () => {
    expect(declared.filter((code, at) => declared.indexOf(code) !== at)).toEqual([]);
  });

  it('have a sentence for people where a room declares them', () => {
    expect(declared.filter((code) => !(textKey(code) in texts))).toEqual([]);
  });

  it(`have a line each in ${page}`, () => {
    expect(codes.filter((code) => !written.includes(code)).sort()).toEqual([]);
    expect(written.filter((code, at) => written.indexOf(code) !== at)).toEqual([]);
  });

  it('are still there where a sentence or a line speaks of them', () => {
    const rooms = new Set(declared.map((code) => code.split('.', 1)[0]));
    const keys = Object.keys(texts).filter((key) => /^[a-z0-9-]+\.error\.[a-z0-9-]+$/.test(key));
    const known = declared.map(textKey);
    expect(keys.filter((key) => rooms.has(key.split('.', 1)[0]) && !known.includes(key))).toEqual([]);
    expect(written.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
