// SPDX-License-Identifier: EUPL-1.2
import type { TxCtx } from '#platform/ctx';
import { keyringOf, sealObject } from '#platform/seal';
import { errors } from '../errors.ts';
import type { Letter } from '../form/reply.ts';
import { toMinute } from '../progress/clock.ts';
import { type ReceiptRole, writing } from '../tables.ts';
import { readersOf } from './restrict-report.ts';

/**
 * Writes to one reader of a report, in the caller's transaction. Sealed to the desk and to that receipt alone:
 * the parent's code does not open the child's letters. Throws `reports.no-receipt` where nobody has that role
 * (its code ended, or was never claimed), `reports.quiet` where the reporter asked us to stop writing.
 */
export async function sendMessage(
  ctx: TxCtx,
  message: { reportId: string; receiptRole: ReceiptRole; words: string; alias: string },
): Promise<string> {
  const receipt = await writing(ctx.db)
    .selectFrom('reports.receipt as receipt')
    .innerJoin('reports.report as report', 'report.id', 'receipt.report_id')
    .select(['receipt.id', 'receipt.pub', 'receipt.pub_mac', 'report.quiet', 'report.restricted'])
    .where('receipt.report_id', '=', message.reportId)
    .where('receipt.role', '=', message.receiptRole)
    .forShare('report')
    .executeTakeFirst();
  if (receipt === undefined) throw errors('no-receipt');
  if (receipt.quiet) throw errors('quiet');
  const letter: Letter = { v: 1, alias: message.alias, words: message.words };
  const object_id = await sealObject(ctx.db, keyringOf(ctx.db), {
    kind: 'message.out',
    plain: Buffer.from(JSON.stringify(letter)),
    to: { team: readersOf(receipt.restricted), receipt },
  });
  await writing(ctx.db)
    .insertInto('reports.message')
    .values({
      object_id,
      report_id: message.reportId,
      receipt_id: receipt.id,
      dir: 'out',
      at: toMinute(ctx.now),
    })
    .execute();
  return object_id;
}
