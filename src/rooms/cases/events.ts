// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineFact } from '#platform/jobs';
import { OUTCOMES } from './rules/closing.ts';

const caseId = z.uuid();

/** A P0 case that nobody took in the promised minutes. Said again every ten minutes until somebody does (H6). */
export const caseUnopened = defineFact('case.unopened', z.strictObject({ caseId, minutes: z.int() }));

/** A case has an assessment that whoever had to agree agreed to. */
export const caseConfirmed = defineFact(
  'case.confirmed',
  z.strictObject({ caseId, harm: z.string(), severity: z.int().min(1).max(4) }),
);

/** A case ended. */
export const caseClosed = defineFact('case.closed', z.strictObject({ caseId, outcome: z.enum(OUTCOMES) }));
