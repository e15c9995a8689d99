// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { Build } from './snapshot/build.ts';
import type { BuildAnswer, BuildData, BuildOrder } from './snapshot/messages.ts';

// A thread of its own: building a million hosts on the main one cost 10 % of the guard's packets (performance.md).

const port = parentPort;
if (port === null) throw new Error('build.worker.ts runs as a worker thread');
const build = new Build(workerData as BuildData);

port.on('message', async (order: BuildOrder) => {
  port.postMessage(await answer(order));
});

async function answer(order: BuildOrder): Promise<BuildAnswer> {
  try {
    switch (order.do) {
      case 'take':
        build.take(order.block);
        return { did: 'take' };
      case 'finish':
        return { did: 'finish', finished: build.finish(order) };
      case 'write':
        return { did: 'write', written: await build.write(order) };
    }
  } catch (error) {
    return { did: 'fail', code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'defect';
}
