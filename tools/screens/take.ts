// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, PageScreenshotOptions } from 'playwright-core';
import { launchBrowser } from '../../src/app/rehearsal/browser.ts';
import { makeFamily } from '../../src/app/rehearsal/family.ts';
import { decide, openDesk } from '../../src/app/rehearsal/rate.ts';
import { findReport, sendReport, somebody, TRUSTING } from '../../src/app/rehearsal/report.ts';
import { startRehearsal } from '../../src/app/rehearsal/spawn.ts';
import { libraryShots } from './library.ts';
import { profileOf, type Shot } from './shot.ts';

const LANGS = ['en', 'ar', 'zh'];
const SIZES = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 860 } };
// A form of sixty fields would be a picture of six screens.
const TALLEST = 2400;
const THEMES = ['light', 'dark'] as const;

/** Takes every page in three languages, two sizes and two themes. Answers the file names. */
export async function take({ dist, into }: { dist: string; into: string }): Promise<string[]> {
  await mkdir(into, { recursive: true });
  const port = 20_000 + (process.pid % 10_000);
  const env = { ...TRUSTING, ROWAN_HTTPS_PORT: String(port), ROWAN_DNS_UPSTREAM: '127.0.0.1:1' };
  const world = await startRehearsal({ dist, env });
  const browser = await launchBrowser(process.env.ROWAN_CHROMIUM || null, process.env);
  try {
    const names: string[] = [];
    const origin = `https://localhost:${port}`;
    const shots = [...(await fill(world)), ...(await libraryShots(world, { browser, origin }))];
    for (const shot of shots) {
      for (const lang of LANGS) names.push(...(await takeOne(browser, shot, { lang, origin, into })));
    }
    return names;
  } finally {
    await browser.close();
    await world.destroy();
  }
}

async function fill(world: Awaited<ReturnType<typeof startRehearsal>>): Promise<Shot[]> {
  const { url } = world;
  const told = await sendReport(url, 'https://shop.cheat.example/');
  const question = somebody(url);
  await question.get('/en/report');
  await question.submit('/en/report', { go: 'start' });
  await question.submit('/en/report', { step: 'who', go: 'next', who: 'teen' });
  const desk = await openDesk(world);
  while ((await desk.waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const { casePath, release } = await decide(desk, 'shop.cheat.example');
  await release();
  for (const host of ['chat.strange.example', 'prize.fake.example', 'pictures.mean.example'])
    await sendReport(url, `https://${host}/x`);
  const family = await makeFamily(url);
  const back = await findReport(url, told.code);
  return [
    { name: 'home', path: '', as: null },
    { name: 'question', path: '/report', as: question, press: { go: 'on' } },
    { name: 'code', path: '/report', as: told.client, press: { go: 'on' } },
    { name: 'progress', path: '/progress', as: back },
    { name: 'queue', path: '/desk', as: desk.alder },
    { name: 'case', path: casePath.replace(/^\/en/, ''), as: desk.alder },
    { name: 'rating', path: '/check/shop.cheat.example', as: null },
    { name: 'my-rules', path: '/my-rules', as: family.mine },
  ];
}

interface Where {
  lang: string;
  origin: string;
  into: string;
}

async function takeOne(browser: Browser, shot: Shot, { lang, origin, into }: Where): Promise<string[]> {
  const names: string[] = [];
  const { as, press } = shot;
  const path = typeof shot.path === 'string' ? shot.path : shot.path(lang);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      const context = await profileOf(browser, { origin, as, options: { viewport, colorScheme } });
      if (press !== undefined) await as?.post(`/en${path}`, press);
      const page = await context.newPage();
      await page.goto(`${origin}/${lang}${path}`);
      const name = `${shot.name}-${lang}-${size}-${colorScheme}.jpg`;
      const picture: PageScreenshotOptions = { path: join(into, name), type: 'jpeg', quality: 55 };
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(height, TALLEST) };
      await page.screenshot(size === 'phone' ? { ...picture, fullPage: true, clip } : picture);
      names.push(name);
      await context.close();
    }
  }
  return names;
}
