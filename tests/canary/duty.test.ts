// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeInstallation, readInstallation } from '../../src/platform/setup/index.ts';
import { callDuty } from '../../src/rooms/cases/jobs/clocks.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { comeBack, danger, report, type Sent, take } from '../harness/desk.ts';
import { until } from '../harness/family.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';

const STORY = 'He says he waits at my school today.';
const UNOPENED = 'Nobody has opened your report yet';

let sink: MailSink;
let app: TestApp;
let sent: Sent;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startTestApp({ env: { ROWAN_SMTP_URL: sink.url } });
  const { duty } = await readInstallation(app.ctx().db);
  if (duty === null) throw new Error('no duty contact to begin with');
  await changeInstallation(app.ctx(), { duty: { ...duty, email: 'on.duty@centre.example' } });
});
afterAll(async () => {
  await app?.stop();
  await sink?.stop();
});

const calls = () => sink.lines.filter((line) => line === 'Subject: The desk needs somebody').length;
const page = async () => (await comeBack(app, sent.code)).last?.text ?? '';

describe('danger that nobody opened in the promised minutes (H6)', () => {
  it('calls nobody while the minutes run', async () => {
    sent = await report(app, app.visitor('child'), {
      ...danger(STORY, ['stop']),
      answer: { answer: 'code' },
    });
    app.clock.move(13);
    await callDuty(app.ctx());
    expect(await page()).not.toContain(UNOPENED);
    expect(calls()).toBe(0);
  });

  it('then calls the duty contact, and the page of the child says so', async () => {
    app.clock.move(2);
    await callDuty(app.ctx());
    await until('the mail is out', async () => calls() === 1);
    const text = await page();
    expect(text).toContain(UNOPENED);
    expect(text).toContain('We are calling the person on duty now. If you are in danger, call.');
  });

  it('says nothing of the case in the mail, and writes to nobody real from a rehearsal (H20)', () => {
    const all = sink.lines.join('\n');
    expect(all).not.toContain('school');
    expect(all).not.toContain(sent.caseId);
    expect(all).not.toContain('on.duty@centre.example');
    const to = sink.lines.filter((line) => line.startsWith('RCPT TO:'));
    expect(to).toEqual(['RCPT TO:<rehearsal@example.org>']);
  });

  it('calls again every ten minutes until somebody takes the case', async () => {
    app.clock.move(9);
    await callDuty(app.ctx());
    await until('the second mail is out', async () => calls() === 2);
    await take(app, 'Alder', sent);
    app.clock.move(30);
    await callDuty(app.ctx());
    const text = await page();
    expect(text).not.toContain(UNOPENED);
    expect(text).toContain('A person read it');
    expect(calls()).toBe(2);
  });
});
