// SPDX-License-Identifier: EUPL-1.2
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Client, Fields } from '../../src/app/rehearsal/form-client.ts';

/** A page to take a picture of. */
export interface Shot {
  name: string;
  /** After its language, where each language has a page of its own. */
  path: string | ((lang: string) => string);
  as: Client | null;
  /** What is pressed before each picture, where a page is shown only as the answer to a press. */
  press?: Fields;
}

interface Profile {
  origin: string;
  as: Client | null;
  options?: BrowserContextOptions;
}

/** A browser profile with the cookies of whoever opens the page. */
export async function profileOf(browser: Browser, { origin, as, options }: Profile): Promise<BrowserContext> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  await context.addCookies(
    [...(as?.cookies ?? [])].map(([name, value]) => ({
      name,
      value,
      url: origin,
      secure: true,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
  return context;
}
