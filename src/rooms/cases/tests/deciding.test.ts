// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionsOf } from '#ratings';
import type { Client } from '../../../../tests/harness/client.ts';
import {
  caseRow,
  listSchool,
  progressOf,
  type Room,
  type Sent,
  saw,
  sendReport,
  startRoom,
  take,
} from './room.ts';
import { abuse, assess, decide, firstAct, press, shop, task, unsure } from './room-acts.ts';

let room: Room;
let alder: Client;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** A new case about one address, taken by Alder. */
async function taken(where: string): Promise<Sent> {
  const sent = await sendReport(room, { ...saw, where: { where } });
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, sent.caseId);
  return sent;
}

const ratingOf = async (caseId: string) => (await decisionsOf(room.db, caseId))[0]?.state;

describe('an assessment', () => {
  it('of a small thing holds at once, and its rating is released in the same step', async () => {
    const { caseId, code } = await taken('https://shop.example/');
    const page = await assess(alder, caseId, shop);
    expect(page.text).toContain('Rating: in force');
    expect(await caseRow(room, caseId)).toMatchObject({ harm: 'HA-072', severity: 2, state: 'acting' });
    expect(await progressOf(room, code)).toContain('families');
    expect((await press([alder, caseId], 'undo')).text).toContain('Rating: undone');
    expect(await ratingOf(caseId)).toBe('undone');
  });

  it('that somebody is not sure of waits for another person, who is not the first', async () => {
    const { caseId } = await taken('https://forum.example/');
    expect((await assess(alder, caseId, unsure)).text).toContain('It waits for a second person.');
    expect(await caseRow(room, caseId)).toMatchObject({ harm: null, severity: null });
    expect(await ratingOf(caseId)).toBe('proposed');
    const own = await firstAct(alder);
    await alder.get(`/en${own}`);
    expect((await alder.post(`/en${own}`, { decision: 'approve', words: '' })).status).toBe(403);
    const birch = await room.signIn('Birch');
    const seen = await birch.get(`/en${await firstAct(birch)}`);
    expect(seen.text).toContain('I compared it with others.');
    expect(seen.text).toContain('hxxps://forum[.]example/');
    await decide(birch, 'approve');
    expect(await ratingOf(caseId)).toBe('released');
    expect(await caseRow(room, caseId)).toMatchObject({ harm: 'HA-04', severity: 3 });
    expect(await firstAct(birch)).toBeNull();
  });

  it('comes back with a reason where the second person does not agree, and its rating is withdrawn', async () => {
    const { caseId } = await taken('https://other.example/');
    await assess(alder, caseId, unsure);
    const birch = await room.signIn('Birch');
    expect((await decide(birch, 'return')).status).toBe(422);
    await decide(birch, 'return', 'It is a school project.');
    expect(await ratingOf(caseId)).toBe('withdrawn');
    const page = await alder.get(`/en/desk/case/${caseId}`);
    expect(page.text).toContain('It is a school project.');
    expect(page.text).toContain('A second person sent something back');
  });

  it('can be withdrawn by who made it, and ends by itself after a day', async () => {
    const { caseId } = await taken('https://third.example/');
    await assess(alder, caseId, unsure);
    await decide(alder, 'withdraw');
    expect(await ratingOf(caseId)).toBe('withdrawn');
    await assess(alder, caseId, unsure);
    room.move(24 * 60 + 1);
    const birch = await room.signIn('Birch');
    expect(await firstAct(birch)).toBeNull();
    await room.clock5();
    expect((await caseRow(room, caseId)).news).toBe('returned');
  });

  it('of abuse needs two, is told to nobody, and is undone by a supervisor only', async () => {
    const { caseId, code } = await taken('https://worst.example/');
    await assess(alder, caseId, abuse);
    const birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    const [decision] = await decisionsOf(room.db, caseId);
    expect(decision).toMatchObject({ state: 'released', guarded: true });
    expect(await progressOf(room, code)).toMatch(/Now: We are acting\w{3} /);
    const page = await alder.get(`/en/desk/case/${caseId}`);
    expect(page.body).not.toContain('/undo/');
    expect((await press([birch, caseId], 'undo')).text).toContain('Undone.');
    expect(await ratingOf(caseId)).toBe('undone');
  });

  it('that would block a school waits for a supervisor, and no other sees it', async () => {
    await listSchool(room, 'school.example');
    const { caseId } = await taken('https://school.example/');
    await assess(alder, caseId, shop);
    expect((await caseRow(room, caseId)).harm).toBeNull();
    const hazel = await room.signIn('Hazel');
    expect(await firstAct(hazel)).toBeNull();
    const birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    expect(await ratingOf(caseId)).toBe('released');
  });

  it('of one address on a host rates nothing, and the page says that a guard cannot block it', async () => {
    const { caseId } = await taken('https://big.example/user/9');
    const path = `/en/desk/case/${caseId}/assess`;
    await alder.get(path);
    const second = await alder.submit(path, { ...shop, go: 'next' });
    expect(second.text).toContain('A name server cannot block a single address.');
    await assess(alder, caseId, { ...shop, target: 'address' });
    expect(await decisionsOf(room.db, caseId)).toEqual([]);
    expect((await caseRow(room, caseId)).harm).toBe('HA-072');
  });

  it('asks for what is missing, and keeps what was typed', async () => {
    const { caseId } = await taken('https://fourth.example/');
    const empty = await task([alder, caseId], 'assess', { go: 'next', harm: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Choose what it is');
    const reasons = await assess(alder, caseId, { ...shop, words: '', publicWords: 'It took my money.' });
    expect(reasons.status).toBe(422);
    expect(reasons.text).toContain('Write why you think so');
    expect(reasons.body).toContain('It took my money.');
    const silent = await assess(alder, caseId, { ...shop, minAge: '', reasons: '' });
    expect(silent.text).toContain('Choose at least one, or write some below.');
    expect(await decisionsOf(room.db, caseId)).toEqual([]);
  });

  it('of something grave asks for a fresh factor', async () => {
    const { caseId } = await taken('https://fifth.example/');
    room.move(6);
    await alder.get(`/en/desk/case/${caseId}/assess`);
    const reply = await alder.post(`/en/desk/case/${caseId}/assess`, { ...abuse, go: 'next' });
    expect(reply.status).toBe(303);
    expect(reply.location).toContain('/desk/confirm');
  });
});
