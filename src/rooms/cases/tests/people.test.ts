// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#platform/audit';
import { personLeft } from '#platform/auth';
import { transaction } from '#platform/db';
import { publish } from '#platform/jobs';
import { changeInstallation } from '#platform/setup';
import { deleteDueReports } from '../../reports/jobs/clocks.ts';
import { openCasesOf } from '../index.ts';
import { callDuty, deleteOldCases } from '../jobs/clocks.ts';
import { deskHealth } from '../queries/health.ts';
import { reading } from '../tables.ts';
import { caseOf, caseRow, danger, progressOf, type Room, saw, sendReport, startRoom, take } from './room.ts';
import { press, task } from './room-acts.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

let places = 0;
const somewhere = () => ({ ...saw, where: { where: `https://spot-${++places}.example/` } });

async function takenBy(alias: string, answers = somewhere()) {
  const sent = await sendReport(room, answers);
  const client = await room.signIn(alias);
  await client.get('/en/desk');
  await take(client, sent.caseId);
  return { ...sent, client };
}

const mails = async () => {
  const linden = await room.signIn('Linden');
  return (await linden.get('/en/desk/mail')).text.match(/The desk needs somebody/g)?.length ?? 0;
};

describe('a P0 that nobody takes', () => {
  it('calls the duty contact at once and every ten minutes, until somebody takes it', async () => {
    const sent = await sendReport(room, danger);
    room.move(14);
    await callDuty(room.ctx());
    expect(await mails()).toBe(0);
    room.move(2);
    await callDuty(room.ctx());
    await callDuty(room.ctx());
    expect(await mails()).toBe(1);
    expect(await progressOf(room, sent.code)).toMatch(/late|called|nobody/i);
    expect((await deskHealth(room.ctx())).unopened).toBe(1);
    room.move(11);
    await callDuty(room.ctx());
    expect(await mails()).toBe(2);
    const alder = await room.signIn('Alder');
    await take(alder, sent.caseId);
    room.move(30);
    await callDuty(room.ctx());
    expect(await mails()).toBe(2);
    expect((await deskHealth(room.ctx())).unopened).toBe(0);
  });
});

describe('a case changes hands', () => {
  it('to a colleague, with a note that only the desk reads', async () => {
    const { caseId, client } = await takenBy('Alder');
    const page = await client.get(`/en/desk/case/${caseId}`);
    const birch = /<option value="([0-9a-f-]{36})">Birch/.exec(page.body)?.[1] ?? '';
    expect((await press([client, caseId], 'give', { to: birch, words: '' })).status).toBe(422);
    await press([client, caseId], 'give', { to: birch, words: 'The school calls at noon.' });
    const other = await room.signIn('Birch');
    expect((await other.get(`/en/desk/case/${caseId}`)).text).toContain('The school calls at noon.');
    expect((await client.post(`/en/desk/case/${caseId}/note`, { words: 'mine?' })).status).toBe(403);
  });

  it('is put off until a day, and comes back by itself', async () => {
    const { caseId, client } = await takenBy('Alder');
    await press([client, caseId], 'later', { until: '2027-01-01', words: 'The host answers then.' });
    expect((await client.get('/en/desk?show=mine')).text).toContain('Later');
    await press([client, caseId], 'give', { to: 'queue', words: 'Anybody.' });
    expect(await caseRow(room, caseId)).toMatchObject({ assigned_to: null, later_until: null });
  });

  it('comes back when the day begins where the desk is', async () => {
    await changeInstallation(room.ctx(), { timeZone: 'Pacific/Auckland' });
    const { caseId, client } = await takenBy('Alder');
    await press([client, caseId], 'later', { until: '2026-05-20', words: 'The host answers then.' });
    const isLater = async (at: string) => {
      room.clock.now = new Date(at);
      return (await (await room.signIn('Alder')).get('/en/desk?show=mine')).text.includes('Later');
    };
    expect(await isLater('2026-05-19T11:58:00Z')).toBe(true);
    expect(await isLater('2026-05-19T12:00:00Z')).toBe(false);
    await changeInstallation(room.ctx(), { timeZone: 'UTC' });
  });

  it('goes back to the queue when its person leaves', async () => {
    const { caseId } = await takenBy('Alder');
    const person = (await caseRow(room, caseId)).assigned_to ?? '';
    const open = await openCasesOf(room.db, person);
    expect(open.map(({ path }) => path)).toContain(`/desk/case/${caseId}`);
    await transaction(room.db, (tx) => publish(tx, personLeft, { person }));
    await room.deliver();
    expect(await openCasesOf(room.db, person)).toEqual([]);
    expect((await caseRow(room, caseId)).assigned_to).toBeNull();
  });
});

