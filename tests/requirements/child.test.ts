// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { comeBack, danger, report, saw, send, take, tell } from '../harness/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

describe('a child', () => {
  it('speaks up about what it knows, and the desk reads that it only tells [VI-16]', async () => {
    const sent = await report(app, app.visitor('child'), {
      ...saw('https://mean.example/', 'They laugh at a girl in my class there.'),
      wishes: { wishes: ['know'] },
    });
    const alder = await take(app, 'Alder', sent);
    const page = await alder.get(sent.path);
    expect(page.text).toContain('They laugh at a girl in my class there.');
    expect(page.text).toContain('Tells');
    expect((await comeBack(app, sent.code)).last?.text).toContain('A person read it');
  });

  it('gives notice, so that something is done, and reads that somebody does it [VI-17]', async () => {
    const sent = await report(
      app,
      app.visitor('child'),
      saw('https://hurt.example/', 'Please take it away.'),
    );
    const alder = await take(app, 'Alder', sent);
    expect((await alder.get(sent.path)).text).toContain('Wants something done');
    const words = 'Thank you. We ask the website to take it away.';
    await tell(alder, sent, words);
    expect((await comeBack(app, sent.code)).last?.text).toContain(words);
  });

  it('denounces an act of abuse only after it read what then happens, and may take it back [VI-18]', async () => {
    const child = app.visitor('child');
    app.clock.move(120);
    await start(child);
    await fill(child, danger('My trainer wants pictures of me.', ['tell']));
    // The country's own words, before the question and never after it (H24).
    expect(child.last?.text).toContain('the police ask questions');
    expect(child.last?.text).toContain('Talk with me first');
    await fill(child, { denounce: { denounce: 'yes' }, answer: { answer: 'code' } });
    const sent = await send(app, child);
    const alder = await take(app, 'Alder', sent);
    expect((await alder.get(sent.path)).text).toContain('Denounces an act of abuse');
    const back = await comeBack(app, sent.code);
    await back.get('/en/progress/wish');
    expect((await back.submit('/en/progress/wish', { intent: 'help' })).status).toBe(200);
    const after = await alder.get(sent.path);
    expect(after.text).toContain('Asks for help');
    expect(after.text).toContain('Changed what it is for');
  });

  it('cannot denounce what is merely disliked (H24)', async () => {
    const child = app.visitor('child');
    app.clock.move(120);
    await start(child);
    await fill(child, {
      ...saw('https://opinion.example/', 'I do not like what they say.'),
      wishes: { wishes: ['tell'] },
    });
    expect(child.last?.text).not.toContain('Before we tell someone');
    const sent = await send(app, child);
    const alder = await take(app, 'Alder', sent);
    expect((await alder.get(sent.path)).text).not.toContain('Denounces');
  });
});
