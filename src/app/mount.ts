// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deskHealth, openCasesOf } from '#cases';
import type { Guard } from '#guard';
import { deskNav } from '#platform/auth';
import type { AnyRoute } from '#platform/http';
import type { AnyJob, Subscription } from '#platform/jobs';
import { prepareRecords } from '#platform/records';
import { plugin as auth } from '../platform/auth/plugin.tsx';
import { plugin as health } from '../platform/health/plugin.tsx';
import { plugin as mail } from '../platform/mail/plugin.tsx';
import { plugin as records } from '../platform/records/plugin.tsx';
import { plugin as setup } from '../platform/setup/plugin.tsx';
import { plugin as campaigns, orderContent as orderCampaigns } from '../rooms/campaigns/plugin.ts';
import { plugin as cases } from '../rooms/cases/plugin.ts';
import { plugin as guard } from '../rooms/guard/plugin.ts';
import { plugin as library, orderContent } from '../rooms/library/plugin.ts';
import { plugin as ratings } from '../rooms/ratings/plugin.ts';
import { plugin as reports } from '../rooms/reports/plugin.ts';
import { housekeeping } from './housekeeping.ts';
import { pager } from './pager.ts';
import { closable } from './public/closable.tsx';
import { recordRooms } from './record-rooms.ts';
import type { Services } from './services.ts';

/** What a room gives to the app. */
export interface Plugin {
  name: string;
  routes: AnyRoute[];
  jobs: AnyJob[];
  subscriptions: Subscription[];
  /** Ends what the room started, e.g. a resolver's sockets. */
  stop?: () => Promise<void>;
}

export interface Rooms {
  routes: AnyRoute[];
  jobs: AnyJob[];
  subscriptions: Subscription[];
  /** The resolver of this process, where it has one. */
  guard: Pick<Guard, 'ratings' | 'lacksRatings'> | null;
  dns: string | null;
  stop(): Promise<void>;
}

/** The only list of rooms in code. */
export async function mountRooms(services: Services): Promise<Rooms> {
  const { config, database, setupToken, intakeOpen, installation } = services;
  const workerUrl = pathToFileURL(join(services.dist, 'workers', 'resolver.mjs'));
  const protection = await guard({ ...services, workerUrl });
  const keeping = [...recordRooms, ...services.recordRooms];
  const plugins: Plugin[] = [
    auth({ setupToken, openCasesOf }),
    setup(deskNav),
    mail({ smtpUrl: config.smtpUrl, nav: deskNav }),
    health({
      database,
      dataFolder: config.data,
      keyringProtected: config.keyringKeyFile !== null,
      desk: deskHealth,
      guard: protection.health,
    }),
    records({ rooms: keeping }),
    reports({ intakeOpen, openLanguages: installation.open }),
    cases,
    ratings({ db: database.db, dataFolder: config.data, listen: database.listen }),
    library,
    campaigns(),
    protection,
  ];
  await prepareRecords(database.db, keeping);
  if (services.content && config.roles.has('worker')) {
    await orderContent(database.db);
    await orderCampaigns(database.db);
  }
  const alarm = pager(config);
  return {
    routes: plugins.flatMap(({ name, routes }) => closable(name, routes, services)),
    jobs: [
      ...housekeeping,
      alarm.job,
      ...plugins.flatMap((plugin) => [...plugin.jobs, ...plugin.subscriptions.map(({ job }) => job)]),
    ],
    subscriptions: [alarm, ...plugins.flatMap((plugin) => plugin.subscriptions)],
    guard: protection.guard,
    dns: protection.dns,
    stop: async () => {
      for (const plugin of plugins.reverse()) await plugin.stop?.();
    },
  };
}
