// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FromThread, HouseholdRules, Known, ThreadSettings, ToThread } from './messages.ts';

const ASK_MS = 10_000;
const STOP_MS = 2_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Packets are short-lived: a larger nursery makes the thread take memory and answer no faster. Below 2 GiB, V8 lets a
 * heap at most double between two collections instead of growing fourfold; a million devices take 320 MB.
 */
export const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 1900 };

export interface ThreadOptions extends Omit<ThreadSettings, 'known'> {
  /** The built file of resolver.worker.ts. */
  readonly workerUrl: URL;
  /** What to begin with, asked again when the thread has to be started again. */
  readonly known: () => Promise<Known>;
  /** It was started again: what was said to it in between is lost and must be said once more. */
  readonly onAgain: () => void;
  /** Hears of the thread's faults by a code. */
  readonly onFault: (code: string) => void;
}

/** The resolver as the main thread sees it: a thread that is started again should it ever end. */
export class ResolverThread {
  readonly #options: ThreadOptions;
  readonly #asked = new Map<number, (bytes: Uint8Array<ArrayBuffer> | null) => void>();
  #worker: Worker | null = null;
  #lastId = 0;
  #port: number;
  readonly #stop = new AbortController();
  /** Ends when a thread that had ended is there again, or never will be. */
  #again: Promise<void> = Promise.resolve();

  private constructor(options: ThreadOptions) {
    this.#options = options;
    this.#port = options.port;
  }

  /** Answers once the sockets are open. Throws an error with a system's `code` and the `port` when they cannot be. */
  static async start(options: ThreadOptions): Promise<ResolverThread> {
    const thread = new ResolverThread(options);
    await thread.#begin();
    return thread;
  }

  get port(): number {
    return this.#port;
  }

  useRatings(buffer: SharedArrayBuffer): void {
    this.#post({ kind: 'ratings', buffer });
  }

  replaceAll(all: readonly HouseholdRules[]): void {
    this.#post({ kind: 'households', all });
  }

  replace(one: HouseholdRules): void {
    this.#post({ kind: 'household', one });
  }

  /** Answers a DNS message of a device, by the look-up of its token; null where nothing can be said. */
  ask(device: string, packet: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.#worker === null) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer> | null>();
    this.#lastId += 1;
    const id = this.#lastId;
    const timer = setTimeout(() => this.#answered(id, null), ASK_MS).unref();
    this.#asked.set(id, (bytes) => {
      clearTimeout(timer);
      resolve(bytes);
    });
    this.#post({ kind: 'ask', id, device, packet: new Uint8Array(packet) });
    return promise;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    // A thread that is just being started again would live on.
    await this.#again;
    const worker = this.#worker;
    if (worker === null) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    this.#post({ kind: 'stop' });
    const late = setTimeout(() => void worker.terminate(), STOP_MS);
    await ended;
    clearTimeout(late);
  }

  async #begin(): Promise<void> {
    const { workerUrl, known, onAgain: _, onFault, ...settings } = this.#options;
    const workerData: ThreadSettings = { ...settings, port: this.#port, known: await known() };
    const worker = new Worker(workerUrl, { workerData, name: 'resolver', resourceLimits: RESOURCE_LIMITS });
    worker.on('error', () => onFault('resolver-error'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    worker.on('exit', () => {
      reject(new Error('the resolver ended before it listened'));
      this.#ended(worker);
    });
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'answer') this.#answered(message.id, message.bytes);
      else if (message.kind === 'fault') onFault('resolver-packet');
      else if (message.kind === 'refused') reject(refusal(message.code, this.#port));
      else {
        this.#port = message.port;
        this.#worker = worker;
        resolve();
      }
    });
    await promise;
  }

  #ended(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const id of [...this.#asked.keys()]) this.#answered(id, null);
    if (!this.#stop.signal.aborted) this.#again = this.#beginAgain();
  }

  async #beginAgain(): Promise<void> {
    const { signal } = this.#stop;
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.#begin();
        this.#options.onAgain();
        return;
      } catch {
        this.#options.onFault('resolver-restart');
      }
    }
  }

  #answered(id: number, bytes: Uint8Array<ArrayBuffer> | null): void {
    const done = this.#asked.get(id);
    this.#asked.delete(id);
    done?.(bytes);
  }

  #post(message: ToThread): void {
    this.#worker?.postMessage(message);
  }
}

function refusal(code: string, port: number): Error {
  return Object.assign(new Error(`the resolver cannot listen: ${code}`), { code, port });
}
