// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically } from '#platform/ctx';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import { comeBack, report, saw } from '../../../../tests/harness/desk.ts';
import { tellReporter } from '../index.ts';
import { reading } from '../tables.ts';
import { fill, REPORT, start } from './filling.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('two questions after the end', () => {
  it('are asked once, counted, and shown to the supervisor without pointing at anybody', async () => {
    const child = app.visitor('child');
    const { code, reportId } = await report(app, child, saw('https://shop.example.org/offer', 'It lies.'));
    const early = await comeBack(app, code);
    expect(early.last?.text).not.toContain('Two short questions');
    await early.post('/en/progress/after', { helped: 'no' });
    await atomically(app.ctx(), (inner) =>
      tellReporter(inner, { reportId, step: 'finished', code: 'removed' }),
    );
    const back = await comeBack(app, code);
    expect(back.last?.text).toContain('Did this help you?');
    await back.submit('/en/progress/after', {});
    expect(back.last?.text).toContain('Did this help you?');
    await back.submit('/en/progress/after', { helped: 'yes', clear: 'some' });
    expect(back.last?.text).toContain('We counted your answer');
    expect((await back.get('/en/progress')).text).not.toContain('Did this help you?');
    await back.post('/en/progress/after', { helped: 'no' });
    const counted = await reading(app.ctx().db)
      .selectFrom('reports.counter')
      .select(['key', 'n'])
      .where('key', 'like', 'after.%')
      .orderBy('key')
      .execute();
    expect(counted).toEqual([
      { key: 'after.clear.some', n: 1 },
      { key: 'after.helped.yes', n: 1 },
    ]);
    const supervisor = await app.signIn('Birch');
    const page = await supervisor.get('/en/desk/said');
    expect(page.text).toContain('Yes fewer than 5');
    expect(page.text).toContain('No 0');
    expect((await (await app.signIn('Alder')).get('/en/desk/said')).status).toBe(404);
  });
});

describe('what somebody just wrote', () => {
  it('is read once more beside the code, and never by the code', async () => {
    app.clock.move(120);
    const child = app.visitor('child');
    await start(child);
    await fill(child, saw('https://shop.example.org/other', 'They wanted my pocket money.'));
    await child.submit(REPORT, { step: 'check', go: 'send' });
    expect(child.last?.text).toContain('They wanted my pocket money.');
    const code = /data-code="([\d ]+)"/.exec(child.last?.body ?? '')?.[1] ?? '';
    expect((await comeBack(app, code)).last?.text).not.toContain('pocket money');
    app.clock.move(11);
    expect((await child.get(REPORT)).text).not.toContain('pocket money');
  });
});
