// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { Roles } from './roles.ts';

const OPEN_TABLES = `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
    and not exists (select from pg_policy p where p.polrelid = c.oid)`;

/**
 * Makes or updates graphile-worker's schema as its owner, and lets the application in: its functions run with the
 * caller's rights, and its tables have row security without a policy, so the grants alone would show no row.
 */
export async function installJobs(config: pg.ClientConfig, roles: Roles): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const pool = new pg.Pool({
    ...config,
    max: 1,
    options: `${config.options ?? ''} -c role=${roles.owner}`.trim(),
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    if (!roles.separated) return;
    const { rows } = await pool.query<{ name: string }>(OPEN_TABLES);
    for (const { name } of rows) {
      await pool.query(`create policy rowan on ${name} to ${roles.app} using (true) with check (true)`);
    }
  } finally {
    await pool.end();
  }
}
