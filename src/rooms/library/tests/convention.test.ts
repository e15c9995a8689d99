// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Library, startLibrary } from './library.ts';

let library: Library;
let own: string;
beforeAll(async () => {
  library = await startLibrary();
  own = await library.published(library.maple, 'law', {
    ...{ title: 'Our law on children online', summary: 'What we owe children.', instrument: 'law' },
    ...{ number: '5/2026', adopted: '2026-03-01' },
  });
});
afterAll(() => library.app.stop());

/** A lawyer writes down which article of ours answers a duty of the convention; everybody reads it in the walk. */
async function answered(alias: string, order: number): Promise<{ walk: string; duty: string }> {
  const { maple, reader, given, published, read } = library;
  const [convention, duty] = [await given('ZH-29'), await given(alias)];
  const heading = `Article ${order} of ours`;
  await published(maple, 'provision', {
    ...{ heading, law: own, place: `Art. ${order}`, order: String(order), text: 'So it is done here.' },
    'answers[]': duty,
  });
  const walk = (await reader.get(`/en/library/law/${convention}/duties`)).text;
  const page = (await read(reader, `/en/library/duty/${duty}`)).text;
  expect(page).toContain(heading);
  return { walk, duty: page };
}

describe('the convention on the rights of the child', () => {
  it('is a treaty with its resolution, its days and duties that our law answers [ZH-29] [ZH-30] [ZH-31]', async () => {
    const { reader, given, read } = library;
    const treaty = await read(reader, `/en/library/law/${await given('ZH-29')}`);
    for (const said of ['44/25', '20 November 1989', '2 September 1990', 'Treaty'])
      expect(treaty.text).toContain(said);
    await answered('ZH-30', 30);
    const { walk } = await answered('ZH-31', 31);
    expect(walk).toMatch(
      /1\. Information from many sources.*Article 30 of ours.*2\. Education.*Article 31 of ours/,
    );
  });

  it('asks for play and rest, and for protection from exploitation [ZH-32] [ZH-33] [ZH-34]', async () => {
    await answered('ZH-32', 32);
    await answered('ZH-33', 33);
    const { walk } = await answered('ZH-34', 34);
    expect(walk).toMatch(
      /3\. Rest, play and culture.*Article 32.*4\. Protection from economic.*Article 33.*5\. Protection from all.*Article 34/,
    );
  });

  it('names sexual exploitation in words that we use, beside those of the source [ZH-35] [ZH-36] [ZH-37]', async () => {
    const first = await answered('ZH-35', 35);
    const second = await answered('ZH-36', 36);
    const third = await answered('ZH-37', 37);
    expect(first.duty).toContain('引诱或强迫儿童从事任何非法性行为');
    expect(second.duty).toContain('Words that we use');
    expect(second.duty).toContain('在卖淫或其它非法性行为中剥削儿童');
    expect(third.duty).toContain('Words that we use');
    expect(third.walk).toMatch(/8\. Child sexual abuse material and performances.*Article 37/);
  });

  it('asks for protection from drugs, and shows what is missing here [ZH-38]', async () => {
    const { maple, reader, given, published } = library;
    await published(maple, 'gap', {
      ...{
        title: 'Nobody watches sellers of drugs online',
        what: 'No body has the task.',
        gapType: 'silent',
      },
      ...{ gapState: 'open', found: '2026-11-01', 'duties[]': await given('ZH-38') },
    });
    const walk = await reader.get(`/en/library/law/${await given('ZH-29')}/duties`);
    expect(walk.text).toMatch(/9\. Protection from drugs.*What is missing Nobody watches sellers/);
  });
});

describe('the laws of a country', () => {
  it('are held with the texts that guide them, and found in the compendium [VI-37] [VI-38] [VI-39]', async () => {
    const { maple, reader, given, published, read } = library;
    const laws = await Promise.all(['VI-37', 'VI-38', 'VI-39'].map(given));
    await published(maple, 'law', {
      ...{
        title: 'An invented text that guides three laws',
        summary: 'How it is done.',
        instrument: 'decree',
      },
      ...{ number: '1/EX', 'follows[]': laws },
    });
    const all = await reader.get('/en/library/compendium?country=VN');
    for (const law of laws) {
      const page = await read(reader, `/en/library/law/${law}`);
      expect(page.text).toContain('An invented text that guides three laws');
      expect(all.body).toContain(`id="text-${law}"`);
    }
  });
});
