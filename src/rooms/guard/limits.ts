// SPDX-License-Identifier: EUPL-1.2

/** News of a household whose rules changed; the id is the household's. */
export const GUARD_TOPIC = 'guard';

export const MOST_CHILDREN = 12;
/** Of one child. */
export const MOST_DEVICES = 20;
export const MOST_NETWORKS = 4;
