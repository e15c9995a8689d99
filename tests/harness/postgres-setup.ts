// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { EmbeddedPlace } from '../../src/platform/db/embedded/embedded-place.ts';
import { isAlive, isPostgresOf, readPidFile, untilGone } from '../../src/platform/db/embedded/processes.ts';
import { ForeignPlace } from '../../src/platform/db/foreign-place.ts';
import type { DatabaseFacts } from '../../src/platform/db/index.ts';
import { prepare } from '../../src/platform/db/open.ts';

/** What the test files are told about the one PostgreSQL of this run. Plain data: it crosses to other threads. */
export interface TestPostgres {
  /** Signs in as a user who may make databases; its database is the migrated template. */
  install: pg.ClientConfig;
  migrate: pg.ClientConfig;
  app: pg.ClientConfig;
  facts: DatabaseFacts;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const FOLDER_PREFIX = 'rowan-test-';
const LONGEST_STOP_MS = 10_000;
let stop: () => Promise<void> = () => Promise.resolve();
let started: Promise<TestPostgres> | null = null;
let users = 0;

/** One PostgreSQL a run, under the temporary folder, or the one of ROWAN_TEST_DATABASE_URL; with a migrated template. */
export async function setup(project: TestProject): Promise<void> {
  const url = process.env.ROWAN_TEST_DATABASE_URL ?? '';
  // vitest calls this once a project; they share.
  users++;
  started ??= url === '' ? startEmbedded() : useForeign(url);
  project.provide('postgres', await started);
}

/** Stops what `setup` started. */
export async function teardown(): Promise<void> {
  users--;
  if (users > 0) return;
  started = null;
  await stop();
}

async function startEmbedded(): Promise<TestPostgres> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  // When tests run as root, PostgreSQL works as another user, who must be able to pass through here.
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'pid'), String(process.pid));
  const place = new EmbeddedPlace({ dataFolder: join(folder, 'data'), role: 'server', fsync: false });
  await place.ensure(() => Promise.resolve());
  stop = async () => {
    await place.leave(null, () => Promise.resolve());
    rmSync(folder, { recursive: true, force: true });
  };
  return describe(place);
}

async function useForeign(url: string): Promise<TestPostgres> {
  const template = `rowan_test_${randomUUID().slice(0, 8)}`;
  const admin = new ForeignPlace(url).config('install');
  await runAs(
    admin,
    `create database ${template} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  );
  stop = () => runAs(admin, `drop database ${template} with (force)`);
  return describe(new ForeignPlace(url, template));
}

async function describe(place: EmbeddedPlace | ForeignPlace): Promise<TestPostgres> {
  try {
    const facts = await prepare(place, { role: 'server' });
    return {
      install: place.config('install'),
      migrate: place.config('migrate'),
      app: place.config('app'),
      facts,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one statement on a connection of its own. */
export async function runAs(config: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A test run that was killed leaves its PostgreSQL behind; the next run of the same user clears it away. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))) continue;
      const home = join(folder, 'data', 'postgres');
      const cluster = readdirSync(home).find((entry) => /^\d+$/.test(entry));
      const pid = cluster === undefined ? null : readPidFile(join(home, cluster))?.pid;
      if (pid && isPostgresOf(pid, join(home, cluster ?? ''))) {
        process.kill(pid, 'SIGQUIT');
        void untilGone(pid, LONGEST_STOP_MS);
      }
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or being cleared by another run right now.
    }
  }
}
