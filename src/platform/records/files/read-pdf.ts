// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import { workerFile } from '#platform/config';

/** What a PDF holds. `acts`: it has scripts or files inside; `locked`: it asks for a password. */
export type PdfReading =
  | { ok: true; pages: number; text: string }
  | { ok: false; why: 'acts' | 'locked' | 'broken' };

const MOST_MS = 20_000;
const MOST_MB = 384;

/** Reads a PDF's text, in a thread that is ended when it takes too long or too much. */
export function readPdf(bytes: Buffer): Promise<PdfReading> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(import.meta.url, './read-pdf.worker.ts'), {
      workerData: Uint8Array.from(bytes),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
      env: {},
    });
    const timer = setTimeout(() => end({ ok: false, why: 'broken' }), MOST_MS);
    const end = (reading: PdfReading) => {
      clearTimeout(timer);
      resolve(reading);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', () => end({ ok: false, why: 'broken' }));
    worker.once('exit', () => end({ ok: false, why: 'broken' }));
  });
}
