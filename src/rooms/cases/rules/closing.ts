// SPDX-License-Identifier: EUPL-1.2

// How a case may end. Every ending is told, or somebody says why there is no safe way.

const FINISHED = [
  'helped',
  'advice',
  'handed-over',
  'removed',
  'blocked',
  'warned',
  'known',
  'nothing-found',
  'not-against-rules',
  'could-not',
  'stopped',
] as const;

const ELSEWHERE = [
  'police',
  'child-protection',
  'helpline',
  'school',
  'hotline',
  'platform',
  'other',
] as const;

type Finished = (typeof FINISHED)[number];
type Elsewhere = (typeof ELSEWHERE)[number];
export type Outcome = Finished | `for-${Elsewhere}`;

export const OUTCOMES: readonly [Outcome, ...Outcome[]] = [
  'helped',
  ...FINISHED.slice(1),
  ...ELSEWHERE.map((body): Outcome => `for-${body}`),
];

/** Why a reporter cannot be told safely. */
export const UNTOLD = ['somebody-reads', 'asked-not-to', 'code-ended', 'would-endanger'] as const;
export type Untold = (typeof UNTOLD)[number];

/** The step that tells an outcome: `finished` or `not-for-us`, with its code. */
export function stepOf(
  outcome: Outcome,
): { step: 'finished'; code: Finished } | { step: 'not-for-us'; code: Elsewhere } {
  const finished = FINISHED.find((code) => code === outcome);
  if (finished !== undefined) return { step: 'finished', code: finished };
  const code = ELSEWHERE.find((body) => `for-${body}` === outcome);
  if (code === undefined) throw new TypeError(`no outcome ${outcome}`);
  return { step: 'not-for-us', code };
}

export interface Ending {
  outcome: Outcome;
  untold: Untold | null;
  /** Somebody wrote to the reporter since the case was (re)opened. */
  told: boolean;
  held: boolean;
  waitsForSecond: boolean;
  supportOn: boolean;
  handedOver: boolean;
  /** A public rating of this case holds. */
  rated: boolean;
}

export type CloseProblem =
  | 'on-hold'
  | 'second-waiting'
  | 'support-on'
  | 'tell-first'
  | 'advice-untold'
  | 'no-hand-over'
  | 'no-rating';

/** What keeps a case open, all of it at once, so that nobody has to try five times. */
export function closeProblems(ending: Ending): CloseProblem[] {
  const { outcome, untold, told } = ending;
  const found: [boolean, CloseProblem][] = [
    [ending.held, 'on-hold'],
    [ending.waitsForSecond, 'second-waiting'],
    [ending.supportOn, 'support-on'],
    [!told && untold === null && outcome !== 'advice', 'tell-first'],
    [!told && outcome === 'advice', 'advice-untold'],
    [outcome === 'handed-over' && !ending.handedOver, 'no-hand-over'],
    [outcome === 'blocked' && !ending.rated, 'no-rating'],
  ];
  return found.filter(([there]) => there).map(([, problem]) => problem);
}
