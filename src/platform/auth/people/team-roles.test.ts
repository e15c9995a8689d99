// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Role } from '#platform/ctx';
import { changeTo, clash, teamsFor } from './team-roles.ts';

describe('the teams of roles', () => {
  it.each<[Role[], string[]]>([
    [['operator'], ['desk']],
    [['editor', 'reviewer'], ['desk']],
    [
      ['supervisor', 'custodian'],
      ['desk', 'custody'],
    ],
    [['custodian'], ['custody']],
    [['admin'], []],
    [['reviewer', 'admin'], []],
    [['secretariat'], []],
    [['member'], []],
    [['analyst'], []],
    [['secretariat', 'operator'], []],
    [['member', 'custodian'], []],
  ])('%j may be given %j (H23)', (roles, teams) => {
    expect(teamsFor(roles)).toEqual(teams);
  });

  it('never go together with roles that must stay apart (H23)', () => {
    const library: Role[] = ['librarian', 'lawyer', 'clerk', 'translator', 'campaigner'];
    const apart: Role[] = ['secretariat', 'member', 'analyst', ...library];
    const opening: Role[] = ['operator', 'supervisor', 'editor', 'custodian'];
    for (const one of apart) {
      for (const other of opening) expect(clash([one, other])).toBe(true);
      expect(clash([one, 'admin', 'reviewer'])).toBe(false);
    }
  });
});

describe('a change of roles', () => {
  const operator = { roles: ['operator'] as Role[], teams: ['desk'] };

  it.each<[Role[], { now: Role[]; asked: Role[] | null; lost: string[] }]>([
    [['operator', 'editor'], { now: ['operator', 'editor'], asked: null, lost: [] }],
    [['reviewer'], { now: ['reviewer'], asked: null, lost: ['desk'] }],
    [
      ['operator', 'custodian', 'reviewer'],
      { now: ['operator', 'reviewer'], asked: ['operator', 'custodian', 'reviewer'], lost: [] },
    ],
    [['operator', 'supervisor'], { now: ['operator'], asked: ['operator', 'supervisor'], lost: [] }],
    [['custodian'], { now: [], asked: ['custodian'], lost: ['desk'] }],
  ])('of an operator to %j takes at once and gives only with keys', (wanted, change) => {
    expect(changeTo(operator, wanted)).toEqual(change);
  });

  it('leaves the key of a restricted case for as long as they are of the desk', () => {
    const restricted = 'restricted:6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const standing = { roles: ['operator'] as Role[], teams: ['desk', restricted] };
    expect(changeTo(standing, ['operator', 'reviewer']).lost).toEqual([]);
    expect(changeTo(standing, ['reviewer']).lost).toEqual(['desk', restricted]);
  });

  it('gives a reviewer who becomes an operator nothing before the key', () => {
    const change = changeTo({ roles: ['reviewer'], teams: [] }, ['reviewer', 'operator']);
    expect(change).toEqual({ now: ['reviewer'], asked: ['reviewer', 'operator'], lost: [] });
  });
});
