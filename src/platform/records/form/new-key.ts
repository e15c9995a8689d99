// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A key that a new row keeps for life. */
export const newKey = (): string => Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
