// SPDX-License-Identifier: EUPL-1.2
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../tests/harness/client.ts';
import { begin, bytesOf, type Fair, publishBy, startFair } from './world.ts';

let fair: Fair;
beforeAll(async () => {
  fair = await startFair();
});
afterAll(() => fair?.app.stop());

const kit = (rest = '') => `/en/campaigns/kit/${fair.campaign}${rest}`;

const take = (client: Client, path: string) => bytesOf(fair.app, client, path);

async function wordsOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('a kit', () => {
  it('is blank while nobody has checked its words (H10)', async () => {
    const { reader } = fair;
    const page = await reader.get(kit());
    expect(page.text).toContain('The words of this kit are still being checked.');
    expect(page.body).not.toContain('edition=fr');
    expect((await reader.get(kit('/poster-a4-en.pdf'))).status).toBe(404);
    expect((await reader.get(kit('/poster-a4-blank-rtl.pdf'))).status).toBe(200);
  });

  it('goes to everybody in six languages and two, ready to print, once an editor publishes it [ZH-62] [ZH-64]', async () => {
    const { maple, juniper, reader, kitText } = fair;
    await publishBy(maple, juniper, kitText);
    const page = await reader.get(kit());
    expect(page.text).toContain('Poster A3');
    for (const lang of ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'vi', 'lv']) {
      const pdf = await take(reader, kit(`/poster-a3-${lang}.pdf`));
      const raw = pdf.toString('latin1');
      expect(raw.match(/\/FontFile/g)?.length, lang).toBeGreaterThan(0);
      expect(raw, 'lines, not dots').not.toContain('/Subtype /Image');
      expect(raw).toContain('/TrimBox [31.1811');
      // A3 with 3 mm of bleed and 8 mm for crop marks on each side.
      expect(raw).toMatch(/\/MediaBox \[0 0 904\.2\d* 1252\.9\d*\]/);
    }
    expect(await wordsOf(await take(reader, kit('/poster-a4-vi.pdf')))).toContain(
      'Cùng nhau an toàn trên mạng',
    );
    expect(await wordsOf(await take(reader, kit('/poster-a4-zh.pdf')))).toContain('一起安全上网');
    expect((await take(reader, kit('/square-ru.png'))).subarray(1, 4).toString()).toBe('PNG');
    const zip = unzipSync(await take(reader, kit('/kit-fr.zip')));
    expect(Object.keys(zip)).toContain('fr/radio-fr.pdf');
    expect(Object.keys(zip)).toContain('fr/leaflet-fr-2.svg');
    expect(Object.keys(zip)).not.toContain('not-fitting.txt');
  });

  it('brings what a leader said, with the place where it was said [ZH-63]', async () => {
    const { maple, willow, reader } = fair;
    const id = await begin(maple, 'kit-text', {
      ...{ name: 'Messages of the year', headline: 'Listen', line: 'Listen to a child.', call: 'Ask today.' },
      'messages[]': 'row1',
      'messages/row1/who': 'Oak Example',
      'messages/row1/office': 'Head of the Example Office',
      'messages/row1/said': 'Every child has a right to be heard.',
      'messages/row1/source': 'https://example.org/speech',
    });
    await publishBy(maple, willow, id);
    const page = (await reader.get(`/en/campaigns/kit-text/${id}-messages-of-the-year`)).text;
    expect(page).toContain('Every child has a right to be heard.');
    expect(page).toContain('Head of the Example Office');
  });

  it('is taken blank by a country that writes another language, and filled by it [ZH-65]', async () => {
    const { maple, juniper, reader } = fair;
    const id = await begin(maple, 'campaign', {
      ...{ name: 'For every language', about: 'A kit without words.', look: 'plum', way: 'standing' },
      ...{ 'audiences[]': 'everyone', from: '2026-11-01' },
    });
    await publishBy(maple, juniper, id);
    const page = await reader.get(`/en/campaigns/kit/${id}`);
    expect(page.text).toContain('Blank, reads from right to left');
    for (const way of ['ltr', 'rtl']) {
      const blank = await take(reader, `/en/campaigns/kit/${id}/poster-a4-blank-${way}.svg`);
      expect(blank.toString()).toContain('<svg');
      const sheet = await wordsOf(await take(reader, `/en/campaigns/kit/${id}/sheet-poster-a4-${way}.pdf`));
      expect(sheet).toContain('Letters at most');
      expect(sheet).toContain(way === 'rtl' ? 'right to left' : 'left to right');
    }
    await maple.get('/en/desk/campaigns');
    const began = await maple.post(`/en/desk/campaigns/fill/${id}`, {});
    const steps = began.location?.replace('/pieces', '') ?? '';
    await maple.submit(`${steps}/pieces`, { 'pieces[]': ['poster-a4'] });
    await maple.submit(`${steps}/languages`, { 'editions[]': ['own'] });
    const own = {
      lang: 'sw',
      dir: 'ltr',
      headline: 'Salama mtandaoni',
      line: 'Uliza kabla.',
      call: '',
      body: '',
    };
    const amharic = await maple.post(`${steps}/own`, { ...own, headline: 'አብረን' });
    expect(amharic.text).toContain('Our fonts cannot write these letters: አ');
    await maple.submit(`${steps}/own`, own);
    await maple.upload(`${steps}/facts`, { phone: 'none', address: '', ministry: '', qr: 'no' }, []);
    expect(await wordsOf(await take(maple, `${steps}/files/poster-a4-own.pdf`))).toContain(
      'Salama mtandaoni',
    );
  });
});
