// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { openBrowser, openContext } from '../harness/browser.ts';

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

/** Answers each page the way a hurried child does: the asked-for answer, else the first, until the code shows. */
async function tell(page: Page, words: string): Promise<string> {
  await page.goto('/en/report');
  for (let step = 0; step < 16; step++) {
    const title = await page.locator('h1').innerText();
    if (title.startsWith('Thank you')) return (await page.locator('.code').innerText()).replaceAll(/\D/g, '');
    const radios = page.locator('main input[type=radio]');
    if ((await radios.count()) > 0 && (await page.locator('main input[type=radio]:checked').count()) === 0) {
      await radios.first().check({ force: true });
    }
    const area = page.locator('main textarea');
    if ((await area.count()) > 0) await area.first().fill(words);
    const unknown = page.locator('main input[type=checkbox][name=unknown]');
    if ((await unknown.count()) > 0) await unknown.first().check({ force: true });
    await page.locator('main .btn-primary').first().click();
  }
  throw new Error(`the code never came; last page: ${await page.locator('main').innerText()}`);
}

describe.each([
  ['with script', true],
  ['without script', false],
])('a child on a phone, %s', (_name, javaScriptEnabled) => {
  it('tells what happened, leaves, and comes back with the code', async () => {
    const options = { javaScriptEnabled, viewport: { width: 360, height: 740 } };
    const context = await openContext(browser, { app, role: 'child', options });
    const page = await context.newPage();
    const code = await tell(page, 'They say bad things about me in the class chat.');
    expect(code).toMatch(/^\d{16}$/);
    await page.reload();
    expect(await page.locator('.code').count()).toBe(0);
    await page.locator('main .btn-primary').first().click();
    expect((await page.locator('.code').innerText()).replaceAll(/\D/g, '')).toBe(code);
    await context.close();

    const later = await openContext(browser, { app, role: 'child', options });
    const back = await later.newPage();
    await back.goto('/en/code');
    await back
      .locator('main input[type=text], main input:not([type=hidden])')
      .first()
      .fill(code.replaceAll(/(\d{4})/g, '$1 '));
    await back.locator('main .btn-primary').first().click();
    await back.waitForURL('**/en/progress');
    const text = await back.locator('main').innerText();
    expect(text).toContain('We got');
    expect(text).not.toContain('bad things');
    await later.close();
  });

  it('holds no cookie before Start', async () => {
    const context = await openContext(browser, { app, role: 'public', options: { javaScriptEnabled } });
    const page = await context.newPage();
    for (const path of ['/en', '/en/report', '/en/help', '/en/private', '/en/duties', '/en/code'])
      await page.goto(path);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

describe('leaving fast', () => {
  it('goes to the neutral site on three presses of Shift, not while capitals are typed', async () => {
    const context = await openContext(browser, { app, role: 'child' });
    const page = await context.newPage();
    await page.goto('/en/report');
    await page.keyboard.press('Shift+A');
    await page.keyboard.press('Shift+B');
    await page.keyboard.press('Shift+C');
    expect(new URL(page.url()).pathname).toBe('/en/report');
    // The neutral site is out of reach here; that the browser asks for it is enough.
    const left = page.waitForRequest('https://www.example.org/**');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await left;
    await context.close();
  });
});
