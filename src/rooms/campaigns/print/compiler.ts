// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { workerFile } from '#platform/config';
import { errors } from '../errors.ts';
import type { Fit, Sheet } from './sheet.ts';

/** A picture that a sheet names by its path, e.g. `/logo-0`. */
export interface SheetFile {
  path: string;
  bytes: Uint8Array;
}

export interface CompileJob {
  id: number;
  sheet: Sheet;
  files: readonly SheetFile[];
  want: readonly ('pdf' | 'svg')[];
}

export type CompileAnswer =
  | { id: number; ok: false }
  | { id: number; ok: true; fits: Fit[]; pages: number; pdf: Uint8Array | null; svg: string | null };

export interface Compiled {
  /** In the order of the pages and their boxes. */
  fits: readonly Fit[];
  pages: number;
  pdf: Buffer | null;
  /** The first page; every letter is a path. */
  svg: string | null;
}

export interface PrintCompiler {
  /** Throws `campaigns.print-busy` when too many wait, `campaigns.print-failed` when it cannot be set or takes too long. */
  compile(work: Omit<CompileJob, 'id'>): Promise<Compiled>;
  stop(): Promise<void>;
}

const MOST_MS = 30_000;
const MOST_WAITING = 64;

interface Waiting {
  job: CompileJob;
  resolve(done: Compiled): void;
  reject(error: Error): void;
}

/**
 * One thread for all printing of this process, started by the first piece. One piece after another: what waits is
 * bounded, so that many downloads at once slow each other and nothing else.
 */
export function createCompiler(): PrintCompiler {
  return new ThreadCompiler();
}

class ThreadCompiler implements PrintCompiler {
  readonly #queue: Waiting[] = [];
  /** An empty folder: all that typst may read. */
  #workspace: string | null = null;
  #worker: Worker | null = null;
  #running: { waiting: Waiting; timer: NodeJS.Timeout } | null = null;
  #count = 0;

  compile(work: Omit<CompileJob, 'id'>): Promise<Compiled> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length >= MOST_WAITING) {
        reject(errors('print-busy'));
        return;
      }
      this.#count += 1;
      this.#queue.push({ job: { ...work, id: this.#count }, resolve, reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    for (const { reject } of this.#queue.splice(0)) reject(errors('print-failed'));
    const worker = this.#worker;
    this.#giveUp();
    await worker?.terminate();
    if (this.#workspace !== null) rmSync(this.#workspace, { recursive: true, force: true });
    this.#workspace = null;
  }

  #next(): void {
    const waiting = this.#running === null ? this.#queue.shift() : undefined;
    if (waiting === undefined) return;
    this.#worker ??= this.#start();
    this.#running = { waiting, timer: setTimeout(() => this.#giveUp(), MOST_MS) };
    this.#worker.postMessage(waiting.job);
  }

  #finish(answer: CompileAnswer | null): void {
    if (this.#running === null) return;
    const { waiting, timer } = this.#running;
    clearTimeout(timer);
    this.#running = null;
    if (answer?.ok) waiting.resolve(resultOf(answer));
    else waiting.reject(errors('print-failed'));
    this.#next();
  }

  // A native call cannot be interrupted: its thread is left to end by itself, and the next piece gets a new one.
  #giveUp(): void {
    const old = this.#worker;
    this.#worker = null;
    old?.removeAllListeners();
    void old?.terminate();
    this.#finish(null);
  }

  #start(): Worker {
    this.#workspace ??= mkdtempSync(join(tmpdir(), 'rowan-print-'));
    const made = new Worker(workerFile(import.meta.url, './compile.worker.ts'), {
      workerData: this.#workspace,
      env: {},
    });
    made.unref();
    made.on('message', (answer: CompileAnswer) => this.#finish(answer));
    made.on('error', () => this.#giveUp());
    return made;
  }
}

function resultOf({ fits, pages, pdf, svg }: Extract<CompileAnswer, { ok: true }>): Compiled {
  return { fits, pages, pdf: pdf && Buffer.from(pdf), svg };
}
