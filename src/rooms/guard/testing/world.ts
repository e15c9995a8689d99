// SPDX-License-Identifier: EUPL-1.2
import { deriveSession, newSessionToken } from '#platform/seal';
import type { ShownPlace } from '../shown.ts';
import { type Guard, startGuard } from '../start-guard.ts';
import { type Base, openBase } from './base.ts';

/** A guard that follows a database of its own. */
export interface World extends Base {
  guard: Guard;
  /** Starts one more on the same database; whoever asks for it stops it. */
  another(): Promise<Guard>;
  port: number;
  faults: string[];
  /** A browser of a family, for what is shown once. */
  session: ShownPlace['session'];
}

export async function openWorld(): Promise<World> {
  const base = await openBase();
  const faults: string[] = [];
  const another = () =>
    startGuard({
      database: base.fresh.database,
      dataFolder: base.folder,
      host: '127.0.0.1',
      port: 0,
      upstreams: [`127.0.0.1:${base.stub.port}`],
      url: 'https://rowan.example',
      workerUrl: new URL('../resolver/resolver.worker.ts', import.meta.url),
      onFault: (code) => faults.push(code),
    });
  const guard = await another();
  const closeBase = base.close;
  return Object.assign(base, {
    ...{ guard, another, faults },
    port: Number(guard.address.split(':')[1]),
    session: deriveSession(newSessionToken()),
    close: async () => {
      await guard.stop();
      await closeBase();
    },
  });
}
