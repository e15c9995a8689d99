// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type CloseProblem, closeProblems, type Ending, OUTCOMES, stepOf } from './closing.ts';

const told: Ending = {
  outcome: 'helped',
  untold: null,
  told: true,
  held: false,
  waitsForSecond: false,
  supportOn: false,
  handedOver: false,
  rated: false,
};

describe('closing', () => {
  const rows: [string, Partial<Ending>, CloseProblem[]][] = [
    ['a case whose reporter was told', {}, []],
    ['a case whose reporter heard nothing', { told: false }, ['tell-first']],
    ['a case with no safe way to tell', { told: false, untold: 'somebody-reads' }, []],
    ['advice that was given', { outcome: 'advice' }, []],
    ['advice that nobody read', { outcome: 'advice', told: false, untold: 'code-ended' }, ['advice-untold']],
    ['a hand-over without a reference', { outcome: 'handed-over' }, ['no-hand-over']],
    ['a hand-over that is done', { outcome: 'handed-over', handedOver: true }, []],
    ['a block that is not in force', { outcome: 'blocked' }, ['no-rating']],
    ['a case the police hold', { held: true, told: false }, ['on-hold', 'tell-first']],
    ['a case with a second reader', { waitsForSecond: true }, ['second-waiting']],
    ['a child who still gets support', { supportOn: true }, ['support-on']],
  ];
  it.each(rows)('lets or keeps %s', (_name, change, problems) => {
    expect(closeProblems({ ...told, ...change })).toEqual(problems);
  });

  it('has a step for every outcome', () => {
    expect(OUTCOMES).toHaveLength(18);
    expect(stepOf('helped')).toEqual({ step: 'finished', code: 'helped' });
    expect(stepOf('for-school')).toEqual({ step: 'not-for-us', code: 'school' });
    for (const outcome of OUTCOMES) expect(() => stepOf(outcome)).not.toThrow();
  });
});
