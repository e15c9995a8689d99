// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import { deleteReport } from '#reports';
import type { Client } from '../../../../tests/harness/client.ts';
import { labelOf } from '../rules/label.ts';
import {
  caseOf,
  caseRow,
  progressOf,
  type Room,
  type Sent,
  saw,
  sendReport,
  startRoom,
  take,
} from './room.ts';
import { abuse, assess, decide, press, task } from './room-acts.ts';
import { auditOf } from './room-rows.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

let places = 0;
const nowhere = () => ({ ...saw, where: { where: `https://standing-${++places}.example/` } });

interface Taken extends Sent {
  client: Client;
}

async function takenBy(alias: string, answers = nowhere()): Promise<Taken> {
  const sent = await sendReport(room, answers);
  const client = await room.signIn(alias);
  await client.get('/en/desk');
  await take(client, sent.caseId);
  return { ...sent, client };
}

async function askToEnd({ code }: Sent, wish: 'stop' | 'delete'): Promise<void> {
  const client = room.visitor();
  room.move(1);
  await client.get('/en/code');
  await client.submit('/en/code', { code });
  await client.get('/en/progress/stop');
  await client.submit('/en/progress/stop', { stop: wish, wish });
  await room.deliver();
}

describe('a case of somebody else', () => {
  it('shows its tasks to nobody who does not have it, and notes who read its addresses', async () => {
    const { caseId } = await takenBy('Birch');
    const alder = await room.signIn('Alder');
    for (const name of ['assess', 'hold', 'refer', 'support', 'tell', 'close']) {
      expect((await alder.get(`/en/desk/case/${caseId}/${name}`)).status).toBe(403);
    }
    const told = { body: 'police', way: 'phone', shared: 'words', consent: 'yes', go: 'preview' };
    await alder.get(`/en/desk/case/${caseId}`);
    const preview = await alder.post(`/en/desk/case/${caseId}/refer`, told);
    expect(preview.status).toBe(403);
    expect((await alder.get(`/en/desk/case/${caseId}/addresses`)).status).toBe(200);
    expect(await auditOf(room, caseId)).toMatchObject({ act: 'case.open', code: 'look' });
  });

  it('is joined to another by whoever has it', async () => {
    const theirs = await takenBy('Birch');
    const mine = await takenBy('Alder');
    const into = labelOf(mine.caseId);
    await mine.client.get(`/en/desk/case/${theirs.caseId}`);
    expect((await mine.client.post(`/en/desk/case/${theirs.caseId}/join`, { into })).status).toBe(403);
    expect(await caseOf(room, theirs.reportId)).toBe(theirs.caseId);
  });

  it('is not joined while somebody is asked about it', async () => {
    const other = await takenBy('Alder');
    const { caseId, reportId, client } = await takenBy('Alder');
    await press([client, caseId], 'contact', { report: reportId, words: 'To call back.' });
    const joined = await press([client, caseId], 'join', { 'into-join': labelOf(other.caseId) });
    expect(joined.status).toBe(422);
    expect(await caseOf(room, reportId)).toBe(caseId);
    await decide(await room.signIn('Birch'), 'return', 'They left no number.');
  });

  it('is not taken again by whom the reporter did not want any more', async () => {
    const sent = await takenBy('Alder');
    const child = room.visitor();
    await child.get('/en/code');
    await child.submit('/en/code', { code: sent.code });
    await child.get('/en/progress/person');
    await child.submit('/en/progress/person', {});
    await room.deliver();
    await sent.client.get(`/en/desk/case/${sent.caseId}`);
    const again = await sent.client.post(`/en/desk/case/${sent.caseId}/take`, {});
    expect(again.status).toBe(409);
    expect(again.text).toContain('The reporter asked for another person.');
    expect((await caseRow(room, sent.caseId)).assigned_to).toBeNull();
  });
});

describe('what a reporter told', () => {
  it('is deleted by their wish only', async () => {
    const { caseId, reportId, client } = await takenBy('Alder');
    await client.get(`/en/desk/case/${caseId}`);
    const fields = { report: reportId, answer: 'delete', words: 'I would like it gone.' };
    const refused = await client.submit(`/en/desk/case/${caseId}/stop`, fields);
    expect(refused.status).toBe(422);
    expect(await caseOf(room, reportId)).toBe(caseId);
  });

  it('is refused to be deleted without a word to the other reporters', async () => {
    const { one, two } = await joined();
    await askToEnd(two, 'stop');
    const alder = await room.signIn('Alder');
    await press([alder, one.caseId], 'stop', {
      report: two.reportId,
      answer: 'refuse',
      words: 'The law asks us to go on.',
    });
    expect(await progressOf(room, two.code)).toMatch(/cannot stop/i);
    expect(await progressOf(room, one.code)).not.toMatch(/cannot stop/i);
  });

  it('does not keep the queue shut when it is gone before anybody looked', async () => {
    const { reportId } = await sendReport(room, nowhere());
    await atomically(room.ctx(), (inner) => deleteReport(inner, { reportId, rule: 'asked' }));
    const alder = await room.signIn('Alder');
    expect((await alder.get('/en/desk')).status).toBe(200);
  });

  /** Two reports of one place, the second of another place too, joined by hand, with Alder. */
  async function joined() {
    const one = await takenBy('Alder');
    const where = `https://standing-${places}.example/ https://only-${places}.example/`;
    const two = await sendReport(room, { ...saw, where: { where } });
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    await take(alder, two.caseId);
    await press([alder, two.caseId], 'join', { into: labelOf(one.caseId) });
    expect(await caseOf(room, two.reportId)).toBe(one.caseId);
    return { one, two };
  }
});

describe('a letter', () => {
  it('to nobody of this case is not written', async () => {
    const { caseId, client } = await takenBy('Alder');
    const words = 'We read what you wrote.';
    const to = '------------------------------------:main';
    const reply = await task([client, caseId], 'tell', { to, words, go: 'send' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(words);
  });
});

describe('a grave rating that a hold kept back', () => {
  it('is released by another person with a fresh factor, and not after the case is closed', async () => {
    const { caseId, client: alder } = await takenBy('Alder');
    await assess(alder, caseId, { ...abuse, next: 'hold' });
    let birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    room.move(14 * 24 * 60 + 1);
    await room.clock5();
    birch = await room.signIn('Birch');
    const page = await birch.get(`/en/desk/case/${caseId}?look=yes`);
    const release = /action="(\/en\/desk\/case\/[^"]+\/release\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    room.move(6);
    expect((await birch.post(release, {})).location).toContain('/desk/confirm');
    birch = await room.signIn('Birch');
    await task([birch, caseId], 'close', { outcome: 'could-not', untold: 'asked-not-to' });
    expect((await caseRow(room, caseId)).state).toBe('closed');
    await birch.get(`/en/desk/case/${caseId}`);
    expect((await birch.post(release, {})).status).toBe(409);
  });
});
