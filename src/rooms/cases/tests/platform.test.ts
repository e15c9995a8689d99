// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { ledgerOf } from '../queries/ledger.ts';
import { type Room, type Sent, saw, sendReport, startRoom, take } from './room.ts';

let room: Room;
let alder: Client;
let sent: Sent;
beforeAll(async () => {
  room = await startRoom();
  sent = await sendReport(room, saw);
});
beforeEach(async () => {
  alder = await room.signIn('Alder');
});
afterAll(() => room.stop());

const toPlatform = {
  body: 'platform',
  name: 'ShareApp',
  way: 'portal',
  shared: ['addresses', 'summary'],
  summary: 'Pictures of a pupil are passed on there.',
  consent: 'yes',
};

/** Fills the form of a hand-over in a language of the desk. */
async function refer(fields: Fields, lang = 'en') {
  const path = `/${lang}/desk/case/${sent.caseId}/refer`;
  await alder.get(path);
  return alder.submit(path, { ...toPlatform, ...fields });
}

describe('a hand-over to a platform', () => {
  it('asks in its own language to keep the evidence before anything is removed', async () => {
    await alder.get('/en/desk');
    await take(alder, sent.caseId);
    const seen = await refer({ go: 'preview' });
    expect(seen.text).toContain('hxxps://bad[.]example/room/7');
    expect(seen.text).toContain('Before you remove anything, please preserve the content');
    expect((await refer({ go: 'preview' }, 'fr')).text).toContain('Avant toute suppression, conservez');
    const police = { body: 'police', name: '' };
    expect((await refer({ ...police, go: 'preview' })).text).not.toContain('Before you remove anything');
    expect(await ledgerOf(room.db, sent.caseId)).toEqual([]);
  });

  it('carries nothing that says who told, ticked or written', async () => {
    const ticked = await refer({ shared: ['addresses', 'words', 'talk'], go: 'write' });
    expect(ticked.status).toBe(422);
    expect(ticked.text).toContain('A platform gets no more than our summary');
    for (const one of ['age', 'safety', 'times'])
      expect((await refer({ shared: ['addresses', one], go: 'write' })).status).toBe(422);
    const copied = await refer({
      summary: 'A pupil says they show it to everybody in my class',
      go: 'write',
    });
    expect(copied.status).toBe(422);
    expect(copied.text).toContain('This repeats what was told.');
    expect(copied.body).toContain('A pupil says');
    expect(await ledgerOf(room.db, sent.caseId)).toEqual([]);
    expect((await refer({ go: 'write' })).text).toContain('Done.');
    expect(await ledgerOf(room.db, sent.caseId)).toMatchObject([
      { body: 'platform', shared: ['summary', 'addresses'] },
    ]);
  });
});
