// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import { holdObjects } from '#platform/seal';
import { changeInstallation, readInstallation } from '#platform/setup';
import { openContact, openReport, receiptStates, reportFacts, sendMessage, tellReporter } from '../index.ts';
import { deleteDueReports, endDueCodes } from '../jobs/clocks.ts';
import { reportObjects } from '../queries/report-facts.ts';
import { reading } from '../tables.ts';
import { codeOn, fill, newestReport, REPORT, start } from './filling.ts';
import { startRoom } from './room-server.ts';

let room: Awaited<ReturnType<typeof startRoom>>;
beforeAll(async () => {
  room = await startRoom();
});
beforeEach(() => {
  room.clock.now = new Date(room.clock.now.getTime() + 2 * 3_600_000);
});
afterAll(() => room.stop());

const parent = {
  who: { who: 'parent' },
  advice: {},
  age: { age: '10-12' },
  knows: { knows: 'yes' },
  what: { what: 'tricked' },
  where: { unknown: 'yes' },
  done: { done: ['police'] },
  more: { more: 'All the money is gone' },
  wishes: { wishes: 'talk' },
  answer: { answer: 'phone' },
  phone: { number: '000 000', times: 'after 16:00', leaveMessage: 'no' },
};

const company = {
  who: { who: 'company' },
  organisation: { name: 'Example Host', email: 'desk@example.org' },
  found: { found: 'own-service' },
};

async function fromParent() {
  const client = room.visitor();
  await start(client);
  await fill(client, parent);
  await client.submit(REPORT, { step: 'check', go: 'send' });
  const page = client.last?.body ?? '';
  return { client, code: codeOn(page), token: /\/i\/([a-z2-7]{26})/.exec(page)?.[1] ?? '' };
}

describe('a report of a parent', () => {
  it('gives a code, and a slip for the child that opens once (H7)', async () => {
    const { code, token } = await fromParent();
    const child = room.visitor();
    expect((await child.get(`/en/i/${token}`)).text).toContain('You get your own code');
    await child.submit(`/en/i/${token}`, {});
    const own = codeOn(child.last?.body ?? '');
    expect(own).toMatch(/^\d{16}$/);
    expect(own).not.toBe(code);
    expect(child.last?.text).toContain('Choose a secret word');
    const late = room.visitor();
    expect((await late.get(`/en/i/${token}`)).text).toContain('This slip does not work any more');
    expect((await late.post(`/en/i/${token}`, {})).status).toBe(200);
    const states = await receiptStates(room.ctx(), await newestReport(room.db));
    expect(states.receipts.map(({ role }) => role).sort()).toEqual(['child', 'main']);
    expect(states.invitation?.openedOn).not.toBeNull();
  });

  it('keeps the two talks apart (N12) and tells both the same steps', async () => {
    const { code, token } = await fromParent();
    const child = room.visitor();
    await child.get(`/en/i/${token}`);
    await child.submit(`/en/i/${token}`, {});
    const own = codeOn(child.last?.body ?? '');
    const reportId = await newestReport(room.db);
    await atomically(room.ctx(), async (inner) => {
      await tellReporter(inner, { reportId, step: 'acting', code: 'removal', n: 2 });
      await sendMessage(inner, {
        reportId,
        receiptRole: 'child',
        words: 'Only for the child',
        alias: 'Linden',
      });
    });
    const read = async (typed: string) => {
      const client = room.visitor();
      await client.submit('/en/code', { code: typed });
      return client.last?.text ?? '';
    };
    expect(await read(own)).toContain('Only for the child');
    const other = await read(code);
    expect(other).not.toContain('Only for the child');
    expect(other).toContain('We asked companies to take 2 things down');
  });

  it('leaves the phone number to custody', async () => {
    await fromParent();
    const reportId = await newestReport(room.db);
    const phone = await room.asDesk(async (ctx) => (await openContact(ctx, reportId)).phone);
    expect(phone).toBe('000 000');
    await expect(openContact(room.ctx(), reportId)).rejects.toThrow('reports.need-keys');
  });
});

