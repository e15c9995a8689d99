// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { OpenSubmission } from '../queries/submissions.ts';
import { writing } from '../tables.ts';
import { thank, writeMessage } from './share.ts';

/** The reviewer writes to the sender; the page behind the code shows it. */
export function ask(ctx: Ctx, submission: string, words: string): Promise<void> {
  return atomically(ctx, (inner) => writeMessage(inner, { submission, dir: 'out', words }));
}

/** It will not be published; `words` say why. */
export function decline(ctx: Ctx, submission: string, words: string): Promise<void> {
  return atomically(ctx, async (inner) => {
    await writeMessage(inner, { submission, dir: 'out', words });
    await writing(inner.db)
      .updateTable('library.submission')
      .set({ declined: true, asked: false })
      .where('id', '=', submission)
      .execute();
    inner.audit({ act: 'library.share-declined', kind: 'library.submission', id: submission });
  });
}

/** Under which name the page thanks; null for none. */
export function credit(ctx: Ctx, { row }: OpenSubmission, name: string | null): Promise<void> {
  return atomically(ctx, async (inner) => {
    await thank(inner, row.record, name);
    inner.audit({ act: 'library.share-credit', kind: 'library.submission', id: row.id });
  });
}
