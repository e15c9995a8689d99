// SPDX-License-Identifier: EUPL-1.2
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, type Fair, publishBy, startFair } from './world.ts';

let fair: Fair;
/** The address of a kit that Maple fills in, without its step. */
let kit: string;
beforeAll(async () => {
  fair = await startFair();
  const { maple, juniper, campaign, kitText } = fair;
  await publishBy(maple, juniper, kitText);
  await maple.get('/en/desk/campaigns');
  const began = await maple.post(`/en/desk/campaigns/fill/${campaign}`, {});
  kit = began.location?.replace('/pieces', '') ?? '';
});
afterAll(() => fair?.app.stop());

const logo = (width: number) =>
  sharp({ create: { width, height: 200, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
const facts = { phone: 'none', address: 'rowan.example', ministry: 'Ministry of Examples', qr: 'yes' };

describe('a kit that a country fills in', () => {
  it('asks for pieces and languages, and says beside the field what is missing', async () => {
    const { maple } = fair;
    await maple.get(`${kit}/pieces`);
    const none = await maple.post(`${kit}/pieces`, {});
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose at least one.');
    const pieces = await maple.post(`${kit}/pieces`, { 'pieces[]': ['poster-a4', 'leaflet', 'radio'] });
    expect(pieces.location).toContain('/languages');
    const languages = await maple.post(`${kit}/languages`, { 'editions[]': ['ru', 'ar', 'blank-rtl'] });
    expect(languages.location).toContain('/facts');
  });

  it('offers only numbers that somebody called, and takes no typed one (H11)', async () => {
    const { maple } = fair;
    expect((await maple.get(`${kit}/facts`)).text).toContain('Example child line');
    const typed = await maple.upload(`${kit}/facts`, { ...facts, phone: '116111' }, []);
    expect(typed.status).toBe(422);
    expect(typed.text).toContain('Choose a phone number, or choose “No phone number”.');
  });

  it('refuses a logo that would be a blur, and a code that leads nowhere', async () => {
    const { maple } = fair;
    await maple.get(`${kit}/facts`);
    const small = { field: 'logos', name: 'small.png', bytes: await logo(599) };
    expect((await maple.upload(`${kit}/facts`, facts, [small])).text).toContain('at least 600 dots wide');
    const drawn = { field: 'logos', name: 'x.svg', bytes: Buffer.from('<svg onload="alert(1)"/>') };
    expect((await maple.upload(`${kit}/facts`, facts, [drawn])).text).toContain('Use a PNG or JPEG picture.');
    const nowhere = await maple.upload(`${kit}/facts`, { ...facts, address: '' }, []);
    expect(nowhere.text).toContain('A QR code needs an address.');
  });

  it('shows each language with its fit and what a printer would say', async () => {
    const { maple } = fair;
    await maple.get(`${kit}/facts`);
    const good = { field: 'logos', name: 'oak.png', bytes: await logo(900) };
    const saved = await maple.upload(`${kit}/facts`, facts, [good]);
    expect(saved.location, saved.text).toContain('/preview');
    const russian = (await maple.get(`${kit}/preview?edition=ru`)).text;
    expect(russian).toContain('Русский, Headline: 2 lines; the design allows 2.');
    expect(russian).toContain('Sharp at every size: drawn as lines.');
    expect(russian).toContain('Colour reaches 3 mm beyond the cut.');
    expect(russian).toMatch(/Every font is inside the file: \d/);
    expect(russian).toContain('The QR code is 24 mm wide.');
    expect(russian).toMatch(/Words stand out well: contrast [\d.]+ to 1/);
    const arabic = await maple.get(`${kit}/preview?edition=ar`);
    expect(arabic.text).toContain('العربية, Headline: 1 line; the design allows 2.');
    const look = /src="([^"]*poster-a4-ar\.webp)"/.exec(arabic.body)?.[1] ?? '';
    expect((await maple.get(look)).headers.get('content-type')).toBe('image/webp');
  });

  it('gives everything in one file, to whoever filled it in and to nobody else', async () => {
    const { app, maple, willow, reader } = fair;
    const zip = unzipSync(await bytesOf(app, maple, `${kit}/files/kit.zip`));
    const names = Object.keys(zip);
    for (const name of ['ru/poster-a4-ru.pdf', 'ar/leaflet-ar-2.svg', 'ar/radio-ar.pdf', 'texts.txt'])
      expect(names).toContain(name);
    expect(names).toContain('blank-rtl/poster-a4-blank-rtl.svg');
    expect(names).not.toContain('blank-rtl/radio-blank-rtl.pdf');
    expect((await willow.get(`${kit}/files`)).status).toBe(404);
    expect((await willow.get(`${kit}/files/poster-a4-ru.pdf`)).status).toBe(404);
    expect((await reader.get(`${kit}/files`)).status).not.toBe(200);
  });

  it('no longer offers a number that nobody called for 90 days (H11)', async () => {
    const { app } = fair;
    app.clock.move(91 * 24 * 60);
    const late = await app.signIn('Maple');
    const begun = await late.get(`${kit}/facts`);
    expect(begun.text).toContain('No phone number');
    expect(begun.body.match(/type="radio"[^>]*name="phone"/g)).toHaveLength(1);
  });

  it('is closed to those whose work it is not', async () => {
    const alder = await fair.app.signIn('Alder');
    expect((await alder.get('/en/desk/campaigns')).status).toBe(404);
  });
});
