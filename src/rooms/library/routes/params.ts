// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of a record in an address. */
export const recordNumber = z
  .object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
  .loose();
