// SPDX-License-Identifier: EUPL-1.2
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { axeFindings, openBrowser, openContext } from '../harness/browser.ts';

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

/** Chromium's own authenticator, which answers at once as if a finger had been shown. */
async function plugIn(page: Page, hasPrf: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return session;
}

async function make(page: Page, words: string): Promise<void> {
  await page.goto('/en/desk/me/passkey');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText(words).waitFor();
}

describe('a passkey in a real browser', () => {
  it('is made, signs in and confirms, where it can open cases', async () => {
    const context = await openContext(browser, { app, role: 'operator', as: await app.signIn('Alder') });
    const page = await context.newPage();
    await plugIn(page, true);
    await make(page, 'It signs you in and opens cases');
    expect(await axeFindings(page)).toEqual([]);

    await context.clearCookies();
    await page.goto('/en/desk/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/en/desk/me?elsewhere=yes');
    expect(await page.locator('main').innerText()).toContain('Passkey that opens cases');

    app.clock.move(6);
    await page.goto('/en/desk/me/passkey');
    await page.waitForURL('**/en/desk/confirm?next=**');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
    await page.waitForURL('**/en/desk/me/passkey');
    await context.close();
  });

  it('stands for the code, where it cannot open cases', async () => {
    const context = await openContext(browser, { app, role: 'operator', as: await app.signIn('Birch') });
    const page = await context.newPage();
    await plugIn(page, false);
    await make(page, 'It takes the place of the code');

    await context.clearCookies();
    await page.goto('/en/desk/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('You need no code').waitFor();
    expect(await page.getByLabel('Code from your authenticator app').isVisible()).toBe(false);
    await page.getByLabel('Name').fill('Birch');
    const { password = '' } = app.staff.find(({ alias }) => alias === 'Birch') ?? {};
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/en/desk/me?elsewhere=yes');
    await context.close();
  });
});
