// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../../src/app/rehearsal/desk.ts';
import type { Client } from '../../src/app/rehearsal/form-client.ts';
import type { Staff } from '../../src/app/rehearsal/prepare.ts';
import { profileOf, type Shot } from './shot.ts';

const TRANSLATED = ['ar', 'zh'];
const WORK = '/en/desk/record';

interface World {
  url: string;
  staff: readonly Staff[];
}

interface Where {
  browser: Browser;
  origin: string;
}

/** The library with its starting content, a guide that a reviewer passed, and a law whose translations are behind. */
export async function libraryShots(world: World, where: Where): Promise<Shot[]> {
  const { client: maple } = await signInAs(world, 'Maple');
  await content(maple);
  const guide = await passGuide(world, where);
  const law = await numberOf(maple, '/en/library/law', 'convention-on-the-rights');
  await atWork(where, maple, async (page) => {
    await page.goto(`${where.origin}${WORK}/${law}/words/en`);
    const summary = page.locator('[name="summary"]');
    await summary.fill(`${await summary.inputValue()} They hold online, too.`);
    await save(page);
  });
  return [
    { name: 'library', path: '/library', as: null },
    { name: 'search', path: '/search?q=scam', as: null },
    { name: 'law', path: `/library/law/${law}`, as: null },
    { name: 'guide', path: `/library/guide/${guide}`, as: null },
    { name: 'record-form', path: `/desk/record/${law}/facts`, as: maple },
    {
      name: 'side-by-side',
      path: (lang) => `/desk/record/${law}/words/${lang === 'en' ? 'ar' : lang}`,
      as: maple,
    },
  ];
}

/** Waits for the job that brings the starting content; the guides come last. */
async function content(client: Client): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const list = await client.get('/en/library/guide');
    if (list.body.includes('when-screens-take')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the content of the library did not come');
}

async function numberOf(client: Client, list: string, words: string): Promise<string> {
  const { body } = await client.get(list);
  const id = new RegExp(`/(\\d+)-${words}`).exec(body)?.[1];
  if (id === undefined) throw new Error(`nothing about ${words} in ${list}`);
  return id;
}

/** Words to children in danger wait for a reviewer, who here reads them in every language of the pictures. */
async function passGuide(world: World, where: Where): Promise<string> {
  const { client: juniper } = await signInAs(world, 'Juniper');
  const { client: sorrel } = await signInAs(world, 'Sorrel');
  const list = await juniper.get('/en/desk/records/guide?q=private+pictures');
  const id = /\/desk\/record\/(\d+)"[^>]*>(?:<[^>]*>)*Private pictures/.exec(list.body)?.[1];
  if (id === undefined) throw new Error('no guide waits for a reviewer');
  await atWork(where, juniper, async (page) => {
    await page.goto(`${where.origin}${WORK}/${id}`);
    await page.locator('form[action$="/submit"] button').click();
  });
  await atWork(where, sorrel, async (page) => {
    for (const lang of TRANSLATED) {
      await page.goto(`${where.origin}${WORK}/${id}/words/${lang}`);
      // The label lies over its box.
      for (const box of await page.locator('[name="check[]"]').all()) await box.check({ force: true });
      await save(page);
    }
    await page.goto(`${where.origin}${WORK}/${id}`);
    await page.locator('form[action$="/publish"] button').click();
  });
  return id;
}

const save = (page: Page) => page.locator('main button[name="go"][value="save"]').click();

async function atWork(
  { browser, origin }: Where,
  client: Client,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await profileOf(browser, { origin, as: client });
  await work(await context.newPage());
  await context.close();
}
