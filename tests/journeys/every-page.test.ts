// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, openBrowser, openContext } from '../harness/browser.ts';
import type { Client } from '../harness/client.ts';
import { noPage, type Visit, visits } from './visits.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
let browser: Browser;
const contexts = new Map<Client, BrowserContext>();

beforeAll(async () => {
  world = await buildWorld();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.fresh.stop();
  await world?.app.stop();
});

const LIMIT = 20_000;

/** The page, opened in the profile of whoever may see it. */
async function open(visit: Visit, lang: string) {
  const app = visit.fresh ? world.fresh : world.app;
  const known = visit.fresh ? undefined : contexts.get(visit.as);
  const context = known ?? (await openContext(browser, { app, role: 'visitor', as: visit.as }));
  if (!visit.fresh) contexts.set(visit.as, context);
  if (visit.press !== undefined) await visit.as.post(visit.path, visit.press);
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (
      new URL(request.url()).origin !==
      new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin
    )
      foreign.push(request.url());
  });
  const answer = await page.goto(visit.path.replace(/^\/en/, `/${lang}`));
  return { page, foreign, status: answer?.status() ?? 0, html: (await answer?.text()) ?? '' };
}

/** Ids that more than one element has: a label finds the first alone, and axe no longer looks. */
function twice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
}

describe('every page', () => {
  it('has a visit', () => {
    // What ends in .csv or .atom is a file, whatever its language.
    const pages = world.app.rowan.routes.filter(
      ({ verb, localized, path }) => verb === 'GET' && localized && !/\.[a-z]+$/.test(path),
    );
    const names = new Set(
      [...pages, ...world.fresh.rowan.routes.filter(({ name }) => name === 'setup-first')].map(
        ({ name }) => name,
      ),
    );
    expect([...names].filter((name) => !(name in visits) && !(name in noPage))).toEqual([]);
    expect(Object.keys(visits).filter((name) => !names.has(name.split(',')[0] ?? ''))).toEqual([]);
  });

  it.each(Object.keys(visits))(
    '%s: axe finds nothing in English and Arabic, nothing comes from elsewhere',
    async (name) => {
      const visit = visits[name]?.(world);
      if (visit === undefined) throw new Error('no visit');
      for (const lang of ['en', 'ar']) {
        const { page, foreign, status } = await open(visit, lang);
        expect(status, `${lang} ${visit.path}`).toBe(200);
        expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
        expect(await axeFindings(page), `${lang} ${visit.path}`).toEqual([]);
        expect(foreign).toEqual([]);
        expect(await twice(page), `${lang} ${visit.path}: ids that a label could miss`).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, 'no sideways scroll').toBeLessThanOrEqual(0);
        await page.close();
      }
    },
  );
});

describe('the weight of a first visit', () => {
  const publicPages = [
    'home',
    'report-page',
    'report-code-page',
    'help',
    'duties',
    'rating-page',
    'guard-what',
    'privacy',
    'attic-records',
    'attic-record',
    'library-records',
    'library-home',
    'library-record',
    'search',
    'library-share-form',
    'campaigns-home',
    'campaigns-kit',
    'campaigns-pack',
  ];

  it.each(publicPages)('of %s is at most 20 kB on the wire', async (name) => {
    const visit = visits[name]?.(world);
    if (visit === undefined) throw new Error('no visit');
    const { html } = await open(visit, 'en');
    const files = [
      ...html.matchAll(/(?:href|src)="(\/(?:assets\/[^"#]+|favicon\.svg|site\.css[^"]*))[^"]*"/g),
    ].map(([, path]) => path ?? '');
    let weight = brotliCompressSync(html).length;
    for (const path of new Set(files)) {
      const answer = await fetch(new URL(path, world.app.url));
      weight += brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length;
    }
    expect(weight).toBeLessThanOrEqual(LIMIT);
  });
});
