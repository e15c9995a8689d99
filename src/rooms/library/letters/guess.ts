// SPDX-License-Identifier: EUPL-1.2
import { dayIn } from './find-day.ts';
import { tongueOf } from './tongue-of.ts';

/** What a letter seems to say about itself. Suggestions for a person who has the letter beside them, never facts. */
export interface LetterGuess {
  subject?: string;
  reference?: string;
  /** ISO 8601. */
  dated?: string;
  place?: string;
  /** Code of the language it is written in. */
  written?: string;
  /** As the letter counts them, where it does. */
  pages?: number;
  contact?: string;
  replyTo?: string;
  signatory?: string;
  office?: string;
}

const LONGEST = 200;
const PLACE = 40;

// The heads under which letters of eight languages and of the telecommunication union say these things.
const HEADS = {
  reference:
    'Осн\\.|Исх\\. ?№|Ref\\.|Réf\\.|Our ref(?:erence)?|Reference|Référence|Referencia|文号|文號|Số|Nr\\.|المرجع|الرقم',
  subject: 'Предмет|Тема|Касательно|Subject|Objet|Asunto|事由|主题|主題|Về việc|V/v|Temats|Par|الموضوع',
  date: 'Дата|Date|Fecha|日期|Ngày|Datums|Publicēts|التاريخ',
  contact: 'Контакт(?:ное лицо)?|Contact|Contacto|联系人|聯繫人|Người liên hệ|Kontaktpersona|جهة الاتصال',
  pages: 'Страниц|Pages|Páginas|页数|頁數|Số trang|Lappuses|عدد الصفحات',
} as const;

const ANY_HEAD = `(?:${Object.values(HEADS).join('|')}|时间|致|传真|回函请寄|电话|电子邮件|To|Fax)`;
const SIGNED = /\(\s*(?:подпись|signed|signé|firmado|签名|签字|đã ký|parakstīts|توقيع)\s*\)/iu;
const OFFICE =
  /директор|секретар|министр|начальник|director|secretary|minister|secrétaire|ministre|directeur|ministro|secretario|秘书长|主任|部长|司长|cục trưởng|bộ trưởng|giám đốc|direktor|ministr|sekretār|مدير|وزير|أمين/iu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** Reads the text of a letter. Pure; the order of lines is that of the text. */
export function guessLetter(text: string): LetterGuess {
  const plain = text.replaceAll(/[*#_\\]+/gu, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1');
  const lines = plain.split('\n').map((line) => line.trim());
  const dated = dayIn(headed(plain, 'date') ?? '') ?? dayIn(plain);
  const guess: Partial<Record<keyof LetterGuess, string | number | undefined | null>> = {
    subject: headed(plain, 'subject') ?? titleIn(lines),
    reference: headed(plain, 'reference')?.slice(0, 120),
    dated,
    place: placeIn(lines),
    written: tongueOf(plain),
    pages: pagesIn(plain),
    contact: headed(plain, 'contact'),
    replyTo: MAIL.exec(plain)?.[0],
    ...signedBy(lines),
  };
  return Object.fromEntries(
    Object.entries(guess).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** What stands after a head and a colon, up to the next head or the end of the line. */
function headed(text: string, head: keyof typeof HEADS): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:${HEADS[head]})\\s*[:：]\\s*(.+)`, 'mu').exec(text)?.[1];
  const end = found?.search(new RegExp(`\\s${ANY_HEAD}\\s*[:：]`, 'u')) ?? -1;
  const words = (end < 0 ? found : found?.slice(0, end))?.trim();
  return words === undefined || words === '' ? undefined : words.slice(0, LONGEST);
}

/** The first line that reads like a title: several words, or enough signs where words are not apart. */
function titleIn(lines: readonly string[]): string | undefined {
  const isTitle = (line: string) => line.split(/\s+/u).length > 3 || /^\p{Script=Han}{6,}/u.test(line);
  return lines.find((line) => line.length <= LONGEST && isTitle(line) && !/[.:;,]$/u.test(line));
}

/** "Geneva, 3 December 2021": the words before the comma of a line that ends in a day. */
function placeIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const [place, rest] = [line.split(/[,，]/u)[0] ?? '', line.split(/[,，]/u).slice(1).join(',')];
    const short = place.length > 1 && place.length <= PLACE && !/\d/u.test(place) && rest.length <= PLACE;
    if (short && dayIn(rest) !== null) return place.trim();
  }
  return undefined;
}

/** "1/3" and "3" both mean three pages. */
function pagesIn(text: string): number | undefined {
  const counted = new RegExp(`(?:${HEADS.pages})\\s*[:：]?\\s*(?:\\d+\\s*/\\s*)?(\\d{1,4})`, 'u').exec(
    text,
  )?.[1];
  const total = counted ?? /共\s*(\d{1,4})\s*页/u.exec(text)?.[1];
  return total === undefined ? undefined : Number(total);
}

/** The two lines after "(signed)": a name and an office, in either order. */
function signedBy(lines: readonly string[]): Pick<LetterGuess, 'signatory' | 'office'> {
  const at = lines.findIndex((line) => SIGNED.test(line));
  if (at < 0) return {};
  const after = lines.slice(at + 1).filter((line) => line !== '');
  const [first = '', second = ''] = after;
  if (first === '') return {};
  if (OFFICE.test(first) && second !== '' && !OFFICE.test(second))
    return { signatory: second, office: first };
  return { signatory: first, ...(OFFICE.test(second) ? { office: second } : {}) };
}
