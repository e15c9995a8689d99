// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../tests/harness/client.ts';
import { ledgerOf } from '../queries/ledger.ts';
import {
  confirmed,
  danger,
  progressOf,
  type Room,
  type Sent,
  saw,
  sendReport,
  startRoom,
  take,
} from './room.ts';
import { decide, press, task } from './room-acts.ts';

let room: Room;
let alder: Client;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

async function taken(): Promise<Sent> {
  const sent = await sendReport(room, danger);
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, sent.caseId);
  return sent;
}

const toPolice = {
  body: 'police',
  way: 'phone',
  shared: ['summary', 'age', 'words'],
  summary: 'A child is asked to meet a stranger today.',
  consent: 'yes',
  go: 'write',
};

describe('a hand-over', () => {
  it('turns a P0 case from red when the reference of the police is there [RU-16, LV-72]', async () => {
    const { caseId, code } = await taken();
    expect((await alder.get(`/en/desk/case/${caseId}`)).text).toContain('no reference is written down');
    const page = await task([alder, caseId], 'refer', { ...toPolice, done: 'yes', reference: 'K-2026-118' });
    expect(page.text).not.toContain('no reference is written down');
    expect(await ledgerOf(room.db, caseId)).toMatchObject([
      { body: 'police', way: 'phone', state: 'acknowledged', hasReference: true },
    ]);
    expect(await progressOf(room, code)).toContain('police');
  });

  it('shows before what the other side will see, and nothing that was not ticked', async () => {
    const { caseId } = await taken();
    const page = await task([alder, caseId], 'refer', {
      ...toPolice,
      shared: ['summary', 'safety'],
      go: 'preview',
    });
    const preview = /What they see(.*)Write it into the ledger/s.exec(page.text)?.[1] ?? '';
    expect(preview).toContain('A child is asked to meet a stranger today.');
    expect(preview).toContain('Somebody may hurt them');
    expect(preview).not.toContain('13 to 17');
    expect(preview).not.toContain('He wants to meet');
    expect(await ledgerOf(room.db, caseId)).toEqual([]);
  });

  it('stays red while it is only sent, and asks for the reference before it is acknowledged', async () => {
    const { caseId } = await taken();
    await task([alder, caseId], 'refer', { ...toPolice, done: 'yes' });
    const [line] = await ledgerOf(room.db, caseId);
    expect(line).toMatchObject({ state: 'sent', hasReference: false });
    const path = `/en/desk/case/${caseId}/refer/${line?.id}`;
    expect((await alder.submit(path, { to: 'acknowledged', reference: '', words: '' })).status).toBe(422);
    const tooSoon = await alder.submit(path, {
      'to-0': 'acted',
      'reference-0': 'K-1',
      'words-0': 'They rang.',
    });
    expect(tooSoon.status).toBe(422);
    expect(tooSoon.body).toContain('They rang.</textarea>');
    expect(tooSoon.body).toContain('value="K-1"');
    await alder.get(`/en/desk/case/${caseId}/refer`);
    await alder.submit(path, { to: 'acknowledged', reference: 'K-1', words: '' });
    expect(await ledgerOf(room.db, caseId)).toMatchObject([{ state: 'acknowledged', hasReference: true }]);
    const page = await alder.get(`/en/desk/case/${caseId}`);
    expect(page.text).not.toContain('no reference is written down');
    expect((await alder.get(`/en/desk/case/${caseId}/refer`)).text).toContain('K-1');
  });

  it('against the wish of the child takes a second person and a law', async () => {
    const { caseId } = await taken();
    const against = { ...toPolice, body: 'school', name: 'Example School', way: 'person', consent: 'no' };
    expect((await task([alder, caseId], 'refer', against)).text).toContain('Name the law or duty');
    const page = await task([alder, caseId], 'refer', { ...against, law: 'Example Act, section 2' });
    expect(page.text).toContain('It waits for a second person.');
    const [draft] = await ledgerOf(room.db, caseId);
    expect(draft?.state).toBe('drafted');
    // Who asked cannot end what another is about to approve: it would be approved all the same.
    await alder.get(`/en/desk/case/${caseId}/refer`);
    const ended = await alder.submit(`/en/desk/case/${caseId}/refer/${draft?.id}`, { to: 'failed' });
    expect(ended.status).toBe(422);
    const birch = await room.signIn('Birch');
    const inbox = await birch.get('/en/desk/second');
    const act = /href="(\/en\/desk\/second\/[^"]+)"/.exec(inbox.body)?.[1] ?? '';
    expect((await birch.get(act)).text).toContain('Example Act, section 2');
    await decide(birch, 'approve');
    expect(await ledgerOf(room.db, caseId)).toMatchObject([{ state: 'approved' }]);
  });

  it('by mail goes only to an address that set-up checked', async () => {
    const { caseId } = await taken();
    const school = await task([alder, caseId], 'refer', {
      ...toPolice,
      body: 'school',
      name: 'Example School',
      way: 'mail',
    });
    expect(school.status).toBe(422);
    expect(school.text).toContain('called and checked at set-up');
    await task([alder, caseId], 'refer', { ...toPolice, way: 'mail' });
    const linden = await room.signIn('Linden');
    expect((await linden.get('/en/desk/mail')).text).toContain('unit@example.org');
  });
});

