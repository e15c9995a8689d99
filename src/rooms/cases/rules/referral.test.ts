// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  asksReference,
  isCaseRed,
  isRed,
  type LedgerLine,
  mayMove,
  needsFreshToRefer,
  nextStates,
  REFERRAL_STATES,
} from './referral.ts';

const sent: LedgerLine = { state: 'sent', hasReference: false };
const done: LedgerLine = { state: 'acknowledged', hasReference: true };
const failed: LedgerLine = { state: 'failed', hasReference: false };

describe('the ledger', () => {
  it('is red until their reference is written down', () => {
    expect(isRed(sent)).toBe(true);
    expect(isRed({ ...sent, hasReference: true })).toBe(false);
    expect(isRed({ state: 'failed', hasReference: true })).toBe(true);
  });

  const cases: [string, 'p0' | 'p2', LedgerLine[], boolean][] = [
    ['a P0 that nobody outside has', 'p0', [], true],
    ['a P0 sent without a reference', 'p0', [sent], true],
    ['a P0 that the police have', 'p0', [done], false],
    ['a P0 whose first try failed and second held', 'p0', [failed, done], false],
    ['a P0 with one done and one open', 'p0', [done, sent], true],
    ['a quiet case', 'p2', [], false],
    ['a quiet case that was sent somewhere', 'p2', [sent], true],
    ['a quiet case whose referral failed', 'p2', [failed], true],
  ];
  it.each(cases)('tells of %s', (_name, priority, lines, red) => {
    expect(isCaseRed(priority, lines)).toBe(red);
  });

  it('moves only forward, and is done only with a reference', () => {
    expect(mayMove('drafted', 'sent')).toBe(false);
    expect(mayMove('approved', 'sent')).toBe(true);
    expect(mayMove('closed', 'sent')).toBe(false);
    expect(nextStates('failed')).toEqual([]);
    expect(REFERRAL_STATES.filter(asksReference)).toEqual(['acknowledged', 'acted', 'closed']);
  });

  it.each<
    [string, 'yes' | 'no' | 'not-needed', ('summary' | 'words' | 'talk' | 'addresses' | 'harm')[], boolean]
  >([
    ['a list of addresses', 'yes', ['addresses', 'harm'], false],
    ['their words', 'yes', ['addresses', 'words'], true],
    ['the talk', 'yes', ['talk'], true],
    ['what we say of them', 'yes', ['summary'], true],
    ['anything against their wish', 'no', ['harm'], true],
    ['anything that nobody was asked about', 'not-needed', ['harm'], true],
  ])('with %s asks for a fresh factor where it may say who told', (_name, consent, shared, fresh) => {
    expect(needsFreshToRefer({ consent, shared })).toBe(fresh);
  });

  it('reaches an end from everywhere', () => {
    for (const state of REFERRAL_STATES) {
      const seen = new Set([state]);
      for (const one of seen) for (const next of nextStates(one)) seen.add(next);
      expect([...seen].some((one) => nextStates(one).length === 0)).toBe(true);
    }
  });
});