describe('a list of a company', () => {
  it('is answered row by row and gives a receipt with ids and no address', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, company);
    const rows = 'https://example.org/1 2026-05-01\nnot an address\nhttps://example.org/2 removed';
    const faulty = await client.post(REPORT, { step: 'rows', go: 'next', rows });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('Continue with 2 valid rows');
    expect(faulty.text).toContain('Not an address. Correct or remove it.');
    await client.submit(REPORT, { step: 'rows', keep: 'yes', rows });
    await fill(client, {
      risk: { danger: 'no', known: 'no', live: 'no' },
      sort: { area: 'content', legal: 'abuse' },
    });
    await client.submit(REPORT, { step: 'check', go: 'send' });
    const code = codeOn(client.last?.body ?? '');
    expect(client.last?.text).toMatch(/C-2026-\d{6}/);
    await client.submit('/en/code', { code });
    const csv = await client.get('/en/progress/receipt.csv');
    expect(csv.body).toMatch(
      /^id,sha256\r\nC-2026-\d{6}-001,[0-9a-f]{64}\r\nC-2026-\d{6}-002,[0-9a-f]{64}\r\n$/,
    );
    expect((await client.get('/en/progress/receipt.json')).body).not.toContain('example.org');
    const reportId = await newestReport(room.db);
    const { story, facts } = await room.asDesk(async (ctx) => ({
      story: await openReport(ctx, reportId),
      facts: await reportFacts(ctx, reportId),
    }));
    expect(story.company?.rows.map(({ n, removed }) => [n, removed])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(facts).toMatchObject({ channel: 'company', priority: 'p2' });
  });

  it('takes no picture in disguise', async () => {
    const client = room.visitor();
    await start(client);
    await fill(client, company);
    const reply = await client.post(REPORT, { step: 'rows', rows: 'data:image/png;base64,AAAA' });
    expect(reply.status).toBe(415);
  });
});

describe('ends and changes', () => {
  it('change what the report is for until the desk acted, and never denounce a trick', async () => {
    const { code } = await fromParent();
    const reportId = await newestReport(room.db);
    const client = room.visitor();
    await client.submit('/en/code', { code });
    await client.get('/en/progress/wish');
    expect(client.last?.text).not.toContain('Tell the police');
    expect((await client.post('/en/progress/wish', { intent: 'denounce' })).status).toBe(409);
    await client.get('/en/progress/wish');
    await client.submit('/en/progress/wish', { intent: 'notify' });
    expect((await reportFacts(room.ctx(), reportId)).intent).toBe('notify');
    await atomically(room.ctx(), (inner) => tellReporter(inner, { reportId, step: 'acting' }));
    await client.get('/en/progress/add');
    expect((await client.post('/en/progress/wish', { intent: 'tell' })).status).toBe(409);
  });

  it('stop the writing at once, and open again what was finished', async () => {
    const { code } = await fromParent();
    const reportId = await newestReport(room.db);
    await atomically(room.ctx(), (inner) =>
      tellReporter(inner, { reportId, step: 'finished', code: 'helped' }),
    );
    const client = room.visitor();
    await client.submit('/en/code', { code });
    expect(client.last?.text).toContain('Someone stands by you now.');
    await client.submit('/en/progress/again', {});
    expect(client.last?.text).toContain('The report is open again');
    expect(await reportFacts(room.ctx(), reportId)).toMatchObject({ finished: false, deleteAfter: null });
    await client.get('/en/progress/stop');
    await client.submit('/en/progress/stop', { stop: 'quiet' });
    const letter = { reportId, receiptRole: 'main', words: 'x', alias: 'Linden' } as const;
    await expect(atomically(room.ctx(), (inner) => sendMessage(inner, letter))).rejects.toThrow(
      'reports.quiet',
    );
  });

  it('come by the clock: a code after its last visit, a report after its time', async () => {
    const { code } = await fromParent();
    const reportId = await newestReport(room.db);
    await atomically(room.ctx(), (inner) =>
      tellReporter(inner, { reportId, step: 'finished', code: 'nothing-found' }),
    );
    room.clock.now = new Date(room.clock.now.getTime() + 100 * 86_400_000);
    await endDueCodes(room.ctx());
    const reply = await room.visitor().post('/en/code', { code });
    expect(reply.text).toContain('We cannot find a report with this code');
    await deleteDueReports(room.ctx());
    await expect(reportFacts(room.ctx(), reportId)).rejects.toThrow('reports.not-found');
    const ledger = await reading(room.db)
      .selectFrom('platform.deletion_ledger')
      .select('rule')
      .where('row_id', '=', reportId)
      .execute();
    expect(ledger).toEqual([{ rule: 'retention' }]);
  });
});

