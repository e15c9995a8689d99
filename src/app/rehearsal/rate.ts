// SPDX-License-Identifier: EUPL-1.2

import { signInAs } from './desk.ts';
import type { Client } from './form-client.ts';
import type { Staff } from './prepare.ts';

/** Two people at the desk. */
export interface Desk {
  alder: Client;
  birch: Client;
  /** How many cases stand in the queue. */
  waiting(): Promise<number>;
}

export async function openDesk(world: { url: string; staff: readonly Staff[] }): Promise<Desk> {
  const { client: alder } = await signInAs(world, 'Alder');
  const { client: birch } = await signInAs(world, 'Birch');
  return {
    alder,
    birch,
    waiting: async () => {
      const queue = await alder.get('/en/desk');
      return new Set(queue.body.match(/\/desk\/case\/[0-9a-f-]{36}/g)).size;
    },
  };
}

export interface Decision {
  casePath: string;
  /** Where the second person reads it. */
  secondPath: string;
  /** The second person's press; from here the clock runs. */
  release: () => Promise<void>;
  undo: () => Promise<void>;
  /** Writes to the reporter and closes the case: the website is blocked. */
  finish: (letter: string) => Promise<void>;
}

/** Takes the case of `host`, assesses it, and stops before the second person's press. */
export async function decide(
  { alder, birch }: Desk,
  host: string,
  said = { publicWords: 'It cheats.', words: 'We tried it.' },
): Promise<Decision> {
  await alder.get('/en/desk');
  const opened = await alder.submit('/en/desk/next', { can: ['text', 'links', 'images', 'self-harm'] });
  const casePath = /\/en\/desk\/case\/[0-9a-f-]{36}/.exec(opened.body)?.[0] ?? '';
  if (!opened.text.includes(host)) throw new Error(`the next case is not about ${host}`);
  const what = { harm: 'HA-072', legal: 'harmful', severity: '2' };
  await alder.get(`${casePath}/assess`);
  const page = await alder.post(`${casePath}/assess`, { ...what, go: 'next' });
  const item = /name="item"[^>]*value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  const assessed = await alder.post(`${casePath}/assess`, {
    ...what,
    ...{ go: 'decide', item, target: 'host', next: 'publish', minAge: '255', everyone: 'yes' },
    ...{ categories: ['scam'], reasons: 'cheats', ...said },
  });
  if (assessed.status !== 303) throw new Error(`the assessment was refused: ${assessed.status}`);
  const inbox = await birch.get('/en/desk/second');
  const act = /\/en\/desk\/second\/[0-9a-f-]{36}/.exec(inbox.body)?.[0] ?? '';
  await birch.get(act);
  return {
    casePath,
    secondPath: act,
    release: async () => {
      const reply = await birch.post(act, { decision: 'approve', words: '' });
      if (reply.status !== 303) throw new Error(`the release was refused: ${reply.status}`);
    },
    undo: async () => {
      const shown = await alder.get(casePath);
      const path = /\/en\/desk\/case\/[0-9a-f-]{36}\/undo\/[0-9a-f-]{36}/.exec(shown.body)?.[0] ?? '';
      const reply = await alder.post(path, {});
      if (reply.status !== 303) throw new Error(`the undo was refused: ${reply.status}`);
    },
    finish: (letter) => finish(alder, casePath, letter),
  };
}

async function finish(alder: Client, casePath: string, words: string): Promise<void> {
  const shown = await alder.get(`${casePath}/tell`);
  const to = /[0-9a-f-]{36}:main/.exec(shown.body)?.[0] ?? '';
  const told = await alder.post(`${casePath}/tell`, { to, words, go: 'send' });
  if (told.status !== 303) throw new Error(`the letter was refused: ${told.status}`);
  await alder.get(`${casePath}/close`);
  const closed = await alder.post(`${casePath}/close`, { outcome: 'blocked', untold: '', words: '' });
  if (closed.status !== 303) throw new Error(`the case stays open: ${closed.status}`);
}
