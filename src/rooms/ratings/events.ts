// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineFact } from '#platform/jobs';

const change = z.strictObject({ decision: z.uuid(), case: z.uuid().nullable(), number: z.int().nullable() });

/** A decision holds from now on. `number` is the published state that has it; null before the first snapshot. */
export const ratingReleased = defineFact('rating.released', change);

/** A decision holds no more: undone or expired. */
export const ratingEnded = defineFact('rating.ended', change);
