// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  type HostStanding,
  isAbuse,
  isGrave,
  type LegalClass,
  moreCareful,
  needsByClass,
  type Target,
  usualTarget,
} from './assessment.ts';
import { HARMS, harmOf, type Severity } from './harms.ts';
import { usualNext } from './police-hold.ts';

describe('an assessment', () => {
  const rows: [LegalClass, Severity, boolean, string, string][] = [
    ['abuse-material', 1, true, 'second', 'hold'],
    ['abuse-made', 2, true, 'second', 'hold'],
    ['abuse-extortion', 3, true, 'second', 'hold'],
    ['other-crime', 4, true, 'second', 'hold'],
    ['harmful', 4, true, 'second', 'hold'],
    ['other-crime', 3, false, 'none', 'publish'],
    ['harmful', 2, false, 'none', 'publish'],
    ['unsure', 1, false, 'second', 'publish'],
    ['lawful', 1, false, 'none', 'publish'],
  ];
  it.each(rows)(
    '%s of severity %s: grave %s, needs %s, first offers %s',
    (legal, severity, grave, needs, next) => {
      expect(isGrave({ legal, severity })).toBe(grave);
      expect(needsByClass({ legal, severity })).toBe(needs);
      expect(usualNext({ legal, severity })).toBe(next);
    },
  );

  it('asks the more careful of two rules', () => {
    expect(moreCareful('none', 'supervisor')).toBe('supervisor');
    expect(moreCareful('second', 'none')).toBe('second');
  });

  it('knows abuse from what is only harmful', () => {
    expect(isAbuse('abuse-live')).toBe(true);
    expect(isAbuse('harmful')).toBe(false);
  });
});

describe('what to rate', () => {
  const free: HostStanding = { standing: null, isShared: false };
  const rows: [string, { hasPath: boolean; known: HostStanding | null } | null, Target][] = [
    ['no address', null, 'none'],
    ['an address that is no host', { hasPath: true, known: null }, 'none'],
    ['a shop of its own', { hasPath: false, known: free }, 'host'],
    ['a page of a shop of its own', { hasPath: true, known: free }, 'host'],
    ['a page on a shared host', { hasPath: true, known: { standing: null, isShared: true } }, 'address'],
    ['a page on a known good host', { hasPath: true, known: { ...free, standing: 'known-good' } }, 'address'],
    ['a page of a school', { hasPath: true, known: { ...free, standing: 'protected' } }, 'address'],
    ['a whole well-known host', { hasPath: false, known: { ...free, standing: 'well-known' } }, 'host'],
  ];
  it.each(rows)('is usually, for %s, %s', (_name, address, expected) => {
    expect(usualTarget(address)).toBe(expected);
  });
});

describe('the list of harms', () => {
  it('has each once, under a parent that is there', () => {
    expect(new Set(HARMS.map(({ id }) => id)).size).toBe(HARMS.length);
    for (const { parent } of HARMS) if (parent !== null) expect(harmOf(parent)).toBeDefined();
  });

  it('knows who helps with extortion, and does not know what is not there', () => {
    expect(harmOf('HA-014')).toMatchObject({ parent: 'HA-01', severity: 4, route: ['H', 'P'] });
    expect(harmOf('HA-77')).toBeUndefined();
  });
});