describe('a reporter who asks for an end', () => {
  const ask = async (code: string, wish: string) => {
    const client = room.visitor();
    room.move(1);
    await client.get('/en/code');
    await client.submit('/en/code', { code });
    await client.get('/en/progress/stop');
    await client.submit('/en/progress/stop', { stop: wish, wish });
    await room.deliver();
  };

  it('is told that we cannot, with the reason in the file', async () => {
    const { caseId, reportId, code, client } = await takenBy('Alder');
    await ask(code, 'stop');
    expect((await client.get(`/en/desk/case/${caseId}`)).text).toContain('The reporter asks us to stop');
    await press([client, caseId], 'stop', {
      report: reportId,
      answer: 'refuse',
      words: 'The law asks us to go on.',
    });
    expect((await client.get(`/en/desk/case/${caseId}`)).text).toContain('The law asks us to go on.');
    expect(await progressOf(room, code)).toMatch(/cannot stop/i);
  });

  it('has everything deleted where nothing forbids it', async () => {
    const { caseId, reportId, code, client } = await takenBy('Alder');
    await ask(code, 'delete');
    const page = await press([client, caseId], 'stop', {
      report: reportId,
      answer: 'delete',
      words: 'They asked.',
    });
    expect(page.text).toContain('Everything was deleted');
    await expect(caseOf(room, reportId)).rejects.toThrow();
    const ledger = await reading(room.db)
      .selectFrom('platform.deletion_ledger')
      .select('tbl')
      .where('row_id', '=', caseId)
      .execute();
    expect(ledger).toEqual([{ tbl: 'cases.case' }]);
  });

  it('is forgotten after the time of the installation, the case with every word of it', async () => {
    const { caseId, client } = await takenBy('Alder');
    await press([client, caseId], 'note', { words: 'Nothing to see.' });
    await task([client, caseId], 'close', { outcome: 'nothing-found', untold: 'asked-not-to' });
    room.move(366 * 24 * 60);
    await deleteOldCases(room.ctx());
    // Its report is still there, under another clock: the case waits for it.
    expect((await caseRow(room, caseId)).state).toBe('closed');
    await deleteDueReports(room.ctx());
    await deleteOldCases(room.ctx());
    await expect(caseRow(room, caseId)).rejects.toThrow();
    const left = await reading(room.db)
      .selectFrom('cases.sealed')
      .select('object_id')
      .where('case_id', '=', caseId)
      .execute();
    expect(left).toEqual([]);
  });
});

describe('a company', () => {
  it('reads the answer to each of its rows', async () => {
    const sent = await sendReport(room, {
      who: { who: 'company' },
      organisation: { name: 'Example Ltd', country: 'AQ', email: 'work@example.org', role: '' },
      found: { found: 'own-service' },
      rows: { rows: 'https://rows.example/1\nhttps://rows.example/2' },
      risk: { danger: 'no', known: 'no', live: 'no', places: '' },
      sort: { area: 'content', legal: 'harm' },
    });
    const client = await room.signIn('Alder');
    await client.get('/en/desk');
    await take(client, sent.caseId);
    const page = await client.get(`/en/desk/case/${sent.caseId}/addresses`);
    expect(page.text).toContain('hxxps://rows[.]example/2');
    const items = [...page.body.matchAll(/name="items" value="([^"]+)"/g)].map(([, id = '']) => id);
    expect(items).toHaveLength(2);
    await client.submit(`/en/desk/case/${sent.caseId}/addresses`, {
      report: sent.reportId,
      items: items.slice(0, 1),
      answer: 'removed',
    });
    const shown = await client.get(`/en/desk/case/${sent.caseId}/addresses`);
    expect(shown.text).toContain('Removed');
    expect(await progressOf(room, sent.code)).toMatch(/removed|gone/i);
  });
});

describe('the desk', () => {
  it('has no report without a case, and an audit that verifies', async () => {
    expect((await deskHealth(room.ctx())).withoutCase).toBe(0);
    expect(await verifyChain(room.db)).toMatchObject({ ok: true });
  });
});
