// SPDX-License-Identifier: EUPL-1.2

/** How long name and address of a request by post stay: while it waits, and after it was sent or refused. */
export const PACK_DAYS = { waiting: 180, done: 30 };

/** Below this width, in dots, a logo is a blur on a poster. */
export const LEAST_WIDTH = 600;
