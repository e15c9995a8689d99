// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  type AnswerSpec,
  EDE,
  EDE_TEXT_MAX,
  extendedError,
  planAnswer,
  ROOT_NAME,
  readAnswer,
  readExtendedErrors,
  readQuery,
  writeAnswer,
  writeQuery,
} from '../src/index.ts';
import { bytes, must } from './bytes.ts';

/** The errors that a client finds in an answer of this kind. */
function errorsOf(spec: AnswerSpec) {
  const query = must(readQuery(writeQuery({ id: 1, name: ROOT_NAME, qtype: 1 })));
  const out = new Uint8Array(1232);
  const packet = out.slice(0, writeAnswer(query, planAnswer(spec), out));
  const opt = must(readAnswer(packet)?.opt);
  return readExtendedErrors(packet, opt.rdataAt, opt.rdataAt + opt.rdataLength);
}

describe('an Extended DNS Error', () => {
  it.each([
    [EDE.filtered, ''],
    [EDE.censored, 'order 12/2030'],
    [EDE.blocked, 'Заблокировано: вредоносный сайт'],
    [EDE.prohibited, 'محظور'],
    [49_152, '{"c":["mailto:help@example.org"],"l":"en"}'],
  ])('is read back as it was sent: %i %s', (code, text) => {
    expect(errorsOf({ error: extendedError(code, text) })).toEqual([{ code, text }]);
  });

  it('is refused above 700 bytes of UTF-8 or with a code that is none', () => {
    expect(extendedError(0, 'x'.repeat(EDE_TEXT_MAX)).whole).toHaveLength(EDE_TEXT_MAX + 6);
    expect(() => extendedError(0, 'ж'.repeat(EDE_TEXT_MAX / 2 + 1))).toThrow(RangeError);
    expect(() => extendedError(-1)).toThrow(RangeError);
    expect(() => extendedError(65_536)).toThrow(RangeError);
    expect(() => extendedError(1.5)).toThrow(RangeError);
  });

  it.each([
    ['the bytes of RFC 8914 section 2', '000f 0002 0011', [{ code: 17, text: '' }]],
    [
      'two, around another option',
      '000f 0002 0003 000a 0001 00 000f 0003 0016 "x"',
      [
        { code: 3, text: '' },
        { code: 22, text: 'x' },
      ],
    ],
    ['one that ends in NUL', '000f 0004 0011 "x" 00', [{ code: 17, text: 'x' }]],
    ['one of bad UTF-8', '000f 0003 0011 ff', [{ code: 17, text: '\ufffd' }]],
    ['one without a code', '000f 0001 00', []],
    ['one cut off', '000f 0004 0011', []],
    ['half a header', '000f', []],
    ['nothing', '', []],
  ])('is read from %s', (_, options, errors) => {
    const packet = bytes(options);
    expect(readExtendedErrors(packet, 0, packet.length)).toEqual(errors);
  });
});
