// SPDX-License-Identifier: EUPL-1.2
/** One answer as a person's browser got it. */
export interface Reply {
  status: number;
  headers: Headers;
  body: string;
  /** The words of the page, tags taken out, spaces folded. */
  text: string;
  location: string | null;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** Posts a form as a browser without script does: with the last page's form token, from the same site. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Reply>;
  /** Sends a form with files, as a browser does. */
  upload(path: string, fields: Fields, files: readonly FormFile[]): Promise<Reply>;
  /** Follows redirects of this site after a post. */
  submit(path: string, fields: Fields): Promise<Reply>;
  cookies: Map<string, string>;
  last: Reply | null;
}

export interface FormFile {
  field: string;
  name: string;
  bytes: Buffer;
  type?: string;
}

export type Fields = Record<string, string | readonly string[]>;

/** Hears of every answer, e.g. to write down what a test did. */
export type Listener = (verb: string, path: string, status: number) => void;

/** A browser without script at `base`: keeps cookies, sends forms, follows redirects of its own site. */
export function createFormClient(
  base: string,
  hear: Listener = () => {},
  always: Record<string, string> = {},
): Client {
  const cookies = new Map<string, string>();
  const withToken = (fields: Fields): Fields => {
    const token = hiddenField(client.last?.body ?? '', 'csrf');
    return token === null || 'csrf' in fields ? fields : { ...fields, csrf: token };
  };
  const client: Client = {
    cookies,
    last: null,
    get: (path, headers = {}) => ask('GET', path, { headers }),
    post: (path, fields, headers = {}) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...FROM_HERE, ...headers },
        body: encode(withToken(fields)),
      }),
    upload: (path, fields, files) =>
      ask('POST', path, { headers: FROM_HERE, body: multipart(withToken(fields), files) }),
    submit: async (path, fields) => {
      let reply = await client.post(path, fields);
      for (let hops = 0; reply.location?.startsWith('/') && hops < 5; hops++)
        reply = await client.get(reply.location);
      return reply;
    },
  };
  const ask = async (verb: string, path: string, init: RequestInit): Promise<Reply> => {
    const reply = await askOnce(new URL(path, base), { cookies, init: { ...init, method: verb }, always });
    hear(verb, path, reply.status);
    if (reply.status !== 303) client.last = reply;
    return reply;
  };
  return client;
}

// With `no-referrer` a browser sends this origin on our own forms.
const FROM_HERE = { 'sec-fetch-site': 'same-origin', origin: 'null' };

function multipart(fields: Fields, files: readonly FormFile[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, String(one));
  for (const { field, name, bytes, type = 'application/octet-stream' } of files)
    form.append(field, new Blob([Uint8Array.from(bytes)], { type }), name);
  return form;
}

interface Asking {
  cookies: Map<string, string>;
  init: RequestInit;
  always: Record<string, string>;
}

async function askOnce(url: URL, { cookies, init, always }: Asking): Promise<Reply> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    headers: { 'accept-language': 'en', ...always, ...init.headers, ...(cookie === '' ? {} : { cookie }) },
  });
  for (const line of response.headers.getSetCookie()) keep(cookies, line);
  const body = await response.text();
  const { status, headers } = response;
  return { status, headers, body, text: wordsOf(body), location: headers.get('location') };
}

/** The value of a hidden or text field of a page, or null. */
export function hiddenField(html: string, name: string): string | null {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? null;
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split(';');
  const at = pair.indexOf('=');
  const gone = rest.some((part) => part.trim().toLowerCase() === 'max-age=0');
  if (gone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

function wordsOf(html: string): string {
  const entities: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<\/?(bdi|strong|em|b|i|span|a)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
