// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Tx } from '#platform/db';
import { FORMAT, type Heading, type Manifest } from '../file/format.ts';
import { readRows } from '../file/read-rows.ts';
import { openSnapshots } from '../file/snapshot-files.ts';
import { plainName, quotedName, SEQUENCES, type Sequence, TABLES, type Table } from '../shapes.ts';
import { ask, writing } from '../tables.ts';

/** What the manifest says that the database does not know. */
export interface About {
  program: string;
  instance: string;
  at: Date;
  keyring: { n: number; sealed: Buffer };
  dataFolder: string;
  /** Called after each table. */
  tell: (progress: Progress) => void;
}

export interface Progress {
  table: string;
  rows: number;
  of: number;
}

// What these are does not matter, only that every database writes values the same way.
const SETTINGS = [`timezone = 'UTC'`, `bytea_output = 'hex'`, `intervalstyle = 'postgres'`];

/** The whole backup as text (format.ts), out of one picture of the database. `tx` is a repeatable read. */
export async function* writeLines(tx: Tx, about: About): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const put = (text: string): string => {
    hash.update(text);
    return text;
  };
  const say = (value: Heading | Manifest) => put(`${JSON.stringify(value)}\n`);
  for (const setting of SETTINGS) await ask(tx, `set local ${setting}`);
  const tables = await ask<Table>(tx, TABLES);
  // The question above took the picture: the files that its rows speak of are here now, and may be swept later.
  const files = await openSnapshots(about.dataFolder);
  try {
    const manifest = await describe(tx, about, tables);
    yield say(manifest);
    const progress = { rows: 0, of: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
    for (const [at, table] of tables.entries()) {
      const rows = manifest.tables[at]?.rows ?? 0;
      yield say({ table: { ...table, rows } });
      for await (const lines of readRows(tx, table)) yield put(`${lines.join('\n')}\n`);
      progress.rows += rows;
      about.tell({ table: plainName(table), ...progress });
    }
    yield say({ sequences: await ask<Sequence>(tx, SEQUENCES) });
    for (const file of files.headings) {
      yield say({ file });
      for await (const line of files.lines(file)) yield put(`${line}\n`);
    }
    yield say({ end: { sha256: hash.copy().digest('hex') } });
  } finally {
    await files.close();
  }
}

async function describe(tx: Tx, about: About, tables: readonly Table[]): Promise<Manifest> {
  const head = await writing(tx).selectFrom('audit.head').select(['seq', 'h']).executeTakeFirstOrThrow();
  const [postgres] = await ask<{ version: number }>(
    tx,
    `select current_setting('server_version_num')::int as version`,
  );
  const counted: Manifest['tables'] = [];
  for (const { schema, name } of tables) {
    const [count] = await ask<{ rows: number }>(
      tx,
      `select count(*) as rows from ${quotedName({ schema, name })}`,
    );
    counted.push({ schema, name, rows: count?.rows ?? 0 });
  }
  return {
    format: FORMAT,
    program: about.program,
    instance: about.instance,
    at: about.at.toISOString(),
    postgres: postgres?.version ?? 0,
    migrations: await writing(tx)
      .selectFrom('platform.migration')
      .select(['name', 'sha256'])
      .orderBy('name')
      .execute(),
    tables: counted,
    audit: { seq: head.seq, head: head.h.toString('hex') },
    keyring: { n: about.keyring.n, sealed: about.keyring.sealed.toString('base64') },
  };
}
