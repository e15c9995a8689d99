// SPDX-License-Identifier: EUPL-1.2
import { makeFamily } from '../family.ts';
import type { Fields } from '../form-client.ts';
import { decide, openDesk } from '../rate.ts';
import { answer, askAsPhone, type Camera, openCamera, openContext } from './phone.ts';
import type { Stage } from './stage.ts';

export const SHOP = 'sneakers.cheat.example';
/** What the child writes, and what a thief must not find. */
export const SENTENCE = 'I paid with the money grandma gave me and the shoes never came.';
/** What the desk says in public, which a thief finds: it shows that the search looks. */
export const PUBLIC_WORDS = 'The shop takes money and sends nothing.';

const LETTER =
  'You were right to tell us. The shop is closed for every child now. The child line can help with the money.';

const PATIENCE = 20_000;

/** Says one step: `act` is who does something, `told` what a person sees. */
export type Narrator = (told: string) => void;

const story: readonly Fields[] = [
  { who: 'teen' },
  { what: 'tricked' },
  { where: `https://${SHOP}/sale` },
  { more: SENTENCE },
  { wishes: ['know'] },
  { answer: 'code' },
];

/** The loop, from the child's phone to the second phone and back to the child. Throws where a step fails. */
export async function playLoop(stage: Stage, tell: Narrator): Promise<void> {
  const camera = openCamera(stage);
  const family = await makeFamily(stage.near);
  const before = await askAsPhone(stage, family.doh, SHOP);
  if (!before.includes('192.0.2.1')) throw new Error(`the shop was not open at first: ${before}`);
  tell(
    `Second phone (Mia, 10): ${SHOP} opens. Her parents set Rowan up for her; nobody has said a word yet.`,
  );
  const code = await childTells(stage, camera, tell);
  const publicPath = await deskDecides(stage, { camera, tell, isBlocked: () => blocked(stage, family.doh) });
  tell(`Second phone asks again: ${shorten(await askAsPhone(stage, family.doh, SHOP))}`);
  const rules = await camera.visit(family.mine, '/en/my-rules', { name: 'my-rules', size: 'phone' });
  tell(`"My rules" on the second phone says why, in words: ${quoteOf(rules, /everyone|every child/i)}`);
  await camera.visit(null, publicPath, { name: 'why-in-public', size: 'phone' });
  tell(`The public page of the shop says: "${PUBLIC_WORDS}"`);
  await childComesBack(stage, code, { camera, tell });
}

async function childTells(stage: Stage, camera: Camera, tell: Narrator): Promise<string> {
  const context = await openContext(stage, 'phone');
  try {
    const page = await context.newPage();
    await page.goto('/en/report');
    await page.locator('main .btn-primary').first().click();
    await camera.take(page, 'first-question');
    for (const fields of story) await answer(page, fields);
    await camera.take(page, 'check');
    await page.locator('main .btn-primary').first().click();
    const shown = await page.locator('.code').innerText();
    await camera.take(page, 'code');
    const code = shown.replaceAll(/\D/g, '');
    if (code.length !== 16) throw new Error('no code was shown to the child');
    tell(`First phone: a child told about ${SHOP} in seven pages and got a code, no name, no account.`);
    return code;
  } finally {
    await context.close();
  }
}

interface DeskScene {
  camera: Camera;
  tell: Narrator;
  isBlocked: () => Promise<boolean>;
}

async function deskDecides(stage: Stage, { camera, tell, isBlocked }: DeskScene): Promise<string> {
  const desk = await openDesk({ url: stage.near, staff: stage.world.staff });
  await until('the report reaches the desk', async () => (await desk.waiting()) > 0);
  await camera.visit(desk.alder, '/en/desk', { name: 'queue', size: 'desk' });
  tell('Desk: the report stands in the queue of Alder, signed in with password and authenticator.');
  const decision = await decide(desk, SHOP, {
    publicWords: PUBLIC_WORDS,
    words: 'We ordered and paid twice.',
  });
  const text = await camera.visit(desk.alder, decision.casePath, {
    name: 'case',
    size: 'desk',
    opens: 'Their own words',
  });
  if (!text.includes(SENTENCE)) throw new Error('the desk does not see what the child wrote');
  tell('Alder took the case, read the child\'s words and proposed: closed for everyone, "it cheats".');
  await camera.visit(desk.birch, decision.secondPath, { name: 'second-reader', size: 'desk' });
  if (await isBlocked()) throw new Error('one person alone closed a website');
  tell('Nothing is closed yet: no single person can. Birch, the second reader, looks at it.');
  const started = performance.now();
  await decision.release();
  await until('the shop is closed', isBlocked);
  const ms = Math.round(performance.now() - started);
  tell(`Birch approved. ${ms} ms later the shop was closed for every child.`);
  await decision.finish(LETTER);
  tell('Alder wrote to the child, which has to be, and closed the case.');
  return `/en/check/${SHOP}`;
}

async function childComesBack(
  stage: Stage,
  code: string,
  { camera, tell }: { camera: Camera; tell: Narrator },
): Promise<void> {
  const context = await openContext(stage, 'phone');
  try {
    const page = await context.newPage();
    await page.goto('/en/code');
    await answer(page, { code: code.replaceAll(/(\d{4})(?=\d)/g, '$1 ') });
    await page.waitForURL('**/en/progress');
    await camera.take(page, 'progress');
    const text = await page.locator('main').innerText();
    if (text.includes(SENTENCE)) throw new Error('the page of the code repeats what was written');
    if (!text.includes(LETTER)) throw new Error('the child does not see the letter');
    tell(`First phone, with the code: ${quoteOf(text, /finished|blocked/i)} and the letter: "${LETTER}"`);
  } finally {
    await context.close();
  }
}

async function blocked(stage: Stage, doh: string): Promise<boolean> {
  return (await askAsPhone(stage, doh, SHOP)).includes('NXDOMAIN');
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not happen within ${PATIENCE / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first line of a page that speaks of it, quoted. */
function quoteOf(text: string, about: RegExp): string {
  const lines = text.split('\n').map((line) => line.trim());
  const found = lines.find((line) => about.test(line) && line !== '');
  if (found === undefined) throw new Error('the page does not say it');
  return `"${found}"`;
}

/** The two lines of an answer that a person can read: the status, and the reason (RFC 8914). */
const shorten = (told: string) => [/NXDOMAIN/.exec(told)?.[0], /ede: .*/.exec(told)?.[0]].join(', ');
