// SPDX-License-Identifier: EUPL-1.2
import { atomically, type Ctx } from '#platform/ctx';
import type { Lang } from '#platform/i18n';
import { createRecord, type FileRef, submit } from '#platform/records';

export interface ActivityReport {
  campaign: number;
  lang: Lang;
  title: string;
  what: string;
  organisation: string;
  place: string;
  on: string;
  reached: number | null;
  files: readonly FileRef[];
  agreed: boolean;
}

/** Keeps what somebody did for a campaign and puts it before a reviewer at once; answers its number. */
export async function sendReport(ctx: Ctx, report: ActivityReport): Promise<number> {
  return atomically(ctx, async (inner) => {
    const { campaign, lang, title, what, organisation, place, on, reached, files, agreed } = report;
    const { id } = await createRecord(inner, {
      kind: 'activity-report',
      tongue: lang,
      facts: {
        ...{ campaign, organisation, on, agreed },
        ...(reached === null ? {} : { reached }),
        ...(files.length === 0 ? {} : { files }),
      },
      words: { title, what, place },
    });
    // Who sends a report need not be one who works on records; asking for the review is part of sending.
    await submit({ ...inner, actor: { kind: 'system', name: 'campaigns' } }, { record: id });
    return id;
  });
}
