// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, press } from '../../../platform/records/tests/staff.ts';
import { type Library, startLibrary } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.stop());

const act = (over = {}) => ({
  title: 'Example Act on children online',
  summary: 'What services owe to children.',
  instrument: 'law',
  number: 'EX 12',
  adopted: '2024-05-02',
  ...over,
});

const article = (law: string, over = {}) => ({
  heading: 'Services answer reports',
  law,
  place: '7',
  order: '7',
  text: 'A service answers a report within a day.',
  sanction: 'A fine of up to 100 units.',
  ...over,
});

describe('the law', () => {
  it('is held with its provisions and with the texts that guide its use [VI-37] [VI-38] [VI-39]', async () => {
    const { maple, reader, given, published, read } = library;
    for (const [alias, heading] of [
      ['VI-37', 'Children are heard'],
      ['VI-38', 'Personal data are kept safe'],
      ['VI-39', 'Harmful posts are taken down'],
    ] as const) {
      const law = await given(alias);
      await published(maple, 'provision', article(law, { heading }));
      const decree = act({ title: `Decree on “${heading}”`, instrument: 'decree', number: `EX ${alias}` });
      await published(maple, 'law', { ...decree, 'follows[]': [law] });
      const page = await read(reader, `/en/library/law/${law}`);
      expect(page.text).toContain(heading);
      expect(page.text).toContain(`Decree on “${heading}”`);
      expect(page.text).toContain('5 March 2020');
      expect(page.body).toContain('lang="vi"');
    }
  });

  it('gives a task to one body by a day, which is followed to its end [VI-40]', async () => {
    const { maple, reader, published, read } = library;
    const directive = await published(
      maple,
      'law',
      act({ title: 'Directive 7', instrument: 'directive', number: 'EX 7/2026', adopted: '2026-03-01' }),
    );
    const task = {
      name: 'Write a plan for schools',
      law: directive,
      order: '1',
      bearer: 'Example Ministry of Schools',
      text: 'Lead the writing of a plan for schools and submit it for approval.',
      due: '2026-12-31',
      quote: 'submits the plan by the end of the year',
      quoteTongue: 'en',
    };
    const id = await published(maple, 'duty', task);
    const open = await read(reader, `/en/library/duty/${id}`);
    for (const words of ['Directive 7', 'Example Ministry of Schools', '31 December 2026', task.quote])
      expect(open.text).toContain(words);
    expect((await read(reader, `/en/library/law/${directive}`)).text).toMatch(/EX 7\/2026.*1 March 2026/s);
    const work = `/en/desk/record/${id}`;
    await change(maple, `${work}/facts`, { done: '2026-11-20' });
    await change(maple, `${work}/words/en`, { result: 'The plan was approved.' });
    await press(maple, `${id}/submit`);
    await press(library.willow, `${id}/publish`);
    const done = await read(reader, `/en/library/duty/${id}`);
    expect(done.text).toContain('20 November 2026');
    expect(done.text).toContain('The plan was approved.');
  });

  it('is reviewed for gaps, and a change is drafted with old and new text side by side [VI-07] [VI-08]', async () => {
    const { maple, reader, published, read } = library;
    const law = await published(maple, 'law', act({ number: 'EX 13' }));
    const gap = await published(maple, 'gap', {
      title: 'Nobody has to answer a child',
      what: 'The law names no day by which a service answers.',
      gapType: 'silent',
      gapState: 'open',
      found: '2026-11-01',
      'laws[]': [law],
    });
    const amendment = await published(maple, 'amendment', {
      title: 'Answer within a day',
      why: 'Children wait too long.',
      law,
      oldText: 'A service answers.',
      newText: 'A service answers within a day.',
      'gaps[]': [gap],
      proposal: 'drafted',
    });
    expect((await read(reader, `/en/library/law/${law}`)).text).toMatch(
      /Nobody has to answer.*Answer within/s,
    );
    const shown = await read(reader, `/en/library/gap/${gap}`);
    expect(shown.text).toContain('The law names no day');
    expect(shown.text).toContain('Answer within a day');
    const beside = await read(reader, `/en/library/amendment/${amendment}`);
    expect(beside.text).toMatch(/Text today.*A service answers\..*Proposed text.*within a day/s);
  });

  it('is proposed to the body that can pass it, with stricter sanctions than today [VI-09] [VI-10]', async () => {
    const { maple, reader, published, read } = library;
    const law = await published(maple, 'law', act({ number: 'EX 14' }));
    const provision = await published(maple, 'provision', article(law));
    const id = await published(maple, 'amendment', {
      title: 'Stricter sanctions',
      why: 'The fine stops nobody.',
      law,
      provision,
      newText: 'Whoever abuses a child online is punished.',
      oldSanction: 'A fine of up to 100 units.',
      newSanction: 'Prison of up to ten years.',
      proposal: 'sent',
      proposedTo: 'Example Parliament',
      sent: '2026-11-02',
    });
    const page = await read(reader, `/en/library/amendment/${id}`);
    expect(page.text).toMatch(/Sanction today.*100 units.*Proposed sanction.*ten years/s);
    expect(page.text).toMatch(/Example Parliament.*2 November 2026/s);
    expect((await read(reader, `/en/library/provision/${provision}`)).text).toContain('Stricter sanctions');
  });

  it('that others made is found by the kind of text and by country [VI-44]', async () => {
    const { juniper, reader, published } = library;
    const rec = {
      instrument: 'recommendation',
      number: 'EX 15',
      title: 'Example recommendation of a region',
    };
    await published(juniper, 'law', act(rec));
    await published(juniper, 'law', act({ number: 'EX 16', title: 'Act of another country', country: 'AQ' }));
    const texts = await reader.get('/en/library/law?instrument=recommendation');
    expect(texts.text).toContain('Example recommendation of a region');
    expect(texts.text).not.toContain('Act of another country');
    expect((await reader.get('/en/library/law?country=AQ')).text).toContain('Act of another country');
  });

  it('in the making is followed stage by stage [LV-56]', async () => {
    const { maple, reader, published, read } = library;
    const id = await published(maple, 'draft-law', {
      title: 'Example proposal on digital identity',
      summary: 'A wallet that proves an age and nothing else.',
      dated: '2026-06-29',
      stage: 'proposed',
      'course[]': ['aaaa'],
      'course/aaaa/on': '2026-06-29',
      'course/aaaa/what': 'Presented to members.',
    });
    const page = await read(reader, `/en/library/draft-law/${id}`);
    expect(page.text).toMatch(/29 June 2026.*Presented to members\./s);
    expect((await reader.get('/en/library/draft-law')).text).toContain(
      'Example proposal on digital identity',
    );
  });
});

