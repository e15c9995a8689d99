// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import { translator } from '#platform/i18n';
import type { Client } from '../../../../tests/harness/client.ts';
import { voiceIn } from '../actions/voice.ts';
import { writing } from '../tables.ts';
import {
  caseRow,
  danger,
  progressOf,
  type Room,
  type Sent,
  saw,
  sendReport,
  startRoom,
  take,
} from './room.ts';
import { press, task } from './room-acts.ts';

let room: Room;
let alder: Client;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

let places = 0;

/** A new case of a place that nobody reported before, taken by Alder. */
async function taken(answers = saw): Promise<Sent> {
  const where = `https://place-${++places}.example/`;
  const sent = await sendReport(room, { ...answers, where: { where } });
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, sent.caseId);
  return sent;
}

const letter = ({ reportId }: Sent, words: string, more: Record<string, string> = {}) => ({
  to: `${reportId}:main`,
  words,
  go: 'send',
  ...more,
});

/** The reporter's browser, past the code. */
async function comeBack(code: string): Promise<Client> {
  const client = room.visitor();
  room.move(1);
  await client.get('/en/code');
  await client.submit('/en/code', { code });
  return client;
}

describe('a letter', () => {
  it('is shown as the child will read it, with its level, before it goes', async () => {
    const sent = await taken();
    const checked = await task(
      [alder, sent.caseId],
      'tell',
      letter(sent, 'The authorities assess it.', { go: 'check' }),
    );
    expect(checked.text).toContain('As they read it');
    expect(checked.text).toContain('Hard words: authorities, assess');
    expect((await caseRow(room, sent.caseId)).told_at).toBeNull();
  });

  it('reaches the child under a name from nature, never the one of the desk', async () => {
    const sent = await taken();
    const page = await task([alder, sent.caseId], 'tell', letter(sent, 'Thank you. We read it.'));
    expect(page.text).toContain('Done.');
    const read = await progressOf(room, sent.code);
    expect(read).toContain('Thank you. We read it.');
    expect(read).not.toContain('Alder');
  });

  it('is never signed with the name that somebody chose for the desk', async () => {
    const names = translator('en')('cases.letter.names').split(', ');
    const sent = await taken();
    const actor = { kind: 'person', id: (await caseRow(room, sent.caseId)).assigned_to ?? '' } as const;
    for (const alias of names) {
      const ctx = { ...room.ctx(), actor: { ...actor, alias, roles: [] } };
      const signed = await atomically(ctx, async (inner) => {
        const name = await voiceIn(inner, sent.caseId, translator('en'));
        await writing(inner.db).deleteFrom('cases.voice').execute();
        return name;
      });
      expect(signed).not.toBe(alias);
      expect(names).toContain(signed);
    }
  });

  it('never says again what the child told', async () => {
    const sent = await taken(danger);
    const page = await task(
      [alder, sent.caseId],
      'tell',
      letter(sent, 'You said he wants to meet at the station after school. Stay at home.'),
    );
    expect(page.status).toBe(422);
    expect(page.text).toContain('This repeats what was told.');
    expect(page.body).toContain('Stay at home.');
    expect(await progressOf(room, sent.code)).not.toContain('Stay at home');
  });

  it('may be a question, and the answer brings the case back up', async () => {
    const sent = await taken();
    await task([alder, sent.caseId], 'tell', letter(sent, 'Is it still there?', { question: 'yes' }));
    expect((await caseRow(room, sent.caseId)).state).toBe('question');
    const child = await comeBack(sent.code);
    expect(child.last?.text).toContain('question');
    await child.submit('/en/progress', { words: '', quick: 'yes' });
    await room.deliver();
    expect(await caseRow(room, sent.caseId)).toMatchObject({ state: 'reading', news: 'answer' });
    const page = await alder.get('/en/desk?show=mine');
    expect(page.text).toContain('The reporter answered');
  });

  it('begins with ready words where the operator wants them', async () => {
    const sent = await taken();
    const page = await task([alder, sent.caseId], 'tell', {
      to: `${sent.reportId}:main`,
      words: '',
      go: 'use-threat',
    });
    expect(page.body).toMatch(/<textarea[^>]*>You are not alone with this\./);
  });

  it('comes from another name after the child asked for another person', async () => {
    const sent = await taken();
    await task([alder, sent.caseId], 'tell', letter(sent, 'Good day.'));
    const child = await comeBack(sent.code);
    await child.get('/en/progress/person');
    await child.submit('/en/progress/person', {});
    await room.deliver();
    expect(await caseRow(room, sent.caseId)).toMatchObject({ assigned_to: null, news: 'other-person' });
    const again = await alder.submit('/en/desk/next', { can: ['text', 'links', 'images', 'self-harm'] });
    expect(again.text).toContain('Nothing waits that you can take now.');
    const birch = await room.signIn('Birch');
    await take(birch, sent.caseId);
    await task([birch, sent.caseId], 'tell', letter(sent, 'I read it now.'));
    const read = await progressOf(room, sent.code);
    const names = translator('en')('cases.letter.names').split(', ');
    expect(names.filter((name) => read.includes(name))).toHaveLength(2);
  });
});

describe('closing', () => {
  it('is refused until the child was told, and then says how it ended [LV-70]', async () => {
    const sent = await taken();
    const refused = await task([alder, sent.caseId], 'close', { outcome: 'advice' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Advice is a letter. Write it first.');
    await task(
      [alder, sent.caseId],
      'tell',
      letter(sent, 'You can block the person. Tell a grown-up you trust.'),
    );
    const closed = await task([alder, sent.caseId], 'close', { outcome: 'advice' });
    expect(closed.text).toContain('How are you?');
    expect(await caseRow(room, sent.caseId)).toMatchObject({
      state: 'closed',
      outcome: 'advice',
      assigned_to: null,
    });
    expect(await progressOf(room, sent.code)).toContain('Tell a grown-up you trust');
  });

  it('says only that it is finished where there is no safe way to tell', async () => {
    const sent = await taken();
    await task([alder, sent.caseId], 'close', {
      outcome: 'removed',
      untold: 'somebody-reads',
      words: 'A parent reads along.',
    });
    expect(await caseRow(room, sent.caseId)).toMatchObject({ state: 'closed', untold: 'somebody-reads' });
    const read = await progressOf(room, sent.code);
    expect(read).toContain('Finished');
    expect(read).not.toContain('taken down');
  });

  it('can be undone, and is undone by the reporter too', async () => {
    const sent = await taken();
    const close = () =>
      task([alder, sent.caseId], 'close', { outcome: 'nothing-found', untold: 'asked-not-to' });
    await close();
    expect((await caseRow(room, sent.caseId)).delete_after).toMatch(/^2027-05-0\d$/);
    await press([alder, sent.caseId], 'reopen', { words: 'There is more.' });
    expect(await caseRow(room, sent.caseId)).toMatchObject({ state: 'reading', delete_after: null });
    await close();
    const child = await comeBack(sent.code);
    await child.submit('/en/progress/again', {});
    await room.deliver();
    expect(await caseRow(room, sent.caseId)).toMatchObject({
      state: 'reading',
      news: 'again',
      assigned_to: null,
    });
  });
});
