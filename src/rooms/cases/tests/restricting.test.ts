// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../tests/harness/client.ts';
import { labelOf } from '../rules/label.ts';
import { caseRow, type Room, type Sent, saw, sendReport, startRoom, take } from './room.ts';
import { decide, firstAct, press, task } from './room-acts.ts';
import { teamsThatOpen } from './room-rows.ts';

let room: Room;
let alder: Client;
let about: Sent;
beforeAll(async () => {
  room = await startRoom();
  about = await sendReport(room, {
    ...saw,
    where: { where: 'https://colleague.example/' },
    more: { more: 'Birch who works at your desk writes to children' },
  });
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, about.caseId);
});
afterAll(() => room.stop());

const path = () => `/en/desk/case/${about.caseId}`;

/** The boxes of the page, by the name beside each. */
async function boxes(client: Client): Promise<Map<string, string>> {
  const { body } = await client.get(`${path()}/restrict`);
  const found = body.matchAll(/value="([0-9a-f-]{36})"(?:(?!<\/label>).)*?<bdi[^>]*>([^<]+)</gs);
  return new Map([...found].map(([, id = '', alias = '']) => [alias, id]));
}

async function choose(client: Client, aliases: readonly string[], words = 'It is about a colleague.') {
  const people = await boxes(client);
  return task([client, about.caseId], 'restrict', {
    people: aliases.map((alias) => people.get(alias) ?? ''),
    words,
  });
}

async function write(words: string): Promise<void> {
  const child = room.visitor();
  room.move(1);
  await child.get('/en/code');
  await child.submit('/en/code', { code: about.code });
  await child.get('/en/progress/add');
  await child.submit('/en/progress/add', { words });
  await room.deliver();
}

describe('a case about somebody who works here', () => {
  it('is locked for at least two people, with a reason and a fresh factor', async () => {
    const few = await choose(alder, ['Alder'], 'Only me.');
    expect(few.status).toBe(422);
    expect(few.text).toContain('Choose at least two people');
    expect(few.body).toContain('Only me.</textarea>');
    room.move(6);
    expect((await alder.get(`${path()}/restrict`)).location).toContain('/desk/confirm');
    alder = await room.signIn('Alder');
    const done = await choose(alder, ['Alder', 'Linden']);
    expect(done.text).toContain('Only 2 people may read this case');
    expect(done.text).toContain('Birch who works at your desk');
    expect(done.text).toContain('colleague[.]example');
    expect(done.text).toContain('It is about a colleague.');
  });

  it('opens with no key that the desk has', async () => {
    expect(await teamsThatOpen(room, about)).toEqual([`restricted:${about.caseId}`]);
  });

  it('is not there for the colleague, a supervisor though they are', async () => {
    const birch = await room.signIn('Birch');
    const name = labelOf(about.caseId);
    for (const show of ['waiting', 'others', 'closed'])
      expect((await birch.get(`/en/desk?show=${show}`)).text).not.toContain(name);
    expect((await birch.get(path())).status).toBe(404);
    expect((await birch.get(`${path()}?look=yes`)).status).toBe(404);
    expect((await birch.get(`${path()}/addresses`)).status).toBe(404);
    expect((await birch.get(`/en/desk?case=${name}`)).location).toContain('no-such-case');
    for (const act of ['take', 'note', 'hold', 'refer', 'close', 'restrict']) {
      await birch.get('/en/desk');
      expect((await birch.post(`${path()}/${act}`, { words: 'x' })).status).toBe(404);
    }
  });

  it('is handed to nobody who may not read it', async () => {
    const page = await alder.get(path());
    expect(page.body).toContain('>Linden</option>');
    expect(page.body).not.toContain('>Birch</option>');
  });

  it('says which of its readers can lend the contact details', async () => {
    const page = await alder.get(`${path()}/restrict`);
    expect(page.text.match(/Custodian: can lend the contact details/g)).toHaveLength(2);
    const asked = await alder.get(path());
    expect(asked.text).toContain('Of them, these can lend you the contact details: Linden');
    await press([alder, about.caseId], 'contact', { report: about.reportId, words: 'They want a call.' });
    expect(await firstAct(await room.signIn('Birch'))).toBeNull();
    const linden = await room.signIn('Linden');
    await decide(linden, 'return', 'Not yet.');
    expect((await linden.get(`${path()}?look=yes`)).text).toContain('none of the others can lend you');
  });

  it('keeps what is told later from the colleague too', async () => {
    await write('Birch wrote again yesterday.');
    await press([alder, about.caseId], 'note', { words: 'We call the police.' });
    expect(await teamsThatOpen(room, about)).toEqual([`restricted:${about.caseId}`]);
    const linden = await room.signIn('Linden');
    const page = await linden.get(`${path()}?look=yes`);
    expect(page.text).toContain('Birch wrote again yesterday.');
    expect(page.text).toContain('We call the police.');
  });

  it('says nothing of itself where another case knows its address', async () => {
    const other = await sendReport(room, { ...saw, where: { where: 'https://colleague.example/' } });
    const birch = await room.signIn('Birch');
    expect((await birch.get('/en/desk')).text).not.toContain('Seen before');
    await take(birch, other.caseId);
    const page = await birch.get(`/en/desk/case/${other.caseId}`);
    expect(page.body).not.toContain(about.caseId);
    const into = { into: labelOf(about.caseId) };
    expect((await press([birch, other.caseId], 'join', into)).status).toBe(422);
  });

  it('asks nobody else to be the second person', async () => {
    alder = await room.signIn('Alder');
    await task([alder, about.caseId], 'hold', { act: 'set', words: 'Police first.' });
    await task([alder, about.caseId], 'hold', { act: 'ask-lift', words: 'They are done.' });
    expect(await firstAct(await room.signIn('Birch'))).toBeNull();
    expect(await firstAct(await room.signIn('Linden'))).not.toBeNull();
  });

  it('gets another key when somebody may not read it any more', async () => {
    const linden = await room.signIn('Linden');
    const page = await choose(linden, ['Linden', 'Hazel'], 'Alder knows them well.');
    expect(page.text).toContain('Only 2 people may read this case');
    alder = await room.signIn('Alder');
    expect((await alder.get(path())).status).toBe(404);
    expect((await caseRow(room, about.caseId)).assigned_to).toBeNull();
    expect(await teamsThatOpen(room, about)).toEqual([`restricted:${about.caseId}`]);
    const hazel = await room.signIn('Hazel');
    expect((await hazel.get(`${path()}?look=yes`)).text).toContain('Birch wrote again yesterday.');
  });
});
