// SPDX-License-Identifier: EUPL-1.2
import { begin, formIn, press } from '../../src/platform/records/tests/staff.ts';
import type { TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

/** What the library's own pages have to show. */
export interface LibraryWorld {
  /** Librarian, lawyer and secretariat. */
  willow: Client;
  submission: string;
  letter: number;
  task: string;
  law: number;
  amendment: number;
  practice: number;
  guideline: number;
}

export async function keepLibrary(app: TestApp, juniper: Client): Promise<LibraryWorld> {
  const willow = await app.signIn('Willow');
  const publish = async (kind: string, fields: Record<string, string>) => {
    const id = await begin(juniper, kind, fields);
    await press(juniper, `${id}/submit`);
    await press(willow, `${id}/publish`);
    return id;
  };
  const guideline = await publish('guideline', {
    ...{ title: 'Guideline for makers', summary: 'What makers do.', publisher: 'Brook', dated: '2020-06' },
  });
  const adoption = `/en/desk/library/guideline/${guideline}/adoption`;
  await willow.get(adoption);
  await willow.submit(adoption, { name: 'Willowbrook Games', how: 'part', since: '2026-01-01' });
  const practice = await publish('practice', {
    ...{ title: 'A quiet hour', what: 'No screens for an hour.', organisation: 'Brook school' },
    ...{ practiceType: 'lesson', licence: 'cc-by' },
  });
  const law = await publish('law', {
    ...{
      title: 'Law on care',
      summary: 'Who cares.',
      instrument: 'law',
      number: '1/20',
      adopted: '2020-05-01',
    },
  });
  const duty = await begin(willow, 'duty', {
    ...{ name: 'Ask for the age', law: String(law), order: '1', text: 'Shops ask.', due: '2026-06-01' },
  });
  await press(willow, `${duty}/submit`);
  await press(juniper, `${duty}/publish`);
  const amendment = await begin(willow, 'amendment', {
    ...{ title: 'Ask twice', why: 'Once is not enough.', law: String(law), proposal: 'drafted' },
    ...{ oldText: 'Shops ask.', newText: 'Shops ask twice.' },
  });
  return { willow, law, amendment, practice, guideline, ...(await comesIn(app, willow)) };
}

/** A stranger's practice and a letter with a task. */
async function comesIn(
  app: TestApp,
  willow: Client,
): Promise<Pick<LibraryWorld, 'submission' | 'letter' | 'task'>> {
  const stranger = app.visitor();
  const share = '/en/library/share/practice';
  await stranger.post(share, {
    ...formIn((await stranger.get(share)).body, share),
    ...{ tongue: 'en', title: 'Older teach younger', what: 'Pupils teach.', organisation: 'Brook' },
    ...{ practiceType: 'lesson', licence: 'cc-by' },
  });
  const list = await willow.get('/en/desk/library/submissions');
  const submission = /\/submissions\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? '';
  await willow.get('/en/desk/library/letters/new');
  const letter = await willow.submit('/en/desk/library/letters', {
    ...{
      tongue: 'en',
      subject: 'A circular',
      issuer: 'An office',
      direction: 'in',
      reference: 'C 1',
      go: 'save',
    },
    ...{
      dated: '2026-11-01',
      'asks[]': 'k001',
      'asks/k001/what': 'Send practices',
      'asks/k001/due': '2026-11-10',
    },
  });
  const task = /\/library\/tasks\/([0-9a-f-]{36})/.exec(letter.body)?.[1] ?? '';
  return { submission, letter: Number(/\/tasks\/of\/(\d+)"/.exec(letter.body)?.[1]), task };
}
