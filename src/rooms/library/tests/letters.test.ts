// SPDX-License-Identifier: EUPL-1.2
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields, Reply } from '../../../../tests/harness/client.ts';
import { begin, formIn, press } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
let maple: Client;
let willow: Client;
let juniper: Client;

beforeAll(async () => {
  app = await startTestApp();
  maple = await app.signIn('Maple');
  willow = await app.signIn('Willow');
  juniper = await app.signIn('Juniper');
});
afterAll(() => app.stop());

const fonts = ['noto-sans', 'noto-sans-sc'].map(
  (name) => `node_modules/@expo-google-fonts/${name}/400Regular`,
);
const pdfOf = (pages: readonly string[]) =>
  NodeCompiler.create({ fontArgs: [{ fontPaths: fonts }] }).pdf({
    mainFileContent: `#set text(font: ("Noto Sans", "Noto Sans SC"))\n${pages.join('\n#pagebreak()\n')}`,
  });
const paper = (lines: readonly string[]) =>
  lines.map((line) => line.replaceAll(/([@#*_$<>])/g, '\\$1')).join('\n\n');

/** Drops a letter; answers the page on which it is set right. */
async function drop(client: Client, lang: string, file: { name: string; bytes: Buffer }): Promise<Reply> {
  await client.get(`/${lang}/desk/library/letters/new`);
  return client.upload(`/${lang}/desk/library/letters/new`, {}, [{ field: 'file', ...file }]);
}

const save = (lang: string, page: Reply, fields: Fields) =>
  maple.submit(`/${lang}/desk/library/letters`, {
    ...formIn(page.body, `/${lang}/desk/library/letters`),
    ...fields,
    go: 'save',
  });

const RUSSIAN = paper([
  'Бюро развития (BDX)',
  'Осн.: Циркуляр BDX/DNS/DGS/112',
  'Город, 3 декабря 2021 года',
  'Предмет: Новое по инициативе защиты детей',
  'Просим поделиться примерами, направив их по адресу post@bureau.example.',
  '(подпись)',
  'Анна Примерова',
  'Директор',
]);

describe('registering a letter by dropping its file', () => {
  it('reads a circular in Russian and makes tasks of what it asks [RU-01] [RU-46]', async () => {
    const page = await drop(maple, 'ru', { name: 'circular.pdf', bytes: pdfOf([RUSSIAN]) });
    expect(page.status).toBe(200);
    const form = formIn(page.body, '/ru/desk/library/letters');
    expect(form).toMatchObject({
      subject: ['Новое по инициативе защиты детей'],
      reference: ['Циркуляр BDX/DNS/DGS/112'],
      dated: ['2021-12-03'],
      place: ['Город'],
      tongue: ['ru'],
      signatory: ['Анна Примерова'],
      office: ['Директор'],
      replyTo: ['post@bureau.example'],
    });
    expect(page.text).toContain('Это предложения по тексту рядом.');
    const more = await maple.post('/ru/desk/library/letters', { ...form, go: 'add:asks' });
    const row = /name="asks\[\]" value="([a-z0-9]+)"/.exec(more.body)?.[1] ?? '';
    const kept = await save('ru', more, {
      issuer: 'Бюро примера',
      [`asks/${row}/what`]: 'Прислать хорошие примеры',
      [`asks/${row}/due`]: '2026-11-01',
      'stakeholders[]': ['government', 'research'],
    });
    expect(kept.text).toContain('Прислать хорошие примеры');
    const list = await willow.get('/ru/desk/library/tasks');
    expect(list.text).toContain('Новое по инициативе защиты детей');
    expect(list.text).toContain('Просрочена');
    const record = /\/ru\/desk\/library\/tasks\/of\/(\d+)/.exec(list.body)?.[1];
    const read = await willow.get(`/ru/desk/record/${record}/read`);
    for (const said of ['Циркуляр BDX/DNS/DGS/112', 'Анна Примерова', 'Директор', 'Бюро примера'])
      expect(read.text).toContain(said);
    expect((await app.visitor().get(`/ru/library/letter/${record}`)).status).toBe(404);
  });

  it('reads a fax of three pages in Chinese [ZH-01] [ZH-69]', async () => {
    const first = paper([
      '日期: 17.02.2009 时间: 页数 1/3 文号: Circular Letter/EX/129',
      '致: 成员国 传真:',
      '联系人: A. Example 回函请寄: 电子邮件: press@bureau.example',
      '事由: 2009 年保护儿童日',
      '尊敬的先生/女士:',
    ]);
    const last = paper(['顺致敬意', '(signed)', '秘书长', '安例']);
    const page = await drop(maple, 'zh', {
      name: 'fax.pdf',
      bytes: pdfOf([first, '保障儿童网上安全', last]),
    });
    const form = formIn(page.body, '/zh/desk/library/letters');
    expect(form).toMatchObject({
      reference: ['Circular Letter/EX/129'],
      dated: ['2009-02-17'],
      pages: ['3'],
      tongue: ['zh'],
      contact: ['A. Example'],
      replyTo: ['press@bureau.example'],
      signatory: ['安例'],
      office: ['秘书长'],
    });
    await save('zh', page, {
      issuer: '示例总秘书处',
      'addressees[]': 'rw01',
      'addressees/rw01/who': '成员国',
    });
    const found = await willow.get('/zh/desk/records/letter?q=保护儿童');
    const record = /\/zh\/desk\/record\/(\d+)/.exec(found.body)?.[1];
    const read = await willow.get(`/zh/desk/record/${record}/read`);
    for (const said of ['Circular Letter/EX/129', '安例', '秘书长', 'A. Example', '成员国'])
      expect(read.text).toContain(said);
  });

  it('reads a news item in Vietnamese and a page in Latvian', async () => {
    const news = paper([
      'Kế hoạch phối hợp bảo vệ trẻ em trên mạng',
      'Chiều ngày 5/3/2020, tại Hà Nội, hai cục đã ký kế hoạch.',
    ]);
    const page = await drop(maple, 'vi', { name: 'tin.pdf', bytes: pdfOf([news]) });
    expect(formIn(page.body, '/vi/desk/library/letters')).toMatchObject({
      subject: ['Kế hoạch phối hợp bảo vệ trẻ em trên mạng'],
      dated: ['2020-03-05'],
      tongue: ['vi'],
    });
    const kept = await save('vi', page, { issuer: 'Cục ví dụ', reference: 'TIN 1' });
    const source = /href="(\/vi\/desk\/record\/\d+)"/.exec(kept.body)?.[1];
    expect((await willow.get(`${source}/read`)).text).toContain('Kế hoạch phối hợp');
    expect((await willow.get('/vi/desk/records/letter?q=TIN')).status).toBe(200);

    const latvian = 'Alianse labākai aizsardzībai tiešsaistē\n\nPublicēts 2022. gada 8. februārī\n';
    const text = await drop(maple, 'lv', { name: 'lapa.txt', bytes: Buffer.from(latvian) });
    expect(formIn(text.body, '/lv/desk/library/letters')).toMatchObject({
      subject: ['Alianse labākai aizsardzībai tiešsaistē'],
      dated: ['2022-02-08'],
      tongue: ['lv'],
    });
  });

  it('takes a scan without words and pasted words, and refuses what is neither', async () => {
    const scan = await sharp({ create: { width: 60, height: 80, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const page = await drop(maple, 'en', { name: 'scan.png', bytes: scan });
    expect(page.text).toContain('No words were found in the file');
    expect(formIn(page.body, '/en/desk/library/letters')).toMatchObject({ pages: ['1'] });
    const pasted = await maple.upload(
      '/en/desk/library/letters/new',
      { words: 'Subject: A day for children' },
      [],
    );
    expect(formIn(pasted.body, '/en/desk/library/letters').subject).toEqual(['A day for children']);
    const zip = Buffer.from('504b0304140000000800', 'hex');
    expect((await drop(maple, 'en', { name: 'letter.docx', bytes: zip })).status).toBe(422);
    expect((await maple.upload('/en/desk/library/letters/new', {}, [])).status).toBe(422);
    const { status } = await juniper.get('/en/desk/library/letters/new');
    expect(status).toBe(404);
  });
});

describe('what a letter asks of us', () => {
  it('is given to somebody, done with what shows it, and answered in two languages [RU-36]', async () => {
    const practice = await begin(juniper, 'practice', {
      ...{
        title: 'A club for careful players',
        what: 'Children look after each other.',
        organisation: 'Brook club',
      },
      ...{ practiceType: 'lesson', licence: 'cc-by' },
    });
    await press(juniper, `${practice}/submit`);
    await press(willow, `${practice}/publish`);
    const page = await drop(maple, 'ru', { name: 'circular.pdf', bytes: pdfOf([RUSSIAN]) });
    const kept = await save('ru', page, { issuer: 'Бюро примера', reference: 'BDX/2' });
    const record = /\/ru\/desk\/record\/(\d+)"/.exec(kept.body)?.[1] ?? '';
    const path = `/en/desk/library/tasks/of/${record}`;
    const wrong = await maple.post(path, { what: 'Send good practices', due: '2026-13-40' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Send good practices');
    const open = await maple.get(path);
    const willowId = /<option value="([0-9a-f-]{36})"[^>]*>Willow/.exec(open.body)?.[1] ?? '';
    await maple.submit(path, { what: 'Send good practices', owner: willowId, due: '2027-01-31' });

    const mine = await willow.get('/en/desk/library/tasks?mine=yes');
    const task = /\/en\/desk\/library\/tasks\/[0-9a-f-]{36}/.exec(mine.body)?.[0] ?? '';
    await willow.get(task);
    expect((await willow.post(task, { go: 'done', evidence: '999999' })).status).toBe(422);
    await willow.submit(task, {
      go: 'done',
      result: 'One is published.',
      evidence: `/en/library/practice/${practice}`,
    });
    expect((await maple.get(path)).text).toContain('A club for careful players');

    const query = `first=ru&second=en&practice=${practice}`;
    const answer = await maple.get(`/en/desk/library/letters/${record}/answer?${query}`);
    expect(answer.text).toContain('Наш ответ на BDX/2');
    expect(answer.text).toContain('Our answer to BDX/2');
    expect(answer.text).toContain('One is published.');
    const text = await maple.get(`/en/desk/library/letters/${record}/answer?${query}&as=text`);
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(text.body).toContain(`/ru/library/practice/${practice}`);
    const ours = await maple.get(`/en/desk/records/letter/new?direction=out&answers=${record}`);
    expect(formIn(ours.body, '/en/desk/records/letter/new')['answers[]']).toEqual([record]);
    await willow.get(task);
    await willow.submit(task, { go: 'reopen' });
    expect((await maple.get(path)).text).toContain('Open');
  });
});
