// SPDX-License-Identifier: EUPL-1.2
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpAt } from '../../src/platform/auth/totp.ts';
import { Secret } from '../../src/platform/seal/index.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { openBrowser, openContext } from '../harness/browser.ts';
import { until } from '../harness/family.ts';
import { choose, chooseHere, follow, pick, stopAt, tabTo, tick, type } from '../harness/keyboard.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const CONTINUE = 'main .btn-primary';

/** On a page just opened: the first stop leads past everything to what the page is about. */
async function skip(page: Page): Promise<void> {
  await tabTo(page, 'a.skip[href="#main"]');
  await page.keyboard.press('Enter');
  expect(await stopAt(page, 'main')).toMatchObject({ wanted: true });
}

/** Presses the button of a page on which something is missing: what is wrong has the focus, and leads to its field. */
async function missing(page: Page, field: string): Promise<void> {
  await tabTo(page, CONTINUE);
  await follow(page, 'Enter');
  expect(await stopAt(page, '.error-summary')).toMatchObject({ wanted: true, seen: true });
  await tabTo(page, '.error-summary a');
  await page.keyboard.press('Enter');
  expect(await stopAt(page, `[name="${field}"]`)).toMatchObject({ wanted: true, ring: true, seen: true });
}

async function next(page: Page, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, CONTINUE);
  await follow(page, key);
}

async function open(
  role: string,
  options: { width: number; height: number },
): Promise<[BrowserContext, Page]> {
  const context = await openContext(browser, {
    app,
    role,
    options: { viewport: options, reducedMotion: 'reduce' },
  });
  return [context, await context.newPage()];
}

/** Tells what happened and answers the code. */
async function tell(page: Page): Promise<string> {
  await page.goto('/en/report');
  await skip(page);
  await next(page);
  await missing(page, 'who');
  await chooseHere(page, 'who', 'teen');
  await next(page, 'Space');
  await choose(page, 'what', 'saw');
  await next(page);
  await type(page, 'where', 'https://shop.cheat.example/offer');
  await next(page);
  await type(page, 'more', 'It takes money and sends nothing.');
  await next(page);
  await tick(page, 'wishes', 'remove');
  await next(page);
  await choose(page, 'answer', 'code');
  await next(page);
  await next(page);
  return (await page.locator('.code').innerText()).replaceAll(/\D/g, '');
}

async function signIn(page: Page, alias: string): Promise<void> {
  const person = app.staff.find((one) => one.alias === alias);
  if (person === undefined) throw new Error(`nobody is called ${alias}`);
  using secret = Secret.copyOf(person.totp);
  await page.goto('/en/desk/sign-in');
  await skip(page);
  await type(page, 'alias', alias);
  await type(page, 'password', person.password);
  await type(page, 'code', totpAt(secret, app.clock.now));
  await follow(page, 'Enter');
}

/** Takes the next case and says what it is. */
async function decide(page: Page): Promise<void> {
  await skip(page);
  await tabTo(page, '.desk-next .btn');
  await follow(page, 'Enter');
  await skip(page);
  await tabTo(page, 'main a[href$="/assess"]');
  await follow(page, 'Enter');
  await pick(page, 'harm', 'HA-072');
  await choose(page, 'legal', 'other-crime');
  await choose(page, 'severity', '2');
  await next(page);
  await choose(page, 'target', 'host');
  await pick(page, 'minAge', '255');
  await tick(page, 'categories', 'scam');
  await tick(page, 'reasons', 'cheats');
  await missing(page, 'words');
  await page.keyboard.type('I compared it with others.');
  await next(page);
}

describe('somebody without a pointer', () => {
  it('leaves a report by the second stop, right after the way to the content', async () => {
    const [context, page] = await open('child', { width: 360, height: 740 });
    await page.goto('/en/report');
    for (let press = 0; press < 2; press++) await page.keyboard.press('Tab');
    expect(await stopAt(page, 'a[data-leave]')).toMatchObject({ wanted: true, ring: true, seen: true });
    await context.close();
  });

  it('tells what happened, and another decides on it', async () => {
    const [telling, phone] = await open('child', { width: 360, height: 740 });
    expect(await tell(phone)).toMatch(/^\d{16}$/);
    await telling.close();
    const linden = await app.signIn('Linden');
    await until('a case stands in the queue', async () =>
      (await linden.get('/en/desk')).body.includes('/desk/case/'),
    );
    const [working, desk] = await open('Alder', { width: 1280, height: 800 });
    await signIn(desk, 'Alder');
    await decide(desk);
    expect(await desk.locator('main').innerText()).toContain('The assessment holds.');
    await working.close();
    await linden.get('/en/desk');
    expect((await linden.get('/en/desk?show=others')).text).toContain('Alder');
  });
});
