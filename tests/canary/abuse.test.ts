// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reading } from '../../src/rooms/cases/tables.ts';
import { type StubUpstream, startStub } from '../../src/rooms/guard/testing/stub-upstream.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import {
  approve,
  assess,
  comeBack,
  press,
  report,
  type Sent,
  saw,
  take,
  task,
  tell,
} from '../harness/desk.ts';
import { askDoh, type Family, makeFamily, until } from '../harness/family.ts';
import { openRoutes, pathsOf } from './public-paths.ts';

const HELD = 'held.canary-abuse.example';
const HOST = 'canary-abuse.example';
const WORDS = 'canary sentence of somebody who saw it';
const abuse = { harm: 'HA-011', legal: 'abuse-material', severity: '4' };
const toPolice = {
  body: 'police',
  way: 'phone',
  shared: ['summary'],
  summary: 'Urgent.',
  consent: 'not-needed',
  law: 'Example Act, section 1',
  go: 'write',
};
const lines: string[] = [];

let stub: StubUpstream;
let app: TestApp;
let family: Family;
let held: Sent;
let blocked: Sent;
beforeAll(async () => {
  stub = await startStub();
  const env = { ROWAN_DNS_UPSTREAM: `127.0.0.1:${stub.port}` };
  app = await startTestApp({ env, log: (line) => lines.push(line) });
  family = await makeFamily(app);
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await stub?.stop();
});

/** Where the canary shows: in an open page or answer of any language, a page of a family, or a line of the log. */
async function leaks(): Promise<string[]> {
  const visitor = app.visitor();
  const seen = new Map<string, string>(lines.map((line, at) => [`log line ${at}`, line]));
  for (const path of openRoutes(app, 'GET').flatMap(pathsOf)) seen.set(path, (await visitor.get(path)).body);
  for (const path of ['/en/home/family', family.childPath, `${family.childPath}/level`])
    seen.set(path, (await family.parent.get(path)).body);
  expect(seen.get('/robots.txt')).toContain('User-agent');
  expect(seen.get('/metrics')).toContain('rowan_requests_total');
  expect(lines.length).toBeGreaterThan(10);
  return [...seen].filter(([, text]) => isCanary(text)).map(([where]) => where);
}

/** In any letters, with its dots as they are or as the desk writes them. */
const isCanary = (text: string) => /canary-abuse|canary sentence/i.test(text);

/** The page and the look-up of `host`, with its name taken out. */
async function answerOf(host: string): Promise<string[]> {
  const visitor = app.visitor();
  const paths = [`/en/check/${host}`, `/ar/check/${host}`, `/api/v1/ratings/${host}`];
  const replies = await Promise.all(paths.map((path) => visitor.get(path)));
  return replies.map(({ status, body, headers }) =>
    `${status} ${headers.get('cache-control')} ${body}`.replaceAll(host, '<host>'),
  );
}

/** The progress page without its clock. */
function progressWords({ last }: Client): string {
  return (last?.text ?? '').replaceAll(/\d+/g, '#');
}

/** The id that a release of the case would name. */
async function releaseOf(client: Client, { caseId }: Sent): Promise<string> {
  await client.get('/en/desk');
  const row = await reading(app.ctx().db)
    .selectFrom('cases.assessment')
    .select('id')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function expectNothing(host: string): Promise<void> {
  const never = await answerOf('never-seen.example');
  // Neither the host nor what is above and below it.
  for (const asked of [host, HOST, `www.${host}`]) expect(await answerOf(asked), asked).toEqual(never);
  expect(await leaks()).toEqual([]);
}

describe('an address under police hold (H2)', () => {
  let alder: Client;

  it('is held where nobody chose otherwise, and no page, answer, metric or log line knows of it', async () => {
    held = await report(app, app.visitor('child'), saw(`https://${HELD}/`, WORDS));
    alder = await take(app, 'Alder', held);
    await alder.get(`${held.path}/assess`);
    const decide = await alder.submit(`${held.path}/assess`, { ...abuse, go: 'next' });
    expect(decide.body).toMatch(/<input[^>]*name="next"[^>]*value="hold"[^>]*checked/);
    await assess(alder, held, { ...abuse, next: 'hold' });
    expect((await alder.get(held.path)).text).toContain('On police hold: nothing leaves');
    await expectNothing(HELD);
  });

  it('stays unknown after a second person agreed, and nothing leaves: no rating, no letter, no referral', async () => {
    const birch = await app.signIn('Birch');
    await approve(birch);
    expect((await birch.get(`${held.path}?look=yes`)).body).not.toContain('/release/');
    alder = await app.signIn('Alder');
    const assessment = await releaseOf(birch, held);
    const pressed = await alder.post(`${held.path}/release/${assessment}`, {});
    expect([403, 404, 409]).toContain(pressed.status);
    // What was typed stays on the page, so it is an answer to the form.
    expect((await tell(alder, held, 'We are on it.')).status).toBe(422);
    const mail = { ...toPolice, body: 'helpline', done: 'yes', reference: 'P-1' };
    expect((await task([alder, held], 'refer', mail)).status).toBe(422);
    await expectNothing(HELD);
    expect(await askDoh(app, family.doh, HELD)).toContain('192.0.2.1');
  });

  it('reaches the police alone, and the reporter reads nothing of it', async () => {
    const before = progressWords(await comeBack(app, held.code));
    alder = await app.signIn('Alder');
    const done = { ...toPolice, done: 'yes', reference: 'K-2026-118' };
    expect((await task([alder, held], 'refer', done)).status).toBe(200);
    expect(progressWords(await comeBack(app, held.code))).toEqual(before);
    await expectNothing(HELD);
  });
});

describe('an address of abuse that is blocked (H1)', () => {
  it('is closed for every child, and its page is the one of a host never seen', async () => {
    blocked = await report(app, app.visitor('child'), saw(`https://${HOST}/`, WORDS));
    const alder = await take(app, 'Alder', blocked);
    await assess(alder, blocked, { ...abuse, next: 'publish' });
    await approve(await app.signIn('Birch'));
    await until('the host is blocked', async () =>
      (await askDoh(app, family.doh, HOST)).includes('NXDOMAIN'),
    );
    await expectNothing(HOST);
  });

  it('is told to its reporter as acting, without a word of what was done to which host', async () => {
    const page = (await comeBack(app, blocked.code)).last?.text ?? '';
    expect(page).not.toContain(HOST);
    expect(page).toMatch(/Now: We are acting\w{3} /);
  });

  it('stays unknown when it is opened again', async () => {
    await press([await app.signIn('Birch'), blocked], 'undo');
    await until('the host is open', async () => (await askDoh(app, family.doh, HOST)).includes('192.0.2.1'));
    await expectNothing(HOST);
  });
});
