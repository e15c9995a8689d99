// SPDX-License-Identifier: EUPL-1.2

import type { Db } from '#platform/db';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { reading } from '../tables.ts';

export const REPORT = '/en/report';

/** Presses Start and stands before the first question. */
export async function start(client: Client): Promise<void> {
  await client.get(REPORT);
  await client.submit(REPORT, { go: 'start' });
}

/** Presses the first button of the page that shows nothing by itself. */
export async function goOn(client: Client): Promise<void> {
  await client.get(REPORT);
  await client.submit(REPORT, { go: 'on' });
}

/** Answers pages one after the other, as a browser does. */
export async function fill(client: Client, answers: Record<string, Fields>): Promise<void> {
  for (const [step, fields] of Object.entries(answers)) {
    await client.submit(REPORT, { step, go: 'next', ...fields });
    if (client.last?.status !== 200)
      throw new Error(`${step}: ${client.last?.status} ${client.last?.text.slice(0, 400)}`);
  }
}

/** The sixteen digits on the page of the code. */
export function codeOn(html: string): string {
  return /data-code="([\d ]+)"/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
}

/** The report that came last. */
export async function newestReport(db: Db): Promise<string> {
  const step = reading(db).selectFrom('reports.step').select('report_id').where('step', '=', 'received');
  return (await step.orderBy('seq', 'desc').executeTakeFirstOrThrow()).report_id;
}

/** What a child in danger may answer. */
export const danger = {
  who: { who: 'teen' },
  what: { what: 'unsafe' },
  asks: { asks: ['pictures', 'meet'] },
  where: { where: 'ShareApp, https://example.org/room' },
  safe: { safe: 'someone' },
  numbers: {},
  more: { more: 'He wants to meet at the station' },
  wishes: { wishes: ['stop', 'tell'] },
  denounce: { denounce: 'yes' },
  answer: { answer: 'code' },
};

/** Sends it, and stands before the code. */
export async function sent(room: { visitor: () => Client }): Promise<{ client: Client; code: string }> {
  const client = room.visitor();
  await start(client);
  await fill(client, danger);
  await client.submit(REPORT, { step: 'check', go: 'send' });
  return { client, code: codeOn(client.last?.body ?? '') };
}
