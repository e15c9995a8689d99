// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/app/rehearsal/browser.ts';
import { makeFamily } from '../../src/app/rehearsal/family.ts';
import type { Client, Fields } from '../../src/app/rehearsal/form-client.ts';
import { decide, openDesk } from '../../src/app/rehearsal/rate.ts';
import { findReport, sendReport, somebody, TRUSTING } from '../../src/app/rehearsal/report.ts';
import { startRehearsal } from '../../src/app/rehearsal/spawn.ts';

interface Shot {
  name: string;
  path: string;
  as: Client | null;
  /** What is pressed before each picture, where a page is shown only as the answer to a press. */
  press?: Fields;
}

const LANGS = ['en', 'ar', 'zh'];
const SIZES = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 860 } };
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
    for (const shot of await fill(world)) {
      for (const lang of LANGS) names.push(...(await takeOne(browser, shot, { lang, port, into })));
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
  port: number;
  into: string;
}

async function takeOne(browser: Browser, shot: Shot, { lang, port, into }: Where): Promise<string[]> {
  const names: string[] = [];
  const origin = `https://localhost:${port}`;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, colorScheme });
      const cookies = [...(shot.as?.cookies ?? [])];
      await context.addCookies(
        cookies.map(([name, value]) => ({
          name,
          value,
          url: origin,
          secure: true,
          httpOnly: true,
          sameSite: 'Strict' as const,
        })),
      );
      if (shot.press !== undefined) await shot.as?.post(`/en${shot.path}`, shot.press);
      const page = await context.newPage();
      await page.goto(`${origin}/${lang}${shot.path}`);
      const name = `${shot.name}-${lang}-${size}-${colorScheme}.jpg`;
      await page.screenshot({
        path: join(into, name),
        type: 'jpeg',
        quality: 55,
        fullPage: size === 'phone',
      });
      names.push(name);
      await context.close();
    }
  }
  return names;
}
