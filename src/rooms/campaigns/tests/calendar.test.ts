// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, type Fair, publishBy, startFair } from './world.ts';

let fair: Fair;
beforeAll(async () => {
  fair = await startFair();
});
afterAll(() => fair?.app.stop());

const day = (name: string, more: Record<string, string> = {}) => ({
  name,
  about: 'A day on which everybody talks about screens.',
  what: 'day',
  rule: 'same-day',
  month: '10',
  monthDay: '3',
  ...more,
});

describe('the calendar', () => {
  it('tells the history of a day that a campaigner wrote down, and when it is this year [ZH-03]', async () => {
    const { maple, juniper, reader } = fair;
    const id = await begin(maple, 'observance', {
      ...day('Screen Day', { first: '1999', proclaimedBy: 'The Example Assembly' }),
      'history[]': 'row1',
      'history/row1/when': '1999',
      'history/row1/what': 'Ten schools switched off for an hour.',
    });
    expect((await reader.get('/en/campaigns?year=2027')).text).not.toContain('Screen Day');
    await publishBy(maple, juniper, id);
    const calendar = (await reader.get('/en/campaigns?year=2027')).text;
    expect(calendar).toContain('Sunday, 3 October 2027 Screen Day');
    expect((await reader.get('/en/campaigns?year=1998')).text).not.toContain('Screen Day');
    const own = (await reader.get(`/en/campaigns/observance/${id}-screen-day`)).text;
    expect(own).toContain('Ten schools switched off for an hour.');
    expect(own).toContain('The Example Assembly');
  });

  it('brings the day of the letter with its three steps, each with its source', async () => {
    const { reader } = fair;
    const calendar = await reader.get('/en/campaigns?year=2027');
    expect(calendar.text).toContain('Monday, 17 May 2027 World Telecommunication');
    const path = /href="(\/en\/campaigns\/observance\/\d+)"[^>]*>World Telecommunication/.exec(
      calendar.body,
    )?.[1];
    const own = await reader.get((await reader.get(path ?? '')).location ?? '');
    for (const words of ['1865', '1973', '2006', 'SPM/EACC/129', '17 February 2009'])
      expect(own.text).toContain(words);
  });

  it('says what a day is meant to show: less poverty and lasting development [ZH-05]', async () => {
    const { maple, willow, reader } = fair;
    const aim = 'Telephones and the internet help people out of poverty, and help for long.';
    const id = await begin(maple, 'observance', day('Wire Day', { aim }));
    await publishBy(maple, willow, id);
    const own = (await reader.get(`/en/campaigns/observance/${id}-wire-day`)).text;
    expect(own).toContain(`Why it matters What it is meant to show ${aim}`);
  });

  it('holds a theme with who adopted it, through its year and beyond [ZH-04]', async () => {
    const { maple, juniper, reader } = fair;
    const theme = { about: 'One year of asking before sharing.', adoptedBy: 'The Example Council' };
    const runs = { from: '2027-01-01', until: '2027-12-31' };
    const ends = await begin(maple, 'theme', { ...theme, ...runs, title: 'Ask first' });
    const goesOn = await begin(maple, 'theme', { ...theme, ...runs, title: 'Ask always', beyond: 'yes' });
    await publishBy(maple, juniper, ends);
    await publishBy(maple, juniper, goesOn);
    const in2027 = (await reader.get('/en/campaigns?year=2027')).text;
    expect(in2027).toContain('Ask first');
    const in2028 = (await reader.get('/en/campaigns?year=2028')).text;
    expect(in2028).not.toContain('Ask first');
    expect(in2028).toContain('Ask always');
    const own = (await reader.get(`/en/campaigns/theme/${goesOn}-ask-always`)).text;
    expect(own).toContain('Adopted by The Example Council');
    expect(own).toContain('Goes on after that');
  });

  it("marks a strategy's anniversary with what was released for it [LV-60]", async () => {
    const { juniper, maple, willow, reader } = fair;
    const press = await begin(juniper, 'news', {
      title: 'A new report on the strategy',
      lede: 'It says what was done in five years.',
      body: 'Much was done.',
      dated: '2027-03-01',
    });
    await publishBy(juniper, willow, press);
    const id = await begin(maple, 'observance', {
      ...day('Birthday of the strategy', { what: 'anniversary', first: '2022', month: '3', monthDay: '1' }),
      'releases[]': String(press),
    });
    await publishBy(maple, juniper, id);
    expect((await reader.get('/en/campaigns?year=2027')).text).toContain(
      'Birthday of the strategy · 5 years',
    );
    const own = (await reader.get(`/en/campaigns/observance/${id}-birthday-of-the-strategy`)).text;
    expect(own).toContain('Published for it A new report on the strategy');
  });

  it('shows a campaign to those it speaks to, so that each finds their own part [VI-45]', async () => {
    const { maple, juniper, reader } = fair;
    const id = await begin(maple, 'campaign', {
      ...{ name: 'Ten minutes in class', about: 'A short talk in every school.', look: 'lake' },
      ...{ 'audiences[]': 'teacher', way: 'once', from: '2026-11-01', until: '2026-12-01' },
    });
    await publishBy(maple, juniper, id);
    const home = await reader.get('/en/campaigns/your-part');
    expect(home.text).toContain('A parent or carer');
    const teacher = await reader.get('/en/campaigns/your-part/teacher');
    expect(teacher.text).toContain('Ten minutes in class');
    expect(teacher.body).toContain('href="/en/library/practice"');
    const company = await reader.get('/en/campaigns/your-part/company');
    expect(company.text).not.toContain('Ten minutes in class');
    expect(company.body).toContain('href="/en/check"');
    expect((await reader.get('/en/campaigns/your-part/nobody')).status).toBe(404);
  });

  it('keeps a day back that the calendar could not find', async () => {
    const { maple } = fair;
    const { month: _, ...unfinished } = day('Lost Day');
    const id = await begin(maple, 'observance', unfinished);
    expect((await maple.get(`/en/desk/record/${id}`)).text).toContain(
      'The calendar cannot find this day yet.',
    );
  });
});
