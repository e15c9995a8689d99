// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineFact } from '#platform/jobs';

const change = z.strictObject({
  record: z.int().positive(),
  kind: z.string().max(31),
  edition: z.int().nonnegative(),
});

/** Readers see this edition from now on. */
export const recordPublished = defineFact('record.published', change);

/** Readers no longer see the record; the edition was the last. */
export const recordWithdrawn = defineFact('record.withdrawn', change);
