// SPDX-License-Identifier: EUPL-1.2

/** A small tree in which every rule of .dependency-cruiser.mjs has something to find. */
export interface Planted {
  readonly rule: string;
  /** The file in which the violation must be found. */
  readonly at: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What the planted files lean on: two rooms, two parts and an engine that keep the rules. */
export const soundTree: Readonly<Record<string, string>> = {
  'src/platform/log/index.ts': "export { say } from './say.ts';",
  'src/platform/log/say.ts': 'export const say = (code: string): string => code;',
  'src/platform/db/index.ts': "export { read } from './read.ts';",
  'src/platform/db/read.ts': 'export const read = (): number => 1;',
  'src/rooms/reports/index.ts': "export { sendReport } from './actions/send-report.ts';",
  'src/rooms/reports/actions/send-report.ts':
    "import { say } from '#platform/log';\nexport const sendReport = (): string => say('sent');",
  'src/rooms/reports/tables.ts': "import { read } from '#platform/db';\nexport const rows = read;",
  'src/rooms/reports/plugin.ts': "export { sendReport as mount } from './actions/send-report.ts';",
  'src/rooms/reports/pages/start.tsx': 'export const start = (): string => "start";',
  'src/rooms/ratings/index.ts': 'export const rate = (): number => 1;',
  'src/rooms/cases/index.ts': "export { judge } from './judge.ts';",
  'src/rooms/cases/judge.ts': "import { rate } from '#ratings';\nexport const judge = rate;",
  'src/app/main.ts': "import { mount } from '../rooms/reports/plugin.ts';\nmount();",
  'packages/dns-wire/src/index.ts': "export { decode } from './decode.ts';",
  'packages/dns-wire/src/decode.ts': 'export const decode = (): number => 1;',
  'packages/rating-index/src/index.ts': 'export const find = (): number => 1;',
};

const one = (rule: string, at: string, code: string): Planted => ({ rule, at, files: { [at]: code } });

const engines = [
  one('engine-knows-no-src', 'packages/dns-wire/src/p1.ts', "import '../../../src/platform/log/index.ts';"),
  one('engine-uses-no-node', 'packages/dns-wire/src/p2.ts', "import 'node:fs';"),
  one('engine-takes-no-package', 'packages/dns-wire/src/p3.ts', "import 'zod';"),
  one('engine-stands-alone', 'packages/dns-wire/src/p4.ts', "import '../../rating-index/src/index.ts';"),
  one('engine-door', 'src/rooms/guard/p5.ts', "import '../../../packages/dns-wire/src/decode.ts';"),
];

const floors = [
  one('platform-below-rooms', 'src/platform/log/p6.ts', "import '#reports';"),
  one('room-below-app', 'src/rooms/reports/p7.ts', "import '../../app/main.ts';"),
  {
    rule: 'product-without-tests',
    at: 'src/rooms/reports/p8.ts',
    files: {
      'src/rooms/reports/p8.ts': "import './p8.test.ts';",
      'src/rooms/reports/p8.test.ts': 'export {};',
    },
  },
  one('product-without-dev-packages', 'src/rooms/reports/p9.ts', "import 'vitest';"),
];

const platform = [
  one('platform-order-log', 'src/platform/log/p10.ts', "import '#platform/db';"),
  {
    rule: 'platform-part-is-listed',
    at: 'src/platform/log/p11.ts',
    files: {
      'src/platform/log/p11.ts': "import '#platform/misfit';",
      'src/platform/misfit/index.ts': 'export {};',
    },
  },
  one('platform-door-between-parts', 'src/platform/db/p12.ts', "import '../log/say.ts';"),
  one('platform-door', 'src/rooms/reports/p13.ts', "import '../../platform/log/say.ts';"),
];

const rooms = [
  one('room-neighbours-reports', 'src/rooms/reports/p14.ts', "import '#ratings';"),
  one('room-neighbours-ratings', 'src/rooms/ratings/p15.ts', "import '#reports';"),
  one('room-neighbours-cases', 'src/rooms/cases/p16.ts', "import '#guard';"),
  one('room-neighbours-guard', 'src/rooms/guard/p17.ts', "import '#reports';"),
  one('room-neighbours-library', 'src/rooms/library/p17.ts', "import '#reports';"),
  one('room-neighbours-campaigns', 'src/rooms/campaigns/p17.ts', "import '#reports';"),
  {
    rule: 'room-is-listed',
    at: 'src/rooms/stray/p18.ts',
    files: {
      'src/rooms/stray/p18.ts': "import './p18-rule.ts';",
      'src/rooms/stray/p18-rule.ts': 'export {};',
    },
  },
  one('room-door', 'src/rooms/cases/p19.ts', "import '../reports/actions/send-report.ts';"),
  one('room-door-for-app', 'src/app/p20.ts', "import '../rooms/reports/actions/send-report.ts';"),
  one('plugin-only-by-app', 'src/rooms/reports/p21.ts', "import './plugin.ts';"),
  one('door-from-outside', 'src/rooms/reports/p22.ts', "import './index.ts';"),
  one('no-unresolvable', 'src/rooms/cases/p23.ts', "import '#reports/actions/send-report.ts';"),
  one('no-unresolvable', 'src/rooms/guard/p24.ts', "import '@rowan/dns-wire/src/decode.ts';"),
  one('page-without-tables', 'src/rooms/reports/pages/p25.tsx', "import '../tables.ts';"),
  one('page-without-actions', 'src/rooms/reports/pages/p26.tsx', "import '../actions/send-report.ts';"),
  one('island-stands-alone', 'src/platform/ui/islands/p27.ts', "import '#platform/log';"),
  {
    rule: 'island-only-built',
    at: 'src/rooms/reports/p28.ts',
    files: {
      'src/rooms/reports/p28.ts': "import './islands/p28-part.ts';",
      'src/rooms/reports/islands/p28-part.ts': 'export {};',
    },
  },
  one('network-only-guarded', 'src/rooms/reports/p29.ts', "import 'node:dns';"),
  one('network-only-guarded', 'src/rooms/reports/p30.ts', "import 'undici';"),
  {
    rule: 'door-without-pages',
    at: 'src/rooms/guard/index.ts',
    files: {
      'src/rooms/guard/index.ts': "export { p31 } from './p31.ts';",
      'src/rooms/guard/p31.ts': "import { page } from './pages/p31.tsx';\nexport const p31 = page;",
      'src/rooms/guard/pages/p31.tsx': 'export const page = (): string => "page";',
    },
  },
  {
    rule: 'no-file-ring',
    at: 'src/rooms/guard/p32-back.ts',
    files: {
      'src/rooms/guard/p32.ts': "import './p32-back.ts';",
      'src/rooms/guard/p32-back.ts': "import './p32.ts';",
    },
  },
  {
    rule: 'no-room-ring',
    at: 'src/rooms/ratings',
    files: { 'src/rooms/ratings/p33.ts': "import '#cases';" },
  },
];

export const planted: readonly Planted[] = [...engines, ...floors, ...platform, ...rooms];
