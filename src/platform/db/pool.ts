// SPDX-License-Identifier: EUPL-1.2
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { cleanError } from './failure.ts';

/**
 * A pool whose errors hold no typed value, whoever catches them. It also listens to the errors of idle connections:
 * unheard, the first restart of the database would end node.
 */
export function guardedPool(config: pg.PoolConfig, onFault: (fault: unknown) => void): PostgresPool {
  const pool = new pg.Pool(config);
  pool.on('error', (error) => onFault(cleanError(error)));
  pool.on('connect', (client) => client.on('error', () => undefined));
  const guarded = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: config,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw cleanError(error);
      });
      const known = guarded.get(client) ?? guard(client);
      guarded.set(client, known);
      return known;
    },
  };
}

function guard(client: pg.PoolClient): PostgresPoolClient {
  const query = async (text: unknown, values?: readonly unknown[]): Promise<unknown> => {
    if (typeof text !== 'string') throw new TypeError('cursors are not used here');
    try {
      return await client.query(text, values === undefined ? [] : [...values]);
    } catch (error) {
      throw cleanError(error);
    }
  };
  // Kysely's overloads also take a cursor, which is refused above.
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
}
