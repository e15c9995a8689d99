// SPDX-License-Identifier: EUPL-1.2
import { FILE_STEP } from '../crypto/pad.ts';
import { refused } from '../errors.ts';
import type { TeamName } from '../teams/team-name.ts';

// Which sealed thing goes to whom (security.md 2.1) and how long it is at least (2.9). What a reporter
// wrote goes to a team and to nobody else: no code ever opens it again.

export type ObjectKind =
  | 'report.story'
  | 'report.contact'
  | 'report.notify'
  | 'message.in'
  | 'message.out'
  | 'item.address'
  | 'note'
  | 'assessment'
  | 'referral'
  | 'file'
  | 'team.index';

type Rule = { team: 'desk' | 'custody' | 'any'; receipt: boolean; min: number };

const desk = (min: number): Rule => ({ team: 'desk', receipt: false, min });

const RULES: Record<ObjectKind, Rule> = {
  'report.story': desk(4096),
  'report.contact': { team: 'custody', receipt: false, min: 4096 },
  'report.notify': desk(256),
  'message.in': desk(1024),
  'message.out': { team: 'desk', receipt: true, min: 1024 },
  'item.address': desk(256),
  note: desk(256),
  assessment: desk(256),
  referral: desk(256),
  file: desk(FILE_STEP),
  'team.index': { team: 'any', receipt: false, min: 256 },
};

/** Shortest stored length of a kind, in bytes. */
export function leastLength(kind: ObjectKind): number {
  return RULES[kind].min;
}

/** A stored kind as one of ours. Throws `seal.kind`. */
export function readKind(kind: string): ObjectKind {
  if (!Object.hasOwn(RULES, kind)) throw refused('seal.kind');
  return kind as ObjectKind;
}

/** Throws `seal.recipient` when this kind may not go to this team, or not to a receipt, or must. */
export function requireRecipients(kind: ObjectKind, to: { team: TeamName; receipt: boolean }): void {
  const rule = RULES[readKind(kind)];
  const team = rule.team === 'any' || to.team === rule.team || to.team.startsWith('restricted:');
  if (!team || to.receipt !== rule.receipt) throw refused('seal.recipient');
}
