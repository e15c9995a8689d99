// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import { workerFile } from '#platform/config';
import type { BuildAnswer, BuildData, BuildOrder, Finished, Written } from './messages.ts';

/** The publishing thread, seen from outside. */
export interface BuildThread {
  take(block: string): Promise<void>;
  finish(order: { number: number; createdMs: number; auditHead: Uint8Array }): Promise<Finished>;
  write(order: Omit<Extract<BuildOrder, { do: 'write' }>, 'do'>): Promise<Written>;
  stop(): Promise<void>;
}

/** Starts the thread. Throws where it fails; the message is a code, never a host. */
export function startBuild(data: BuildData): BuildThread {
  const worker = new Worker(workerFile(import.meta.url, '../build.worker.ts'), { workerData: data });
  const ask = (order: BuildOrder) =>
    new Promise<BuildAnswer>((resolve, reject) => {
      const clear = () => {
        worker.off('message', heard).off('error', failed).off('exit', ended);
      };
      const heard = (answer: BuildAnswer) => {
        clear();
        resolve(answer);
      };
      const failed = (error: unknown) => {
        clear();
        reject(error);
      };
      const ended = () => failed(new Error('the publishing thread ended'));
      worker.on('message', heard).on('error', failed).on('exit', ended);
      worker.postMessage(order);
    });
  return {
    take: async (block) => {
      expected(await ask({ do: 'take', block }), 'take');
    },
    finish: async (order) => expected(await ask({ do: 'finish', ...order }), 'finish').finished,
    write: async (order) => expected(await ask({ do: 'write', ...order }), 'write').written,
    stop: async () => {
      await worker.terminate();
    },
  };
}

function expected<D extends BuildAnswer['did']>(
  answer: BuildAnswer,
  did: D,
): Extract<BuildAnswer, { did: D }> {
  if (answer.did === 'fail') throw new Error(`publishing failed: ${answer.code}`);
  if (answer.did !== did) throw new Error('the publishing thread answered out of turn');
  return answer as Extract<BuildAnswer, { did: D }>;
}
