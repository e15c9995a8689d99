// SPDX-License-Identifier: EUPL-1.2
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { begin, bytesOf, type Fair, press, publishBy, signInMember, startFair } from './world.ts';

let fair: Fair;
beforeAll(async () => {
  fair = await startFair();
});
afterAll(() => fair?.app.stop());

const campaignPage = (id: number) => `/en/campaigns/campaign/${id}-safe-online-together`;

describe('a campaign', () => {
  it('calls on everybody, and says for whom and how long it runs [ZH-39] [LV-32]', async () => {
    const { maple, juniper, reader } = fair;
    const id = await begin(maple, 'campaign', {
      ...{ name: 'Look up', about: 'We talk about risks online before they hurt.', look: 'plum' },
      ...{ 'audiences[]': ['parent', 'everyone'], way: 'standing', from: '2026-11-01' },
      'goals[]': 'goal1',
      'goals/goal1/goal': 'Every parent knows three things to ask.',
      'calls[]': 'call1',
      'calls/call1/call': 'Ask one question tonight.',
      'calls/call1/who': 'parent',
    });
    await publishBy(maple, juniper, id);
    const page = (await reader.get(`/en/campaigns/campaign/${id}-look-up`)).text;
    for (const words of [
      'Every parent knows three things to ask.',
      'Ask one question tonight.',
      'Parents',
      'Standing',
    ])
      expect(page).toContain(words);
    expect((await reader.get('/en/campaigns')).text).toContain('Look up');
  });

  it('names members who carry it once or for long, after somebody read what they say [LV-20] [LV-33]', async () => {
    const { app, maple, reader, campaign } = fair;
    const member = await signInMember(app, 'Aspen');
    const path = `/en/desk/campaigns/support/${campaign}`;
    await member.get(path);
    const offer = {
      organisation: 'Example Telecom',
      words: 'We show the tools that keep you safe in every shop.',
    };
    expect((await member.post(path, offer)).text).toContain('Choose once or standing.');
    await member.submit(path, { ...offer, way: 'standing' });
    expect((await reader.get(campaignPage(campaign))).text).not.toContain('Example Telecom');
    const desk = await maple.get('/en/desk/campaigns');
    expect(desk.text).toContain('Example Telecom');
    const action = /action="(\/en\/desk\/campaigns\/supports\/[^"]+)"/.exec(desk.body)?.[1] ?? '';
    await maple.submit(action, { state: 'shown' });
    const page = (await reader.get(campaignPage(campaign))).text;
    expect(page).toContain('Example Telecom (Standing) We show the tools that keep you safe in every shop.');
    // Members let nothing through, and see no postal address.
    expect((await member.get('/en/desk/campaigns/packs')).status).toBe(404);
  });

  it('shows what an organiser did, with pictures, once an editor published it [ZH-57] [ZH-58]', async () => {
    const { app, maple, reader, campaign } = fair;
    const member = await signInMember(app, 'Poplar');
    const path = `/en/desk/campaigns/activity/${campaign}`;
    await member.get(path);
    const told = {
      ...{ title: 'A day at the library', organisation: 'Example Library', place: 'Example Town' },
      ...{ what: 'Forty families talked about screens.', on: '2026-11-20', reached: '1 200' },
    };
    const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#0b5d4e' } })
      .png()
      .toBuffer();
    const picture = { field: 'files', name: 'stand.png', bytes };
    const unasked = await member.upload(path, told, [picture]);
    expect(unasked.text).toContain('Tick this before you send files.');
    const sent = await member.upload(path, { ...told, agreed: 'yes' }, [picture]);
    expect(sent.location, sent.text).toContain('/activity-sent');
    expect((await reader.get(campaignPage(campaign))).text).not.toContain('A day at the library');
    const waiting = await maple.get('/en/desk/records');
    const id = Number(/\/desk\/record\/(\d+)"[^>]*><bdi>A day at the library/.exec(waiting.body)?.[1]);
    await press(maple, id, 'publish');
    const page = await reader.get(campaignPage(campaign));
    expect(page.text).toContain('A day at the library');
    expect(page.text).toContain('One report came back. People reached, as they say: 1,200');
    const own = await reader.get(`/en/campaigns/activity-report/${id}-a-day-at-the-library`);
    expect(own.text).toContain('Forty families talked about screens.');
    const file = /href="(\/files\/[^"]+)"/.exec(own.body)?.[1] ?? '';
    expect((await reader.get(file)).headers.get('content-type')).toBe('image/png');
  });
});

describe('a kit by post', () => {
  it('is asked for by anybody with a full address, and the desk follows it until it is sent [ZH-66]', async () => {
    const { app, maple, willow, reader, campaign } = fair;
    const path = '/en/campaigns/pack';
    await reader.get(`${path}?campaign=${campaign}`);
    const short = await reader.post(path, {
      name: 'Rowan Example',
      address: 'Street 1',
      campaign: String(campaign),
    });
    expect(short.status).toBe(422);
    expect(short.text).toContain('Enter a full postal address, with the country.');
    expect(short.body).toContain('Street 1');
    const address = '1 Example Street\n00100 Example Town\nExampleland';
    const asked = await reader.submit(path, { name: 'Rowan Example', address, campaign: String(campaign) });
    expect(asked.text).toContain('We have your request');
    for (const [person, state] of [
      [maple, 'packed'],
      [willow, 'sent'],
    ] as const) {
      const list = await person.get('/en/desk/campaigns/packs');
      expect(list.text).toContain('Rowan Example 1 Example Street 00100 Example Town Exampleland');
      const action = /action="(\/en\/desk\/campaigns\/packs\/[^"]+)"/.exec(list.body)?.[1] ?? '';
      await person.submit(action, { state });
    }
    const stick = unzipSync(await bytesOf(app, willow, `/en/desk/campaigns/stick/${campaign}`));
    expect(Object.keys(stick)).toContain('blank-rtl/poster-a3-blank-rtl.pdf');
    expect((await maple.get('/en/desk/campaigns/packs')).text).toContain('Sent · 21 November 2026');
    app.clock.move(31 * 24 * 60);
    await sweep.run(app.ctx(), {});
    const later = await app.signIn('Maple');
    expect((await later.get('/en/desk/campaigns/packs')).text).toContain('Nobody waits for a kit.');
  });
});
