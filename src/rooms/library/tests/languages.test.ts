// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client } from '../../../../tests/harness/client.ts';
import { translator } from '../../../platform/i18n/index.ts';
import { formIn } from '../../../platform/records/tests/staff.ts';

let app: TestApp;
let juniper: Client;
let willow: Client;

beforeAll(async () => {
  app = await startTestApp();
  juniper = await app.signIn('Juniper');
  willow = await app.signIn('Willow');
});
afterAll(() => app.stop());

interface Said {
  title: string;
  what: string;
  question: string;
  answer: string;
  /** What a reader types: another form of a word, or fewer signs. */
  search: string;
}

/** Presses a button of a record's page in this language. */
async function press(client: Client, step: string): Promise<void> {
  const page = await client.get(step.slice(0, step.lastIndexOf('/')));
  expect(page.body).toContain(`action="${step}"`);
  await client.submit(step, formIn(page.body, step));
}

/** A stranger, two librarians and a reader, all in one language: shared, asked, answered, published, found. */
async function journey(lang: 'ru' | 'zh' | 'vi', said: Said): Promise<void> {
  const t = translator(lang);
  const stranger = app.visitor('stranger');
  const share = `/${lang}/library/share/practice`;
  const form = await stranger.get(share);
  expect(form.text).toContain(t('library.share.what-happens'));
  const sent = await stranger.post(share, {
    ...formIn(form.body, share),
    ...{
      title: said.title,
      what: said.what,
      organisation: 'Brook',
      practiceType: 'lesson',
      licence: 'cc-by',
    },
  });
  const code = /data-code="([\d ]+)"/.exec(sent.body)?.[1]?.replaceAll(' ', '') ?? '';

  const list = await juniper.get(`/${lang}/desk/library/submissions`);
  expect(list.text).toContain(t('library.standing.waits'));
  const links = [...list.body.matchAll(/href="([^"]+\/submissions\/[0-9a-f-]{36})"[^>]*>(.*?)<\/a>/g)];
  const path = links.find(([, , words]) => words?.includes(said.title))?.[1] ?? '';
  await juniper.get(path);
  await juniper.submit(path, { message: said.question, go: 'ask' });
  const back = `/${lang}/library/share/back`;
  expect((await stranger.post(back, { code, go: 'open' })).text).toContain(said.question);
  await stranger.post(back, { code, message: said.answer, go: 'answer' });
  const read = await juniper.get(path);
  expect(read.text).toContain(said.answer);

  const work = /href="(\/\w\w\/desk\/record\/\d+)"/.exec(read.body)?.[1] ?? '';
  expect((await juniper.get(work)).text).toContain(t('library.kind.practice'));
  await press(juniper, `${work}/submit`);
  await press(willow, `${work}/publish`);
  const found = await app.visitor().get(`/${lang}/search?q=${encodeURIComponent(said.search)}`);
  expect(found.text).toContain(said.title);
  expect((await app.visitor().get(`/${lang}/library`)).text).toContain(said.title);
}

describe('staff and public in one language from beginning to end', () => {
  it('work in Russian, and find a word in another form [RU-47]', () =>
    journey('ru', {
      title: 'Кружок осторожных игроков',
      what: 'Дети рассказывают друг другу об уловках мошенников.',
      question: 'Сколько детей участвовало?',
      answer: 'Сорок, в двух школах.',
      search: 'мошенники уловки',
    }));

  it('work in Chinese, and find a word within a sentence [ZH-70]', () =>
    journey('zh', {
      title: '高年级学生帮助低年级学生',
      what: '学生们互相讲解怎样保护自己的账户。',
      question: '有多少学生参加？',
      answer: '四十名，来自两所学校。',
      search: '保护账户',
    }));

  it('work in Vietnamese, and find words typed without their signs [VI-57]', () =>
    journey('vi', {
      title: 'Câu lạc bộ chơi an toàn',
      what: 'Học sinh chỉ cho nhau cách giữ mật khẩu.',
      question: 'Có bao nhiêu em tham gia?',
      answer: 'Bốn mươi em ở hai trường.',
      search: 'mat khau hoc sinh',
    }));
});
