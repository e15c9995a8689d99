// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import { allowWordAgain, receiptStates } from '#reports';
import { errors } from '../errors.ts';
import { reportIds } from '../queries/reports.ts';
import { lockOwnCase } from './lock-case.ts';
import { recordEvent } from './record.ts';

interface Again {
  caseId: string;
  receiptId: string;
  /** How the person at the desk knows who asks. */
  words: string;
}

/**
 * Opens a code for another twenty tries of its secret word. Without it what the desk writes to a child who mistyped, or
 * whose code somebody guessed at, would be lost to them for ever (security.md 2.5). Throws `cases.not-found` for a code of
 * another case, `cases.bad-step` for one that is not closed.
 */
export async function letWordAgain(ctx: Ctx, { caseId, receiptId, words }: Again): Promise<void> {
  await atomically(ctx, async (inner) => {
    await lockOwnCase(inner, caseId);
    const readers = [];
    for (const id of await reportIds(inner, caseId))
      readers.push(...(await receiptStates(inner, id)).receipts);
    const receipt = readers.find((one) => one.receiptId === receiptId);
    if (receipt === undefined) throw errors('not-found');
    if (!receipt.locked) throw errors('bad-step');
    await allowWordAgain(inner, { receiptId });
    await recordEvent(inner, { caseId, act: 'word-again', words });
  });
}
