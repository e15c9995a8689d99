// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';

/**
 * The teams whose key a person with these roles may be given (security.md 2.1). Secretariat, policy and
 * library roles can never hold the desk's key, and managing accounts gives none (H23).
 */
export function teamsFor(roles: readonly Role[]): ('desk' | 'custody')[] {
  const desk = roles.some((role) => role === 'operator' || role === 'supervisor' || role === 'editor');
  const barred = roles.some((role) => role === 'secretariat' || role === 'member');
  if (barred) return [];
  return [
    ...(desk ? (['desk'] as const) : []),
    ...(roles.includes('custodian') ? (['custody'] as const) : []),
  ];
}
