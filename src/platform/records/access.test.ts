// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '../ctx/index.ts';
import { isOpen, levelOf, may, STEPS, type Step } from './access.ts';
import type { Kind } from './kind/kind.ts';
import type { RecordState } from './record.ts';
import { deed, keeper, receipt, tip } from './testing/sample.ts';

const person = (...roles: Role[]): Actor => ({ kind: 'person', id: 'x', alias: 'x', roles });
const rolesThatMay = (kind: Kind, step: Step) => ROLES.filter((role) => may(person(role), kind, step)).sort();

/** Who may do what, written out: a change of rights is a change of this table. */
const MATRIX: [Kind, Partial<Record<Step, Role[]>>][] = [
  [
    deed,
    {
      propose: ['clerk', 'librarian'],
      edit: ['clerk', 'librarian'],
      translate: ['clerk', 'librarian', 'translator'],
      check: ['librarian', 'reviewer'],
      submit: ['clerk', 'librarian', 'reviewer', 'translator'],
      return: ['librarian', 'reviewer'],
      publish: ['librarian', 'reviewer'],
      unpublish: ['librarian', 'reviewer'],
      withdraw: ['librarian', 'reviewer'],
      supersede: ['librarian', 'reviewer'],
    },
  ],
  [
    keeper,
    {
      propose: ['clerk', 'librarian'],
      edit: ['clerk', 'librarian'],
      translate: ['clerk', 'librarian', 'translator'],
      check: ['librarian', 'reviewer'],
      submit: ['clerk', 'librarian', 'translator'],
      return: ['librarian'],
      publish: ['librarian'],
      unpublish: ['librarian'],
      withdraw: ['librarian'],
      supersede: ['librarian'],
    },
  ],
  [
    receipt,
    {
      propose: ['clerk'],
      edit: ['clerk'],
      translate: ['clerk', 'translator'],
      check: ['clerk', 'reviewer'],
      submit: ['clerk', 'translator'],
      return: ['clerk'],
      publish: ['clerk'],
      unpublish: ['clerk'],
      withdraw: ['clerk'],
      supersede: ['clerk'],
    },
  ],
];

describe('rights', () => {
  it.each(
    MATRIX.flatMap(([kind, row]) => STEPS.map((step) => [kind.name, step, kind, row[step] ?? []] as const)),
  )('of a %s: %s', (_name, step, kind, wanted) => expect(rolesThatMay(kind, step)).toEqual(wanted));

  it('give strangers only what a kind offers to anyone, and the installation itself everything', () => {
    const strangers: Actor[] = [
      { kind: 'public' },
      { kind: 'reporter', receipt: 'x' },
      { kind: 'family', household: 'x' },
      { kind: 'child', device: 'x' },
    ];
    for (const actor of strangers) {
      expect(STEPS.filter((step) => may(actor, deed, step))).toEqual([]);
      expect(STEPS.filter((step) => may(actor, tip, step))).toEqual(['propose']);
    }
    expect(STEPS.filter((step) => may({ kind: 'system', name: 'x' }, deed, step))).toEqual(STEPS);
  });

  it('let members see members’ fields and staff everything', () => {
    expect(levelOf({ kind: 'public' })).toBe(0);
    expect(levelOf({ kind: 'child', device: 'x' })).toBe(0);
    expect(levelOf(person())).toBe(0);
    expect(levelOf(person('member'))).toBe(1);
    expect(ROLES.filter((role) => levelOf(person(role)) === 2)).toEqual(
      ROLES.filter((role) => role !== 'member'),
    );
  });
});

describe('the life of a record', () => {
  const open = (kind: Kind, state: RecordState, edition: number) =>
    STEPS.filter((step) => isOpen(kind, { state, edition }, step)).filter(
      (step) => !['propose', 'edit', 'translate', 'check'].includes(step),
    );

  it.each<[RecordState, number, Step[]]>([
    ['draft', 0, ['submit']],
    ['review', 0, ['return', 'publish']],
    ['review', 2, ['return', 'publish', 'unpublish', 'withdraw']],
    ['live', 2, ['submit', 'unpublish', 'withdraw', 'supersede']],
    ['superseded', 2, ['publish', 'unpublish', 'withdraw', 'supersede']],
    ['withdrawn', 2, ['publish']],
  ])('goes on from %s, edition %i', (state, edition, wanted) => {
    expect(open(deed, state, edition)).toEqual(wanted);
  });

  it('has no review where it is published on save', () => {
    expect(open(keeper, 'draft', 0)).toEqual(['publish']);
    expect(open(keeper, 'live', 1)).toEqual(['publish', 'unpublish', 'withdraw', 'supersede']);
  });
});