describe('what is kept too long', () => {
  it('goes the same night, however much of it there is and however much is held', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      await fromParent();
      ids.push(await newestReport(room.db));
      room.clock.now = new Date(room.clock.now.getTime() + 2 * 3_600_000);
    }
    for (const reportId of ids)
      await atomically(room.ctx(), (inner) =>
        tellReporter(inner, { reportId, step: 'finished', code: 'helped' }),
      );
    const [held = ''] = [...ids].sort();
    await atomically(room.ctx(), async (inner) =>
      holdObjects(inner.db, await reportObjects(inner, held), true),
    );
    room.clock.now = new Date(room.clock.now.getTime() + 400 * 86_400_000);
    await endDueCodes(room.ctx(), 1);
    await deleteDueReports(room.ctx(), 1);
    const left = await reading(room.db)
      .selectFrom('reports.report')
      .select('id')
      .where('id', 'in', ids)
      .execute();
    expect(left).toEqual([{ id: held }]);
    expect((await receiptStates(room.ctx(), held)).receipts).toEqual([]);
  });
});

describe('a form that must not take anything', () => {
  it('closes when the disk is full, says so, and opens again by itself', async () => {
    room.services.intakeOpen = () => false;
    expect((await room.visitor().get('/en/report')).text).toContain('Our system is full');
    room.services.intakeOpen = () => true;
    expect((await room.visitor().get('/en/report')).text).toContain('It takes about 5 minutes');
  });

  it('stays closed while something is missing, and says what', async () => {
    await changeInstallation(room.ctx(), { roster: [] });
    const page = await room.visitor().get('/en/report');
    expect(page.text).toContain('You cannot write to us here now');
    expect(page.text).toContain('What is missing');
    expect((await room.visitor().post('/en/report', { go: 'start' })).headers.getSetCookie()).toEqual([]);
    await changeInstallation(room.ctx(), { roster: ['Linden'] });
    expect((await readInstallation(room.db)).roster).toEqual(['Linden']);
  });

  it('asks for a wait when many write, and never refuses', async () => {
    for (let n = 0; n < 10; n++) await room.visitor().post('/en/report', { go: 'start' });
    const client = room.visitor();
    const busy = await client.post('/en/report', { go: 'start' });
    expect(busy.status).toBe(429);
    const ticket = /name="ticket" value="([^"]+)"/.exec(busy.body)?.[1] ?? '';
    expect((await client.post(REPORT, { go: 'start', ticket })).status).toBe(429);
    room.clock.now = new Date(room.clock.now.getTime() + 21_000);
    expect((await client.post(REPORT, { go: 'start', ticket })).status).toBe(303);
  });
});

describe('a demonstration', () => {
  it('keeps nothing, and says that nobody reads it (H12)', async () => {
    const demo = await startRoom('demo');
    const client = demo.visitor();
    await start(client);
    await fill(client, {
      who: { who: 'under-13' },
      what: { what: 'saw' },
      where: { unknown: 'yes' },
      more: {},
      wishes: {},
    });
    await client.submit(REPORT, { step: 'check', go: 'send' });
    expect(client.last?.text).toContain('This was not sent to anyone');
    expect(await reading(demo.db).selectFrom('reports.report').select('id').execute()).toEqual([]);
    await demo.stop();
  });
});
