// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, press } from '../../../platform/records/tests/staff.ts';
import { type Library, startLibrary } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.stop());

const programme = (over = {}) => ({
  title: 'Safe schools online',
  summary: 'Schools learn from each other.',
  runBy: 'Example Ministry',
  began: '2026-09-01',
  ...over,
});

describe('what work rests on', () => {
  it('is a mandate and a political declaration, named on both pages [RU-07] [RU-10]', async () => {
    const { juniper, reader, given, published, read } = library;
    const mandates = [await given('RU-07'), await given('RU-10')];
    const id = await published(juniper, 'programme', programme({ 'restsOn[]': mandates }));
    const page = await read(reader, `/en/library/programme/${id}`);
    expect(page.text).toMatch(/Resolution 179 \(Rev\. Dubai, 2018\).*G20 Rome Leaders’ Declaration/s);
    const resolution = await read(reader, `/en/library/law/${mandates[0]}`);
    expect(resolution.text).toMatch(/Programmes that rest on it.*Safe schools online/s);
    expect(resolution.text).toContain('Резолюции 179 (Пересм. Дубай, 2018 г.)');
    const declaration = await read(reader, `/en/library/declaration/${mandates[1]}`);
    expect(declaration.text).toContain('Safe schools online');
  });

  it('is what the world summit agreed on children and on security [ZH-07] [ZH-08] [ZH-72]', async () => {
    const { juniper, reader, given, published, read } = library;
    const summit = await Promise.all(['ZH-07', 'ZH-08', 'ZH-72'].map(given));
    await published(juniper, 'programme', programme({ title: 'Trust in the net', 'restsOn[]': summit }));
    for (const number of summit) {
      const page = await read(reader, `/en/library/declaration/${number}`);
      expect(page.text).toMatch(/Programmes that rest on it.*Trust in the net/s);
      expect(page.text).toContain('as the letter says');
    }
    const tunis = await read(reader, `/en/library/declaration/${summit[1]}`);
    expect(tunis.text).toContain('采取更有力的行动');
    expect(tunis.text).toContain('WSIS outcomes: the needs of children and young people');
  });
});

describe('publications', () => {
  it('carry all who brought them out, and which edition they are [RU-49]', async () => {
    const { juniper, reader, published, read } = library;
    const id = await published(juniper, 'guideline', {
      title: 'Example guidance for libraries',
      summary: 'How a public library helps.',
      publisher: 'Example Union',
      copublishers: 'Union and partners',
      edition: 'Second edition',
      dated: '2026',
    });
    const page = await read(reader, `/en/library/guideline/${id}`);
    expect(page.text).toMatch(/Example Union.*Together with.*Union and partners.*Edition.*Second edition/s);
  });

  it('of others are reached by links that staff keep right [RU-43]', async () => {
    const { juniper, willow, reader, given, read } = library;
    const toolkit = await given('RU-43-toolkit');
    const address = 'https://toolkit.example/new-place';
    await change(juniper, `/en/desk/record/${toolkit}/facts`, { address });
    await press(juniper, `${toolkit}/submit`);
    await press(willow, `${toolkit}/publish`);
    expect((await read(reader, `/en/library/resource/${toolkit}`)).body).toContain(`href="${address}"`);
    for (const [alias, href] of [
      ['RU-43-site', 'https://www.itu.int/cop'],
      ['RU-43-microsite', 'https://www.itu-cop-guidelines.com/'],
    ] as const)
      expect((await read(reader, `/en/library/resource/${await given(alias)}`)).body).toContain(
        `href="${href}"`,
      );
  });
});

describe('whom things are for', () => {
  const practice = (over = {}) => ({
    title: 'Sign language films on privacy',
    what: 'Films that explain settings.',
    organisation: 'Brook School',
    practiceType: 'training',
    licence: 'cc-by',
    ...over,
  });

  it('can be the most vulnerable groups, and readers find it by them [ZH-06]', async () => {
    const { juniper, reader, published } = library;
    await published(juniper, 'practice', practice({ 'vulnerable[]': ['disability'] }));
    await published(juniper, 'practice', practice({ title: 'A quiz for all' }));
    const found = await reader.get('/en/library/practice?vulnerable=disability');
    expect(found.text).toContain('Sign language films on privacy');
    expect(found.text).not.toContain('A quiz for all');
  });

  it('are children and young people apart, each with content of their own [RU-12]', async () => {
    const { juniper, reader, published } = library;
    const resource = { what: 'Made with them.', resourceType: 'video', licence: 'cc-by' };
    await published(juniper, 'resource', {
      ...resource,
      title: 'The fox and the phone',
      'audiences[]': ['child'],
    });
    await published(juniper, 'resource', {
      ...resource,
      title: 'Your face, your rules',
      'audiences[]': ['young-person'],
    });
    const children = await reader.get('/en/library/resource?audience=child');
    expect(children.text).toContain('The fox and the phone');
    expect(children.text).not.toContain('Your face, your rules');
    expect((await reader.get('/en/library/resource?audience=young-person')).text).toContain(
      'Your face, your rules',
    );
  });

  it('can be families that look for tools and for parental controls [VI-12] [LV-24]', async () => {
    const { juniper, reader, published, read } = library;
    const id = await published(juniper, 'tool', {
      title: 'Evening pause',
      what: 'Switches the tablet off at night.',
      'toolTypes[]': ['parental-control', 'time'],
      privacy: 'It tells nobody anything.',
      useIt: 'Set an hour and agree on it together.',
      free: 'yes',
      'audiences[]': ['parent'],
    });
    expect((await reader.get('/en/library/tool?tool-type=parental-control')).text).toContain('Evening pause');
    const page = await read(reader, `/en/library/tool/${id}`);
    expect(page.text).toMatch(/What it tells to whom.*It tells nobody anything/s);
    expect(page.text).toContain('agree on it together');
  });

  it('can be those who make law, or who tell users about data [ZH-43] [LV-17]', async () => {
    const { juniper, reader, published } = library;
    const law = {
      title: 'How we put cybersecurity first',
      practiceType: 'law',
      'topics[]': ['cybersecurity'],
    };
    const notice = {
      title: 'A notice in six lines',
      practiceType: 'privacy-notice',
      'topics[]': ['data-privacy'],
    };
    await published(juniper, 'practice', practice(law));
    await published(juniper, 'practice', practice(notice));
    const laws = await reader.get('/en/library/practice?practice-type=law&topic=cybersecurity');
    expect(laws.text).toContain('How we put cybersecurity first');
    expect(laws.text).not.toContain('A notice in six lines');
    const notices = await reader.get('/en/library/practice?practice-type=privacy-notice');
    expect(notices.text).toContain('A notice in six lines');
    expect(notices.text).not.toContain('How we put cybersecurity first');
  });

  it('read on the site what others did, after their report was received [ZH-58]', async () => {
    const { maple, reader, published, read } = library;
    const id = await published(maple, 'event-report', {
      title: 'A quiz on the square',
      summary: 'Families answered ten questions.',
      organisation: 'Brook School',
      dated: '2026-05-17',
      received: '2026-06-02',
      reached: '230',
      contact: 'The school office',
    });
    const page = await read(reader, `/en/library/event-report/${id}`);
    expect(page.text).toMatch(/Brook School.*17 May 2026.*2 June 2026.*230/s);
    expect(page.text).not.toContain('The school office');
  });
});
