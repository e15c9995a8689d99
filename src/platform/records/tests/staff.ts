// SPDX-License-Identifier: EUPL-1.2
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields, Reply } from '../../../../tests/harness/client.ts';
import { transaction } from '../../db/index.ts';
import { seedTerms } from '../store/terms.ts';
import { attic } from '../testing/sample.ts';

/** The whole application with the invented room, its vocabularies, and who works in it. */
export interface Attic {
  app: TestApp;
  /** May edit and publish deeds, but never her own. */
  juniper: Client;
  /** Clerk and translator. */
  maple: Client;
  /** Librarian, too. */
  willow: Client;
  /** The native reviewer. */
  sorrel: Client;
  /** An editor of ratings: no role here. */
  hazel: Client;
  reader: Client;
}

export async function startAttic(): Promise<Attic> {
  const app = await startTestApp({ recordRooms: [attic] });
  await transaction(app.ctx().db, (tx) =>
    seedTerms(tx, [
      { scheme: 'attic-country', code: 'up', label: { en: 'Upland', fr: 'Hautes terres' } },
      { scheme: 'attic-country', code: 'down', label: { en: 'Downland' } },
      { scheme: 'attic-topic', code: 'oak', label: { en: 'Oak trees' } },
      { scheme: 'attic-topic', code: 'elm', label: { en: 'Elm trees' } },
      { scheme: 'attic-topic', code: 'ash', label: { en: 'Ash trees' }, until: '2020-01-01' },
    ]),
  );
  const people = { juniper: 'Juniper', maple: 'Maple', willow: 'Willow', sorrel: 'Sorrel', hazel: 'Hazel' };
  const clients: Record<string, Client> = {};
  for (const [name, alias] of Object.entries(people)) clients[name] = await app.signIn(alias);
  return { app, reader: app.visitor(), ...(clients as Omit<Attic, 'app' | 'reader'>) };
}

/** Everything that stands in the main form of a page, as a browser would send it without a button. */
export function formIn(html: string, action?: string): Fields {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const body = forms.find(([, to]) => (action === undefined ? true : to === action))?.[2] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    if (name !== 'csrf') fields[plain(name)] = [...(fields[plain(name)] ?? []), plain(value)];
  };
  const controls =
    /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [, input, area, text, select, options] of body.matchAll(controls)) {
    if (input !== undefined) {
      const type = attribute(input, 'type') ?? 'text';
      if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(input)) continue;
      add(attribute(input, 'name') ?? '', attribute(input, 'value') ?? '');
    } else if (area !== undefined) {
      add(attribute(area, 'name') ?? '', text ?? '');
    } else {
      const chosen =
        /<option([^>]*)\sselected/.exec(options ?? '')?.[1] ?? /<option([^>]*)>/.exec(options ?? '')?.[1];
      add(attribute(select ?? '', 'name') ?? '', attribute(chosen ?? '', 'value') ?? '');
    }
  }
  return fields;
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Text as a browser reads it from between quotes. */
export function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Opens a form, changes some of its fields and presses Save; answers where the browser stands then. */
export async function change(client: Client, path: string, fields: Fields): Promise<Reply> {
  const page = await client.get(path);
  return client.submit(path, { ...formIn(page.body, path), go: 'save', ...fields });
}

/** Begins a record; answers its number. */
export async function begin(client: Client, kind: string, fields: Fields): Promise<number> {
  const path = `/en/desk/records/${kind}/new`;
  await client.get(path);
  const reply = await client.post(path, { tongue: 'en', go: 'save', ...fields });
  const id = /\/desk\/record\/(\d+)/.exec(reply.location ?? '')?.[1];
  if (id === undefined) throw new Error(`not begun: ${reply.status} ${reply.text.slice(0, 600)}`);
  return Number(id);
}

/** Presses a button of a record's work page that has a form of its own: `1000/submit`. */
export async function press(client: Client, step: string, fields: Fields = {}): Promise<Reply> {
  const path = `/en/desk/record/${step}`;
  const page = await client.get(path.slice(0, path.lastIndexOf('/')));
  if (!page.body.includes(`action="${path}"`))
    throw new Error(`no ${step} on the page: ${page.text.slice(0, 900)}`);
  return client.submit(path, { ...formIn(page.body, path), ...fields });
}