describe('the Convention on the Rights of the Child', () => {
  it('is a treaty with its resolution, its days and the duties of States [ZH-29]', async () => {
    const { maple, reader, given, published, read } = library;
    const law = await given('ZH-29');
    await published(maple, 'gap', {
      title: 'No law on play online',
      what: 'Nothing says that games are made for children.',
      gapType: 'silent',
      gapState: 'open',
      found: '2026-11-01',
      'laws[]': [law],
      'duties[]': [await given('ZH-32')],
    });
    const page = await read(reader, `/en/library/law/${law}`);
    for (const words of [
      '44/25',
      '20 November 1989',
      '2 September 1990',
      'Treaty',
      'Education',
      'Protection from drugs',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain('No law on play online');
  });

  it.each([
    ['says which provision here answers duties 1 to 3 [ZH-30] [ZH-31] [ZH-32]', ['ZH-30', 'ZH-31', 'ZH-32']],
    ['says which provision here answers duties 4 to 6 [ZH-33] [ZH-34] [ZH-38]', ['ZH-33', 'ZH-34', 'ZH-38']],
    ['says which provision here answers duty 5 a to c [ZH-35] [ZH-36] [ZH-37]', ['ZH-35', 'ZH-36', 'ZH-37']],
  ])('%s', async (_title, duties) => {
    const { maple, reader, given, published, read } = library;
    const law = await published(maple, 'law', act({ number: `EX ${duties[0]}` }));
    const numbers = await Promise.all(duties.map(given));
    const heading = `Answers ${duties.join(', ')}`;
    const provision = await published(maple, 'provision', {
      ...article(law, { heading }),
      'answers[]': numbers,
    });
    for (const [at, number] of numbers.entries()) {
      const page = await read(reader, `/en/library/duty/${number}`);
      expect(page.text).toContain(heading);
      expect(page.text).toContain('as the letter says');
      expect(page.body, duties[at]).toMatch(/lang="zh"/);
    }
    expect((await read(reader, `/en/library/provision/${provision}`)).text).toContain('Example Act');
  });

  it('shows the word that we prefer beside the treaty’s own', async () => {
    const { reader, given, read } = library;
    const page = await read(reader, `/en/library/duty/${await given('ZH-37')}`);
    expect(page.text).toMatch(/Treaty wording.*pornographic.*We say: child sexual abuse material/s);
    expect(page.body).toContain(`/en/library/word/${await given('TE-01')}-`);
  });
});
