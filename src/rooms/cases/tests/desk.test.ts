// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelOf } from '../rules/label.ts';
import { caseOf, caseRow, danger, progressOf, type Room, saw, sendReport, startRoom, take } from './room.ts';
import { press } from './room-acts.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const all = { can: ['text', 'links', 'images', 'self-harm'] };
const at = (where: string) => ({ ...saw, where: { where } });

describe('the queue', () => {
  it('shows a new report as a case, in codes, and never a word of it', async () => {
    const sent = await sendReport(room, saw);
    const alder = await room.signIn('Alder');
    const queue = await alder.get('/en/desk');
    expect(queue.status).toBe(200);
    expect(queue.text).toContain('Saw something bad');
    expect(queue.body).not.toContain('everybody in my class');
    expect(queue.body).not.toContain('bad.example');
    expect(await caseRow(room, sent.caseId)).toMatchObject({
      state: 'new',
      priority: 'p2',
      assigned_to: null,
    });
  });

  it('gives danger first, and the child reads that a person reads it', async () => {
    const sent = await sendReport(room, danger);
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    const page = await alder.submit('/en/desk/next', { can: 'text' });
    expect(page.text).toContain('A now');
    expect(page.text).toContain('He wants to meet at the station');
    expect((await caseRow(room, sent.caseId)).state).toBe('reading');
    expect(await progressOf(room, sent.code)).toContain('A person read it');
  });

  it('gives nobody what they cannot take today', async () => {
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    const page = await alder.submit('/en/desk/next', { can: 'self-harm' });
    expect(page.text).toContain('Nothing waits that you can take now.');
    expect(page.body).toMatch(/value="self-harm" checked/);
    expect(page.body).not.toMatch(/value="links" checked/);
  });

  it('gives two people who pull at once two cases', async () => {
    await sendReport(room, at('https://one.example/'));
    await sendReport(room, at('https://two.example/'));
    const people = [await room.signIn('Alder'), await room.signIn('Birch')];
    for (const person of people) await person.get('/en/desk');
    const given = await Promise.all(people.map((person) => person.post('/en/desk/next', all)));
    const places = given.map(({ location }) => location ?? '');
    expect(new Set(places).size).toBe(2);
    for (const place of places) expect(place).toContain('/desk/case/');
  });

  it('says who took a case and when, and opens nothing before somebody says that they want to look', async () => {
    const sent = await sendReport(room, at('https://three.example/'));
    const birch = await room.signIn('Birch');
    await birch.get('/en/desk');
    await take(birch, sent.caseId);
    room.move(2);
    const alder = await room.signIn('Alder');
    const page = await alder.get(`/en/desk/case/${sent.caseId}`);
    expect(page.text).toContain('Birch took this case 2 minutes ago.');
    expect(page.body).not.toContain('everybody in my class');
    expect((await alder.post(`/en/desk/case/${sent.caseId}/take`, {})).status).toBe(409);
    const looked = await alder.get(`/en/desk/case/${sent.caseId}?look=yes`);
    expect(looked.text).toContain('everybody in my class');
    expect(looked.body).not.toContain('/note');
  });

  it('finds a case by its name, and narrows the list by the address of the page', async () => {
    const sent = await sendReport(room, at('https://four.example/'));
    const alder = await room.signIn('Alder');
    const found = await alder.get(`/en/desk?case=${labelOf(sent.caseId).toLowerCase()}`);
    expect(found.location).toBe(`/en/desk/case/${sent.caseId}`);
    const named = new RegExp(labelOf(sent.caseId));
    expect((await alder.get('/en/desk?kind=saw')).text).toMatch(named);
    expect((await alder.get('/en/desk?kind=mean')).text).not.toMatch(named);
    expect((await alder.get('/en/desk?due=late')).text).not.toMatch(named);
  });

  it('is closed to whoever has no key of the desk', async () => {
    const sorrel = await room.signIn('Sorrel');
    expect((await sorrel.get('/en/desk')).status).toBe(404);
    const hazel = await room.signIn('Hazel');
    expect((await hazel.get('/en/desk')).status).toBe(200);
    expect((await hazel.post('/en/desk/next', all)).status).toBe(403);
  });

  it('lets a person rest without a question', async () => {
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    expect((await alder.submit('/en/desk/rest', { rest: 'yes' })).text).toContain('You take no more today');
    expect((await alder.submit('/en/desk/rest', { rest: 'no' })).text).not.toContain(
      'You take no more today',
    );
  });
});

describe('a second report of the same address', () => {
  it('joins the open case, and every reporter reads the same steps', async () => {
    const where = 'https://www.twice.example/page/';
    const one = await sendReport(room, at(where));
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    await take(alder, one.caseId);
    const two = await sendReport(room, at('http://twice.example/page#top'));
    const again = await room.signIn('Alder');
    await again.get('/en/desk');
    expect(await caseOf(room, two.reportId)).toBe(one.caseId);
    expect(await progressOf(room, two.code)).toContain('A person read it');
    const page = await again.get(`/en/desk/case/${one.caseId}`);
    expect(page.text).toContain('Another report joined');
    expect(page.text).toContain('Reporter 2');
  });

  it('keeps a case of its own where a child tells what happened to it', async () => {
    const where = 'https://chat.example/group';
    await sendReport(room, at(where));
    const child = await sendReport(room, { ...danger, where: { where } });
    const alder = await room.signIn('Alder');
    const queue = await alder.get('/en/desk');
    expect(await caseOf(room, child.reportId)).toBe(child.caseId);
    expect(queue.text).toContain('Seen before');
  });

  it('can be joined by hand, unless somebody acted already', async () => {
    const one = await sendReport(room, at('https://hand-one.example/'));
    const two = await sendReport(room, at('https://hand-two.example/'));
    const alder = await room.signIn('Alder');
    await alder.get('/en/desk');
    await take(alder, two.caseId);
    const wrong = await press([alder, two.caseId], 'join', { into: '0000-0000' });
    expect(wrong.status).toBe(422);
    const page = await press([alder, two.caseId], 'join', { into: labelOf(one.caseId) });
    expect(page.text).toContain('Joined.');
    expect(await caseOf(room, two.reportId)).toBe(one.caseId);
  });
});
