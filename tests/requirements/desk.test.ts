// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { assess, comeBack, danger, report, saw, take, task, tell } from '../harness/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const RED = 'no reference is written down';
const handOver = {
  body: 'police',
  way: 'phone',
  shared: ['summary'],
  summary: 'Suspected abuse material. The address is read out by phone.',
  consent: 'not-needed',
  law: 'Example Act, section 1',
  done: 'yes',
  go: 'write',
};

describe('the desk', () => {
  it('hands suspected abuse material over to the police, and keeps none of it [RU-16] [LV-72]', async () => {
    const visitor = app.visitor('public');
    const host = 'suspected.example';
    const sent = await report(app, visitor, saw(`https://${host}/`, 'I think this is abuse.'));
    expect((await visitor.get('/en/report')).body).not.toContain('type="file"');
    const alder = await take(app, 'Alder', sent);
    await alder.get(`${sent.path}/assess`);
    const what = { harm: 'HA-011', legal: 'abuse-material', severity: '4' };
    const decide = await alder.submit(`${sent.path}/assess`, { ...what, go: 'next' });
    // What is grave is held for the police unless somebody chooses otherwise (H2).
    expect(decide.body).toMatch(/<input[^>]*name="next"[^>]*value="hold"[^>]*checked/);
    await assess(alder, sent, { ...what, next: 'hold' });
    expect((await alder.get(sent.path)).text).toContain('On police hold: nothing leaves');
    await task([alder, sent], 'refer', handOver);
    expect((await alder.get(sent.path)).text).toContain(RED);
    const ledger = await alder.get(`${sent.path}/refer`);
    const line = new RegExp(`action="(${sent.path}/refer/[0-9a-f-]{36})"`).exec(ledger.body)?.[1] ?? '';
    await alder.submit(line, { to: 'acknowledged', reference: 'K-2026-118', words: '' });

    const birch = await app.signIn('Birch');
    const page = await birch.get(`${sent.path}?look=yes`);
    expect(page.text).not.toContain(RED);
    expect(page.text).toContain('K-2026-118');
    expect(page.body).not.toMatch(/<(img|video|audio|iframe|object|embed)\b/);
    const never = (await visitor.get('/en/check/never-seen.example')).text;
    expect((await visitor.get(`/en/check/${host}`)).text.replaceAll(host, 'never-seen.example')).toBe(never);
  });

  it('lets a harmed child have a plan and a person until it says enough [VI-58]', async () => {
    const sent = await report(app, app.visitor('child'), {
      ...danger('He wants to meet me after school.', ['talk']),
      answer: { answer: 'code' },
    });
    const alder = await take(app, 'Alder', sent);
    const plan = { who: 'Sister Joy', services: 'Counselling on Mondays', nextOn: '2026-11-30' };
    await task([alder, sent], 'support', plan);
    expect((await comeBack(app, sent.code)).last?.text).toContain('stands by you');
    await alder.get(`${sent.path}/support`);
    await alder.submit(`${sent.path}/follow-up`, { kind: 'school', on: '2026-11-25' });
    expect(
      (await task([alder, sent], 'close', { outcome: 'helped', untold: 'somebody-reads' })).text,
    ).toContain('Support still runs.');
    await alder.get(`${sent.path}/support`);
    await alder.submit(`${sent.path}/enough`, { by: 'child', words: 'She feels safe.' });
    const birch = await app.signIn('Birch');
    expect((await birch.get(`${sent.path}?look=yes`)).text).toContain('The child said enough');
  });

  it('advises only, where nothing else is to be done, and the child reads the advice [LV-70]', async () => {
    const sent = await report(app, app.visitor('child'), {
      ...saw('https://advice.example/', 'How do I stop these messages?'),
      wishes: { wishes: ['know'] },
    });
    const alder = await take(app, 'Alder', sent);
    const unwritten = await task([alder, sent], 'close', { outcome: 'advice' });
    expect(unwritten.text).toContain('Advice is a letter. Write it first.');
    const advice = 'You can block the person. Tell a grown-up you trust.';
    await tell(alder, sent, advice);
    await task([alder, sent], 'close', { outcome: 'advice' });
    const read = (await comeBack(app, sent.code)).last?.text;
    expect(read).toContain(advice);
    expect(read).toContain('Finished');
  });
});
