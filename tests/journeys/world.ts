// SPDX-License-Identifier: EUPL-1.2
import { emergencyPath, openEmergency } from '../../src/platform/auth/index.ts';
import { attic } from '../../src/platform/records/testing/sample.ts';
import { begin, change, press } from '../../src/platform/records/tests/staff.ts';
import { fill, start } from '../../src/rooms/reports/tests/filling.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { type Family, makeFamily, until } from '../harness/family.ts';
import { type CampaignsWorld, keepCampaigns } from './campaigns.ts';
import { keepLibrary, type LibraryWorld } from './library.ts';

/** An installation in which every page has something to show. */
export interface World {
  app: TestApp;
  /** An installation that nobody set up. */
  fresh: TestApp;
  family: Family;
  public: Client;
  /** Before the code page; the code page itself; back with the code; the child's own rules. */
  writing: Client;
  told: Client;
  back: Client;
  mine: Client;
  linden: Client;
  casePath: string;
  secondPath: string;
  personPath: string;
  invitePath: string;
  /** The page that the console opens when nobody can open anything any more. */
  emergencyPath: string;
  devicePath: string;
  sourcePath: string;
  /** A librarian; a published record of an invented room with a translation that is out of date, and another that waits. */
  juniper: Client;
  deed: number;
  library: LibraryWorld;
  campaigns: CampaignsWorld;
}

export async function buildWorld(): Promise<World> {
  const app = await startTestApp({ recordRooms: [attic] });
  const fresh = await startTestApp({ kind: 'untouched' });
  const family = await makeFamily(app);
  const writing = app.visitor('child');
  await start(writing);
  const told = app.visitor('child');
  await start(told);
  await fill(told, {
    who: { who: 'teen' },
    what: { what: 'saw' },
    where: { where: 'https://shop.cheat.example/offer' },
    more: { more: 'It takes money.' },
    wishes: { wishes: ['remove'] },
    answer: { answer: 'code' },
  });
  await told.submit('/en/report', { step: 'check', go: 'send' });
  const code = /data-code="([\d ]+)"/.exec(told.last?.body ?? '')?.[1] ?? '';
  const back = app.visitor('child');
  await back.get('/en/code');
  await back.submit('/en/code', { code });
  const linden = await app.signIn('Linden');
  const records = await keepRecords(app);
  const library = await keepLibrary(app, records.juniper);
  return {
    ...{ app, fresh, family, writing, told, back, linden, public: app.visitor() },
    mine: await claimRules(app, family),
    emergencyPath: `/en${emergencyPath((await openEmergency(app.ctx())).token)}`,
    ...(await workAtDesk(linden)),
    ...(await lookAround(linden, family)),
    ...records,
    library,
    campaigns: await keepCampaigns(app, library.willow),
  };
}

async function claimRules(app: TestApp, family: Family): Promise<Client> {
  const { parent, childPath } = family;
  const shown = await parent.get(`${childPath}/show`);
  const made = await parent.submit(`${childPath}/show`, {});
  const path = /\/k\/[A-Za-z0-9_-]{20,}/.exec(`${made.body}${shown.body}`)?.[0] ?? '';
  const mine = app.visitor('child');
  await mine.get(path);
  await mine.submit(path, {});
  return mine;
}

async function workAtDesk(linden: Client): Promise<Pick<World, 'casePath' | 'secondPath'>> {
  await until('a case stands in the queue', async () =>
    (await linden.get('/en/desk')).body.includes('/desk/case/'),
  );
  const opened = await linden.submit('/en/desk/next', { can: ['text', 'links', 'images', 'self-harm'] });
  const casePath = /\/en\/desk\/case\/[0-9a-f-]{36}/.exec(opened.body)?.[0] ?? '';
  await linden.get(`${casePath}/assess`);
  const what = { harm: 'HA-072', legal: 'harmful', severity: '2' };
  const decide = await linden.post(`${casePath}/assess`, { ...what, go: 'next' });
  const item = /name="item"[^>]*value="([0-9a-f-]{36})"/.exec(decide.body)?.[1] ?? '';
  await linden.post(`${casePath}/assess`, {
    ...what,
    ...{ go: 'decide', item, target: 'host', next: 'publish', minAge: '255', everyone: 'yes' },
    ...{ categories: ['scam'], reasons: 'cheats', publicWords: 'It cheats.', words: 'We tried it.' },
  });
  const inbox = await linden.get('/en/desk/second');
  const secondPath = /\/en\/desk\/second\/[0-9a-f-]{36}/.exec(inbox.body)?.[0] ?? '';
  return { casePath, secondPath };
}

async function keepRecords(app: TestApp): Promise<Pick<World, 'juniper' | 'deed'>> {
  const maple = await app.signIn('Maple');
  const juniper = await app.signIn('Juniper');
  const keeper = await begin(juniper, 'keeper', { name: 'The keeper', site: 'https://keeper.example' });
  const fields = { summary: 'Who keeps it.', text: '## Why\n- one\n- two\n\nBecause.', dated: '2021-12-03' };
  const deed = await begin(maple, 'deed', {
    ...{ name: 'The old oak', reference: 'A 1', pages: '3', open: 'yes', ...fields },
    ...{ keeper: String(keeper), 'said[]': 'k1ab', 'said/k1ab/who': 'Ann', 'said/k1ab/words': 'So it is.' },
  });
  await change(maple, `/en/desk/record/${deed}/words/ar`, { name: 'البلوطة القديمة', summary: 'من يرعاها.' });
  await change(maple, `/en/desk/record/${deed}/words/en`, { summary: 'Who keeps the tree.' });
  await press(maple, `${deed}/submit`);
  await press(juniper, `${deed}/publish`);
  await change(maple, `/en/desk/record/${deed}/words/en`, { text: 'Another text.' });
  await press(maple, `${deed}/submit`);
  await begin(maple, 'deed', { name: 'A draft that lacks its reference' });
  return { juniper, deed };
}

async function lookAround(linden: Client, family: Family) {
  const people = await linden.get('/en/desk/people');
  const personPath = /\/en\/desk\/people\/[0-9a-f-]{36}/.exec(people.body)?.[0] ?? '';
  await linden.get('/en/desk/people/new');
  const invited = await linden.submit('/en/desk/people/new', { alias: 'Poplar', roles: ['operator'] });
  const invitePath = /\/desk\/invite\/[A-Za-z0-9_-]{20,}/.exec(invited.body)?.[0] ?? '';
  const child = await family.parent.get(family.childPath);
  const devicePath = /\/en\/home\/device\/[0-9a-f-]{36}/.exec(child.body)?.[0] ?? '';
  const desk = await linden.get('/en/desk/ratings');
  const sourcePath = /\/en\/desk\/ratings\/sources\/[\w-]+/.exec(desk.body)?.[0] ?? '';
  return { personPath, invitePath, devicePath, sourcePath };
}
