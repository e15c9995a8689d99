// SPDX-License-Identifier: EUPL-1.2
import { findByAlias } from '#platform/records';
import { startTestApp, type TestApp } from '../../../../tests/harness/app.ts';
import type { Client, Fields, Reply } from '../../../../tests/harness/client.ts';
import { begin, press } from '../../../platform/records/tests/staff.ts';
import { contentItems } from '../content/content.ts';
import { seedContent } from '../content/seed.ts';

/** The whole application with the library's starting content, and who works in it. */
export interface Library {
  app: TestApp;
  /** Librarian. */
  juniper: Client;
  /** Lawyer, clerk and translator. */
  maple: Client;
  /** Librarian, lawyer and secretariat: the second pair of eyes. */
  willow: Client;
  reader: Client;
  /** The number of an item of the starting content. */
  given(alias: string): Promise<string>;
  /** Somebody begins a record, asks for a review, and Willow publishes it. */
  published(by: Client, kind: string, fields: Fields): Promise<string>;
  /** What somebody sees at the public address of a record. */
  read(client: Client, path: string): Promise<Reply>;
}

export async function startLibrary(): Promise<Library> {
  const app = await startTestApp();
  await seedContent(
    app.ctx(),
    contentItems().filter(({ kind }) => kind !== 'guide'),
  );
  const willow = await app.signIn('Willow');
  return {
    app,
    willow,
    juniper: await app.signIn('Juniper'),
    maple: await app.signIn('Maple'),
    reader: app.visitor(),
    given: async (alias) => String(await findByAlias(app.ctx().db, 'fact', alias)),
    published: async (by, kind, fields) => {
      const id = await begin(by, kind, fields);
      await press(by, `${id}/submit`);
      const done = await press(willow, `${id}/publish`);
      if (done.status >= 400) throw new Error(`not published: ${done.status} ${done.text.slice(0, 600)}`);
      return String(id);
    },
    read: async (client, path) => {
      const first = await client.get(path);
      return first.status === 301 ? client.get(first.location ?? '') : first;
    },
  };
}
