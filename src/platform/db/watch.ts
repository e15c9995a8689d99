// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseRefusal } from './failure.ts';
import type { Place } from './place.ts';
import { NEWS_CHANNEL } from './transaction.ts';

/** `full`: it answers, but the disk is nearly full, so nothing new should be taken in. */
export type DatabaseState = 'ready' | 'restarting' | 'full';

/** Called with an id; with null after the connection was lost, when news may have been missed: look again. */
export type NewsHandler = (id: string | null) => void;

export interface WatchOptions {
  role: 'server' | 'command';
  onState: (state: DatabaseState) => void;
  onFault: (fault: unknown) => void;
  /** Below this many free bytes the state is `full`. */
  lowDiskBytes: number;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;
const LOOK_MS = 10_000;
/** Asked every ten seconds; a machine that vanished from the network says nothing, and TCP alone waits for minutes. */
const PING_MS = 8_000;

/**
 * The one lasting connection of a process: it holds the lock that says who serves, hears the news, and is the first
 * to know when the database is gone. Then it brings the database back, or waits for it, and says so.
 */
export class Watch {
  readonly #place: Place;
  readonly #options: WatchOptions;
  readonly #handlers = new Map<string, Set<NewsHandler>>();
  #client: pg.Client | null = null;
  #connected = false;
  #full = false;
  #closed = false;
  #said: DatabaseState | null = null;
  #timer: NodeJS.Timeout | undefined;
  #recovery: Promise<void> = Promise.resolve();
  readonly #stop = new AbortController();

  constructor(place: Place, options: WatchOptions) {
    this.#place = place;
    this.#options = options;
  }

  /** Opens the connection for the first time; a refusal is thrown. */
  async start(): Promise<void> {
    await this.#place.ensure(() => this.#hold());
    await this.#lookAtDisk();
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref();
  }

  /** The server's process number of this connection, for the processes list. */
  get backend(): number | null {
    const id: unknown = this.#client === null ? null : Reflect.get(this.#client, 'processID');
    return typeof id === 'number' ? id : null;
  }

  state(): DatabaseState {
    if (!this.#connected) return 'restarting';
    return this.#full ? 'full' : 'ready';
  }

  listen(topic: string, handler: NewsHandler): () => void {
    const handlers = this.#handlers.get(topic) ?? new Set();
    this.#handlers.set(topic, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    clearInterval(this.#timer);
    await this.#recovery;
    await this.#place.leave(this.backend, async () => {
      await this.#client?.end().catch(() => undefined);
    });
  }

  async #hold(): Promise<void> {
    const client = new pg.Client({
      ...this.#place.config('install'),
      application_name: 'rowan watch',
      connectionTimeoutMillis: PING_MS,
      query_timeout: PING_MS,
    });
    client.on('error', () => undefined);
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#tell(payload ?? ''));
    await client.connect();
    try {
      await this.#lock(client);
      await client.query(`listen ${NEWS_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    this.#connected = true;
    this.#say();
  }

  async #lock(client: pg.Client): Promise<void> {
    const { locks } = this.#place;
    if (locks === null) return;
    const [text, number] =
      this.#options.role === 'server'
        ? ['select pg_try_advisory_lock($1) as got', locks.server]
        : ['select pg_try_advisory_lock_shared($1) as got', locks.work];
    const { rows } = await client.query<{ got: boolean }>(text, [number]);
    if (!rows[0]?.got) throw new DatabaseRefusal('db.running', 'Rowan runs here already.', 3);
  }

  #lost(client: pg.Client): void {
    if (client !== this.#client) return;
    this.#client = null;
    this.#connected = false;
    if (this.#closed) return;
    this.#say();
    this.#recovery = this.#recover();
  }

  async #recover(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !this.#closed; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await this.#place.ensure(() => this.#hold());
        for (const handlers of this.#handlers.values())
          for (const handler of handlers) this.#call(handler, null);
        return;
      } catch (error) {
        this.#options.onFault(error);
        await sleep(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
  }

  async #look(): Promise<void> {
    await Promise.all([this.#ping(), this.#lookAtDisk()]);
  }

  async #ping(): Promise<void> {
    const client = this.#client;
    if (client === null) return;
    try {
      await client.query('select 1');
    } catch {
      this.#lost(client);
      await client.end().catch(() => undefined);
    }
  }

  async #lookAtDisk(): Promise<void> {
    try {
      const free = await this.#place.freeBytes();
      this.#full = free !== null && free < this.#options.lowDiskBytes;
      this.#say();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #tell(payload: string): void {
    const [topic = '', id = ''] = payload.split(' ');
    for (const handler of this.#handlers.get(topic) ?? []) this.#call(handler, id);
  }

  #call(handler: NewsHandler, id: string | null): void {
    try {
      handler(id);
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #say(): void {
    const state = this.state();
    if (state === this.#said || this.#closed) return;
    this.#said = state;
    this.#options.onState(state);
  }
}
