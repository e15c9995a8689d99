// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';

/** Teams that stand from the beginning; restricted ones are made for one report. */
export type LastingTeam = 'desk' | 'custody';

const desk: readonly Role[] = ['operator', 'supervisor', 'editor'];
// Secretariat, policy and library roles can never hold the desk's key (H23).
const keyless: readonly Role[] = [
  'secretariat',
  'analyst',
  'member',
  'librarian',
  'lawyer',
  'clerk',
  'translator',
  'campaigner',
];

/** The teams whose key a person with these roles may be given; managing accounts gives none (H23). */
export function teamsFor(roles: readonly Role[]): LastingTeam[] {
  if (clash(roles)) return [];
  return [
    ...(roles.some((role) => desk.includes(role)) ? (['desk'] as const) : []),
    ...(roles.includes('custodian') ? (['custody'] as const) : []),
  ];
}

/** Whether some of these roles open cases while others must never be able to. One person cannot be both. */
export function clash(roles: readonly Role[]): boolean {
  const opens = roles.some((role) => desk.includes(role) || role === 'custodian');
  return opens && roles.some((role) => keyless.includes(role));
}

/** Whoever reads a restricted case is of the desk, and stays its reader for as long. */
function lastingOf(team: string): string {
  return team.startsWith('restricted:') ? 'desk' : team;
}

export interface Standing {
  roles: readonly Role[];
  teams: readonly string[];
}

export interface RoleChange {
  /** Roles from now on. */
  now: Role[];
  /** All roles from the moment a member gives the keys; null where nothing has to be given. */
  asked: Role[] | null;
  /** Teams whose key is taken away. */
  lost: string[];
}

/**
 * What follows when somebody is to have `wanted`: what they lose they lose now; what opens cases waits for
 * a member's grant, and so does becoming a supervisor, who may grant.
 */
export function changeTo(standing: Standing, wanted: readonly Role[]): RoleChange {
  const needed = teamsFor(wanted);
  const lost = standing.teams.filter((team) => !needed.some((one) => one === lastingOf(team)));
  const missing = needed.some((team) => !standing.teams.includes(team));
  const rises = wanted.includes('supervisor') && !standing.roles.includes('supervisor');
  if (!missing && !rises) return { now: [...wanted], asked: null, lost };
  const now = wanted.filter((role) => standing.roles.includes(role) || teamsFor([role]).length === 0);
  return { now, asked: [...wanted], lost };
}
