// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionsOf } from '#ratings';
import type { Client } from '../../../../tests/harness/client.ts';
import { caseRow, progressOf, type Room, type Sent, saw, sendReport, startRoom, take } from './room.ts';
import { abuse, assess, decide, press, task } from './room-acts.ts';

let room: Room;
let alder: Client;
let held: Sent;
beforeAll(async () => {
  room = await startRoom();
  held = await sendReport(room, { ...saw, where: { where: 'https://worst.example/' } });
  alder = await room.signIn('Alder');
  await alder.get('/en/desk');
  await take(alder, held.caseId);
});
afterAll(() => room.stop());

const letter = (words: string) => ({
  to: `${held.reportId}:main`,
  words,
  go: 'send',
});

describe('a police hold', () => {
  it('is offered first where the assessment is grave, and one person sets it at once', async () => {
    const path = `/en/desk/case/${held.caseId}/assess`;
    await alder.get(path);
    const second = await alder.submit(path, { ...abuse, go: 'next' });
    expect(second.body).toMatch(/<input[^>]*name="next"[^>]*value="hold"[^>]*checked/);
    const page = await assess(alder, held.caseId, { ...abuse, next: 'hold' });
    expect(page.text).toContain('On police hold: nothing leaves');
  });

  it('keeps back the rating, though two people agreed', async () => {
    const birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    expect((await decisionsOf(room.db, held.caseId))[0]?.state).toBe('proposed');
    const page = await birch.get(`/en/desk/case/${held.caseId}?look=yes`);
    expect(page.body).not.toContain('/release/');
  });

  it('keeps back letters, steps and referrals, but not the one to the police', async () => {
    const refused = await task([alder, held.caseId], 'tell', letter('We are on it.'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The police hold this case.');
    expect(refused.body).toContain('We are on it.</textarea>');
    const referral = {
      way: 'phone',
      shared: ['summary'],
      summary: 'Urgent.',
      consent: 'not-needed',
      law: 'Example Act',
      done: 'yes',
      go: 'write',
    };
    const elsewhere = await task([alder, held.caseId], 'refer', { ...referral, body: 'helpline' });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body).toContain('Urgent.</textarea>');
    const told = await progressOf(room, held.code);
    const police = await task([alder, held.caseId], 'refer', {
      ...referral,
      body: 'police',
      reference: 'P-7',
    });
    expect(police.status).toBe(200);
    expect(await caseRow(room, held.caseId)).toMatchObject({ state: 'waiting', kept_step: 'handed-over' });
    const after = await progressOf(room, held.code);
    expect(after).not.toContain('police have');
    expect(after.includes('Done: A person read it')).toBe(told.includes('Done: A person read it'));
  });

  it('cannot be closed over', async () => {
    const page = await task([alder, held.caseId], 'close', {
      outcome: 'handed-over',
      untold: 'somebody-reads',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('The police hold it.');
  });

  it('is renewed with a reason, and lifted by two people', async () => {
    const refused = await fresh('hold', { act: 'renew', words: '' });
    expect(refused.status).toBe(422);
    expect((await fresh('hold', { act: 'renew', words: 'The police asked.' })).text).toContain('Renewed.');
    expect((await fresh('hold', { act: 'ask-lift', words: 'They are done.' })).status).toBe(200);
    expect((await caseRow(room, held.caseId)).kept_step).toBe('handed-over');
    const birch = await room.signIn('Birch');
    await decide(birch, 'approve');
    const page = await alder.get(`/en/desk/case/${held.caseId}`);
    expect(page.text).not.toContain('On police hold');
    expect(page.text).toContain('The police hold kept back a step.');
  });

  it('leaves the rest to people: the step is told, and the rating released by another', async () => {
    await press([alder, held.caseId], 'kept');
    expect(await progressOf(room, held.code)).toContain('police');
    const birch = await room.signIn('Birch');
    await press([birch, held.caseId], 'release');
    expect((await decisionsOf(room.db, held.caseId))[0]?.state).toBe('released');
  });

  it('runs out by the clock, and brings the case up', async () => {
    alder = await room.signIn('Alder');
    await fresh('hold', { act: 'set', words: 'Again.' });
    expect((await alder.get(`/en/desk/case/${held.caseId}`)).text).toContain('On police hold');
    room.move(14 * 24 * 60 + 1);
    await room.clock5();
    alder = await room.signIn('Alder');
    const page = await alder.get(`/en/desk/case/${held.caseId}`);
    expect(page.text).not.toContain('On police hold: nothing leaves');
    expect(page.text).toContain('A police hold has run out');
  });

  async function fresh(name: string, fields: Record<string, string>) {
    alder = await room.signIn('Alder');
    return task([alder, held.caseId], name, fields);
  }
});

describe('what leaves the desk', () => {
  it('leaves through one file, which asks whether the police hold the case', () => {
    const folder = join(import.meta.dirname, '..');
    const leaving = /\b(sendMessage|tellReporter|releaseDecision|queueMail)\b/;
    const files = globSync('**/*.{ts,tsx}', { cwd: folder })
      .filter((path) => !path.startsWith('tests/') && !path.endsWith('.test.ts'))
      .filter((path) => leaving.test(readFileSync(join(folder, path), 'utf8')));
    // The duty contact is told that a case waits, and nothing about it.
    expect(files.sort()).toEqual(['actions/outgoing.ts', 'jobs/clocks.ts']);
  });
});
