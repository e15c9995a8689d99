// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#platform/db';
import type { Client } from '../../../../tests/harness/client.ts';
import { writing } from '../../reports/tables.ts';
import { confirmed, danger, type Room, type Sent, sendReport, startRoom, take } from './room.ts';
import { press } from './room-acts.ts';
import { entriesOf } from './room-rows.ts';

let room: Room;
let alder: Client;
let sent: Sent;
beforeAll(async () => {
  room = await startRoom();
  sent = await sendReport(room, danger);
  await sent.client.submit('/en/report', { go: 'word', word: 'saule' });
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, sent.caseId);
});
afterAll(() => room.stop());

const path = () => `/en/desk/case/${sent.caseId}`;
const BUTTON = 'Let them try the word again';

/** Tries a word behind the code; answers the page that follows. */
async function tryWord(word: string): Promise<string> {
  room.move(16);
  const browser = room.visitor();
  await browser.get('/en/code');
  await browser.submit('/en/code', { code: sent.code });
  return (await browser.submit('/en/code/word', { word })).text;
}

/** The last of twenty wrong words. Each costs a slow hash, so the first nineteen are only counted. */
async function closeCode(): Promise<string> {
  await transaction(room.db, (tx) =>
    writing(tx)
      .updateTable('reports.receipt')
      .set({ word_tries: 19 })
      .where('report_id', '=', sent.reportId)
      .execute(),
  );
  return tryWord('luna');
}

describe('a code that twenty wrong secret words closed', () => {
  it('opens with the right word only after the desk let it be tried again, with a reason', async () => {
    expect((await alder.get(path())).text).not.toContain(BUTTON);
    expect(await closeCode()).toContain('This code is closed');
    const other = room.visitor();
    await other.get('/en/code');
    expect((await other.submit('/en/code', { code: sent.code })).text).not.toContain(
      'Enter your secret word',
    );
    alder = await room.signIn('Alder');
    expect((await alder.get(path())).text).toContain('20 wrong secret words');
    const receipt = /name="receipt" value="([^"]+)"/.exec(alder.last?.body ?? '')?.[1] ?? '';
    expect((await press([alder, sent.caseId], 'word-again', { receipt, 'words-word-0': '' })).text).toContain(
      'Write how you know that it is them',
    );
    const page = await press([alder, sent.caseId], 'word-again', {
      receipt,
      'words-word-0': 'They rang and knew what we wrote last.',
    });
    expect(page.text).toContain('They can try the secret word again.');
    expect(page.text).toContain('They rang and knew what we wrote last.');
    expect(page.text).not.toContain(BUTTON);
    expect(await entriesOf(room, 'receipt.word-again')).toHaveLength(1);
    expect(await tryWord('saule')).toContain('Your report');
  });

  it('asks who lets it for a fresh factor, and nobody who does not have the case', async () => {
    await closeCode();
    const stale = await room.signIn('Alder');
    await stale.get(path());
    const receipt = /name="receipt" value="([^"]+)"/.exec(stale.last?.body ?? '')?.[1] ?? '';
    const words = { receipt, 'words-word-0': 'They rang.' };
    room.move(6);
    expect((await stale.post(`${path()}/word-again`, words)).location).toContain('/desk/confirm');
    await confirmed(room, 'Alder', stale);
    await stale.get(path());
    const unknown = { ...words, receipt: sent.reportId };
    expect((await stale.submit(`${path()}/word-again`, unknown)).status).toBe(404);
    const hazel = await room.signIn('Hazel');
    await hazel.get('/en/desk');
    expect((await hazel.post(`${path()}/word-again`, words)).status).toBe(403);
    await stale.get(path());
    expect((await stale.submit(`${path()}/word-again`, words)).text).toContain('They can try');
    await stale.get(path());
    expect((await stale.post(`${path()}/word-again`, words)).status).toBe(422);
  });
});