describe('what may say who told', () => {
  it('leaves only after a fresh factor, however it leaves', async () => {
    const { caseId } = await taken();
    const path = `/en/desk/case/${caseId}/refer`;
    await alder.get(path);
    room.move(6);
    const late = await alder.post(path, { ...toPolice, done: 'yes' });
    expect(late.location).toContain('/desk/confirm?next=%2Fdesk%2Fkept');
    await confirmed(room, 'Alder', alder);
    const kept = await alder.get('/en/desk/kept');
    expect(kept.body).toContain('A child is asked to meet a stranger today.');
    room.move(6);
    await alder.get(path);
    const seen = await alder.post(path, { ...toPolice, go: 'preview' });
    expect(seen.status).toBe(200);
    expect(await ledgerOf(room.db, caseId)).toEqual([]);
    alder = await room.signIn('Alder');
    await task([alder, caseId], 'refer', toPolice);
    const [line] = await ledgerOf(room.db, caseId);
    expect(line?.state).toBe('approved');
    room.move(6);
    await alder.get(path);
    expect((await alder.post(`${path}/${line?.id}`, { to: 'sent' })).location).toContain('/desk/confirm');
  });

  it('is no list of addresses, which nobody follows by mistake', async () => {
    const sent = await sendReport(room, { ...saw, where: { where: 'https://one.example/a?b=1' } });
    alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    await take(alder, sent.caseId);
    room.move(6);
    const list = { body: 'police', way: 'mail', shared: ['addresses', 'times'], consent: 'yes' };
    const seen = await task([alder, sent.caseId], 'refer', { ...list, go: 'preview' });
    expect(seen.text).toContain('hxxps://one[.]example/a?b=1');
    await alder.submit(`/en/desk/case/${sent.caseId}/refer`, { ...list, go: 'write' });
    expect(await ledgerOf(room.db, sent.caseId)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('support of a harmed child', () => {
  it('has a person, a next day and follow-ups, and runs until the child says enough [VI-58]', async () => {
    const { caseId, code } = await taken();
    await task([alder, caseId], 'support', {
      who: 'Sister Joy',
      services: 'Counselling on Mondays',
      nextOn: '2026-05-20',
    });
    expect(await progressOf(room, code)).toContain('stands by you');
    await task([alder, caseId], 'support', { who: 'Sister Joy', services: '', nextOn: '2026-05-20' });
    await alder.get(`/en/desk/case/${caseId}/support`);
    await alder.submit(`/en/desk/case/${caseId}/follow-up`, { kind: 'school', on: '2026-05-06' });
    room.move(3 * 24 * 60);
    alder = await room.signIn('Alder');
    const late = await alder.get('/en/desk?show=mine');
    expect(late.text).toContain('Support overdue');
    const page = await alder.get(`/en/desk/case/${caseId}/support`);
    expect(page.text).toContain('Something is overdue.');
    const done = /action="(\/en\/desk\/case\/[^"]+\/follow-up\/[^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await alder.submit(done, {})).text).not.toContain('Something is overdue.');
    const close = await task([alder, caseId], 'close', { outcome: 'helped', untold: 'somebody-reads' });
    expect(close.text).toContain('Support still runs.');
    await alder.get(`/en/desk/case/${caseId}/support`);
    await alder.submit(`/en/desk/case/${caseId}/enough`, { by: 'child', words: 'She feels safe.' });
    expect((await alder.get(`/en/desk/case/${caseId}`)).text).toContain('The child said enough');
  });
});

describe('contact details', () => {
  it('open only for whom a custodian lent them to', async () => {
    const sent = await sendReport(room, {
      ...danger,
      answer: { answer: 'phone' },
      phone: { number: '000 555 0142', times: 'after six', leaveMessage: 'no' },
    });
    alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    await take(alder, sent.caseId);
    expect((await alder.get(`/en/desk/case/${sent.caseId}`)).body).not.toContain('0142');
    await press([alder, sent.caseId], 'contact', { report: sent.reportId, words: 'They asked for a call.' });
    const birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    expect((await alder.get(`/en/desk/case/${sent.caseId}`)).text).toContain('000 555 0142');
    expect((await birch.get(`/en/desk/case/${sent.caseId}?look=yes`)).body).not.toContain('0142');
    room.move(241);
    alder = await room.signIn('Alder');
    expect((await alder.get(`/en/desk/case/${sent.caseId}`)).body).not.toContain('0142');
  });
});
