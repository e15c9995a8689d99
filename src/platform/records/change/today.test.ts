// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { code, line, number, rows } from '../kind/fields.ts';
import { type Kind, kind } from '../kind/kind.ts';
import { lockOf, lockProblems } from './fingerprint.ts';
import { today, todayUnits } from './today.ts';

const rights = { propose: [], edit: [], publish: [] };
const common = { name: 'chest', room: 'attic', title: 'name', course: 'direct', rights } as const;
const name = line({ words: true, need: true });

const first = kind({
  ...common,
  fields: {
    name,
    ref: code({}),
    fax: line({}),
    size: code({}),
    held: rows({ what: line({ words: true }), nr: code({}) }, {}),
  },
  reads: [['about', 'ref', 'fax', 'size', 'held']],
});
const third = kind({
  ...common,
  fields: {
    name,
    reference: code({}),
    size: number({}),
    kept: rows({ thing: line({ words: true }), nr: code({}) }, {}),
    colour: line({}),
  },
  reads: [['about', 'reference', 'size', 'kept', 'colour']],
  shape: 3,
  past: [
    { to: 2, rename: { ref: 'reference', 'held/what': 'held/thing' }, drop: ['fax'] },
    {
      to: 3,
      rename: { held: 'kept' },
      turn: { size: (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined) },
    },
  ],
});

describe('an old body', () => {
  it('is read under the names and types of today, and what was dropped is still there to be shown', () => {
    const old = { ref: 'A 1', fax: '1234', size: '12', held: [{ k: 'k001', nr: 'X' }] };
    expect(today(third, 1, old)).toEqual({
      body: { reference: 'A 1', size: 12, kept: [{ k: 'k001', nr: 'X' }] },
      gone: { fax: '1234' },
    });
  });

  it('takes only the steps after its own shape', () => {
    expect(today(third, 2, { reference: 'A 1', size: '12', held: [] }).body).toEqual({
      reference: 'A 1',
      size: 12,
      kept: [],
    });
    expect(today(third, 3, { reference: 'A 1', size: 12 })).toEqual({
      body: { reference: 'A 1', size: 12 },
      gone: {},
    });
  });

  it('keeps what cannot be turned', () => {
    expect(today(third, 1, { size: 'large' })).toEqual({ body: {}, gone: { size: 'large' } });
  });

  it('renames the words of cells, and the states of their translation', () => {
    expect(today(third, 1, { name: 'N', 'held/k001/what': 'W' }).body).toEqual({
      name: 'N',
      'kept/k001/thing': 'W',
    });
    expect(todayUnits(third, 1, { name: 1, 'held/k001/what': 2, fax: 3 })).toEqual({
      name: 1,
      'kept/k001/thing': 2,
    });
  });

  it('loses nothing to a field that vanished without a step', () => {
    expect(today(third, 3, { never: 'said' })).toEqual({ body: {}, gone: { never: 'said' } });
  });
});

describe('the lock of kinds', () => {
  const lock = lockOf([first]);
  const changed = (over: Partial<Kind>): Kind => ({ ...(first as Kind), ...over });

  it('lets a kind gain a field, and change through its steps', () => {
    expect(lockProblems(lock, [first])).toEqual([]);
    expect(lockProblems(lock, [changed({ fields: { ...first.fields, more: line({}) } })])).toEqual([]);
    expect(lockProblems(lock, [third])).toEqual([]);
  });

  it('says which field vanished, and which became another type', () => {
    const { fax: _fax, ...fields } = first.fields;
    expect(lockProblems(lock, [changed({ fields })])).toEqual([
      'fax of chest vanished without rename or drop',
    ]);
    expect(lockProblems(lock, [changed({ fields: { ...first.fields, fax: number({}) } })])).toEqual([
      'fax of chest became number from line without turn',
    ]);
    const held = rows({ nr: code({}) }, {});
    expect(lockProblems(lock, [changed({ fields: { ...first.fields, held } })])).toEqual([
      'held/what of chest vanished without rename or drop',
    ]);
  });

  it('says which kind vanished or went back', () => {
    expect(lockProblems(lock, [])).toEqual(['the kind chest vanished']);
    expect(lockProblems(lockOf([third]), [first])).toEqual(['the shape of chest went back from 3 to 1']);
  });
});
