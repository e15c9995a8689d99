// SPDX-License-Identifier: EUPL-1.2

/** The day of a moment as the database keeps it, UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
