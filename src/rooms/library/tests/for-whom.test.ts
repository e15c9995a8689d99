// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields } from '../../../../tests/harness/client.ts';
import { begin, press } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
let juniper: Client;
let willow: Client;

beforeAll(async () => {
  app = await startTestApp();
  juniper = await app.signIn('Juniper');
  willow = await app.signIn('Willow');
});
afterAll(() => app.stop());

async function published(kind: string, fields: Fields): Promise<number> {
  const id = await begin(juniper, kind, fields);
  await press(juniper, `${id}/submit`);
  await press(willow, `${id}/publish`);
  return id;
}

const forWhom = async (who: string) => (await app.visitor().get(`/en/library/for?who=${who}`)).text;

describe('what the library has for one audience', () => {
  it('is read by children, parents and teachers apart, whatever its kind [LV-71] [RU-12]', async () => {
    const lesson = { resourceType: 'lesson', licence: 'cc-by', what: 'An hour about pictures.' };
    await published('resource', { ...lesson, title: 'A lesson on pictures', 'audiences[]': 'teacher' });
    await published('resource', {
      ...lesson,
      title: 'A story about a fox',
      'audiences[]': ['child', 'parent'],
    });
    await published('practice', {
      ...{ title: 'Young people ask the minister', what: 'They met.', organisation: 'Brook club' },
      ...{ practiceType: 'participation', licence: 'cc-by', 'audiences[]': 'young-person' },
    });
    expect(await forWhom('teacher')).toContain('A lesson on pictures');
    expect(await forWhom('teacher')).not.toContain('A story about a fox');
    expect(await forWhom('child')).toContain('A story about a fox');
    expect(await forWhom('parent')).toContain('A story about a fox');
    expect(await forWhom('young-person')).toContain('Young people ask the minister');
    expect(await forWhom('child')).not.toContain('Young people ask the minister');
    expect((await app.visitor().get('/en/library')).body).toContain('/en/library/for?who=teacher');
  });

  it('has tools that say what they do and what they learn of a child, and which duty they answer [ZH-48] [LV-18]', async () => {
    const law = await published('law', {
      ...{
        title: 'Law on phones',
        summary: 'What phones must do.',
        instrument: 'law',
        adopted: '2025-01-01',
      },
    });
    const duty = await begin(willow, 'duty', {
      ...{ name: 'Offer a night mode', law: String(law), order: '1', text: 'Every phone sleeps at night.' },
    });
    await press(willow, `${duty}/submit`);
    await press(juniper, `${duty}/publish`);
    await published('tool', {
      ...{ title: 'Sleepy phone', what: 'It ends the day.', 'toolTypes[]': 'time' },
      ...{ useIt: 'Press twice.', privacy: 'It tells nobody anything.', free: 'yes' },
      ...{ 'answers[]': String(duty), 'audiences[]': 'parent' },
    });
    expect(await forWhom('parent')).toContain('Sleepy phone');
    const walk = await app.visitor().get(`/en/library/law/${law}/duties`);
    expect(walk.text).toMatch(/Offer a night mode.*What answers it here Sleepy phone/);
    const tool = /href="(\/en\/library\/tool\/[^"]+)"/.exec(walk.body)?.[1] ?? '';
    expect((await app.visitor().get(tool)).text).toContain('It tells nobody anything.');
  });
});
