// SPDX-License-Identifier: EUPL-1.2
// The fences between the parts, made from architecture.mjs. Each rule says why in a sentence, with its decision's number; each has a
// planted violation in tests/architecture/planted.ts.
import { enginePackages, networkUsers, platform, rooms } from './architecture.mjs';

const TEST = '(\\.test\\.tsx?$|/tests?/|^tests/|/testing/)';
const DOOR = '^src/rooms/[^/]+/index\\.ts$';
const PLUGIN = '^src/(rooms|platform)/[^/]+/plugin\\.tsx?$';
const NETWORK = '^(node:)?(http|https|http2|dns|dns/promises|dgram|tls)$|(^|/)node_modules/undici/';

const forbid = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
  ...more,
});

const engines = [
  forbid(
    'engine-knows-no-src',
    'An engine can be embedded by a stranger, so it knows nothing of Rowan (decision 0009).',
    { path: '^packages/' },
    { path: '^(src|tests|tools|bench)/' },
  ),
  forbid(
    'engine-uses-no-node',
    'An engine has no disk, network or clock: the same bytes in give the same bytes out, in any runtime (decision 0009).',
    { path: '^packages/', pathNot: TEST },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'engine-takes-no-package',
    'An engine brings no stranger with it; an audited primitive is a decision first (decisions 0009, 0010).',
    { path: '^packages/', pathNot: TEST },
    {
      path: '(^|/)node_modules/',
      pathNot: ['(^|/)node_modules/@rowan/', ...enginePackages.map((name) => `(^|/)node_modules/${name}/`)],
    },
  ),
  forbid(
    'engine-stands-alone',
    'One engine does not need another (decision 0009).',
    { path: '^packages/([^/]+)/', pathNot: TEST },
    { path: '^packages/', pathNot: '^packages/$1/' },
  ),
  forbid(
    'engine-door',
    'What an engine promises is its surface; the files behind it may change any day (decision 0009).',
    { path: '^(src|bench)/' },
    { path: '^packages/', pathNot: '^packages/[^/]+/src/index\\.ts$' },
  ),
];

const floors = [
  forbid(
    'platform-below-rooms',
    'The platform is the ground of every room and knows none of them (decision 0001).',
    { path: '^src/platform/', pathNot: TEST },
    { path: '^src/(rooms|app)/' },
  ),
  forbid(
    'room-below-app',
    'The app puts the rooms together; a room that knew the app could not be used without it (decision 0001).',
    { path: '^src/rooms/', pathNot: TEST },
    { path: '^src/app/' },
  ),
  forbid(
    'product-without-tests',
    'What runs in a country must not need the test tools (decision 0001).',
    { path: '^(src|packages)/', pathNot: TEST },
    { path: TEST },
  ),
  forbid(
    'product-without-dev-packages',
    'A package of devDependencies is not there in production (decision 0010).',
    { path: '^(src|packages)/', pathNot: TEST },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

/** One rule for each part, because "before it in the list" is not a pattern. */
const platformOrder = platform.map((part, at) =>
  forbid(
    `platform-order-${part}`,
    `${part} stands on ${platform.slice(0, at).join(', ') || 'nothing'}; parts above it may open it, not the other way (decision 0002).`,
    { path: `^src/platform/${part}/`, pathNot: TEST },
    { path: '^src/platform/', pathNot: `^src/platform/(${[...platform.slice(0, at), part].join('|')})/` },
  ),
);

const platformDoors = [
  forbid(
    'platform-part-is-listed',
    'A new part of the platform takes its place in architecture.mjs first (decision 0002).',
    {},
    { path: '^src/platform/[^/]+/', pathNot: `^src/platform/(${platform.join('|')})/` },
  ),
  forbid(
    'platform-door-between-parts',
    'Parts of the platform use each other through index.ts, like everyone else (decision 0002).',
    { path: '^src/platform/([^/]+)/', pathNot: TEST },
    { path: '^src/platform/', pathNot: ['^src/platform/$1/', '^src/platform/[^/]+/index\\.ts$'] },
  ),
  forbid(
    'platform-door',
    'Rooms and app use the platform through the index.ts of a part; the app also mounts its plugin (decision 0002).',
    { path: '^src/(rooms|app)/', pathNot: TEST },
    { path: '^src/platform/', pathNot: ['^src/platform/[^/]+/index\\.ts$', PLUGIN] },
  ),
];

const neighbours = Object.entries(rooms).map(([room, { opens }]) =>
  forbid(
    `room-neighbours-${room}`,
    `${room} may open ${opens.join(', ') || 'no other room'}; a new arrow is a line in architecture.mjs and a reason (decision 0002).`,
    { path: `^src/rooms/${room}/`, pathNot: TEST },
    { path: '^src/rooms/', pathNot: `^src/rooms/(${[room, ...opens].join('|')})/` },
  ),
);

const roomWalls = [
  forbid(
    'room-is-listed',
    'A new room takes its place in architecture.mjs first (decision 0002).',
    {},
    { path: '^src/rooms/[^/]+/', pathNot: `^src/rooms/(${Object.keys(rooms).join('|')})/` },
  ),
  forbid(
    'room-door',
    'What a room promises is its index.ts; everything else in it may change any day (decision 0002).',
    { path: '^src/rooms/([^/]+)/', pathNot: TEST },
    { path: '^src/rooms/', pathNot: ['^src/rooms/$1/', DOOR] },
  ),
  forbid(
    'room-door-for-app',
    'The app mounts plugin.ts and asks doors, and sees nothing else of a room (decision 0002).',
    { path: '^src/app/', pathNot: TEST },
    { path: '^src/rooms/', pathNot: [DOOR, PLUGIN] },
  ),
  forbid(
    'plugin-only-by-app',
    'plugin.ts is where the app plugs a part in; whoever else imports it would mount it twice (decision 0002).',
    { path: '^src/', pathNot: ['^src/app/', TEST] },
    { path: PLUGIN },
  ),
  forbid(
    'door-from-outside',
    'index.ts is for the others; a file inside that imports its own door makes a ring (decision 0002).',
    { path: '^src/(rooms|platform)/([^/]+)/', pathNot: TEST },
    { path: '^src/$1/$2/index\\.ts$' },
  ),
  forbid(
    'door-without-pages',
    'Who opens a door wants an answer and not the markup behind it (decision 0002).',
    { path: DOOR },
    { path: '^src/rooms/[^/]+/pages/', reachable: true },
  ),
  forbid(
    'no-room-ring',
    'Two rooms that need each other are one room, or need a fact between them (decision 0002).',
    { path: '^src/rooms/[^/]+$' },
    { path: '^src/rooms/[^/]+$', circular: true, viaOnly: { path: '^src/rooms/[^/]+$' } },
    { scope: 'folder' },
  ),
];

const insideRooms = [
  forbid(
    'page-without-tables',
    'A page gets one view object; rows never reach markup (decision 0006).',
    { path: '^src/rooms/[^/]+/(pages/|pages\\.tsx$)', pathNot: TEST },
    { path: '^src/rooms/[^/]+/tables(/|\\.ts$)|^src/platform/(db|jobs|mail|fetch)/' },
  ),
  forbid(
    'page-without-actions',
    'A page asks and does nothing by itself; it may only name the type of the view it is given (decision 0006).',
    { path: '^src/rooms/[^/]+/(pages/|pages\\.tsx$)', pathNot: TEST },
    { path: '^src/rooms/[^/]+/(queries|actions|routes|jobs)(/|\\.tsx?$)', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'island-stands-alone',
    'An island runs in a browser: nothing of the server may slip into it (decision 0006).',
    { path: '/islands/', pathNot: TEST },
    { pathNot: '/islands/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'island-only-built',
    'Islands are browser programs; the server only knows their names (decision 0006).',
    { path: '^src/', pathNot: ['/islands/', TEST] },
    { path: '/islands/[^/]+\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
];

const everywhere = [
  forbid(
    'no-file-ring',
    'Files that import each other cannot be understood, tested or loaded one at a time (decision 0002).',
    {},
    { circular: true },
  ),
  forbid(
    'no-unresolvable',
    'An import that leads nowhere hides from every other rule (decision 0002).',
    {},
    { couldNotResolve: true },
  ),
  // node:net has harmless names too (isIP); tests/architecture/habits.ts looks at what is taken from it.
  forbid(
    'network-only-guarded',
    'Requests leave through one guarded client, so that nothing can be made to call where it should not (decision 0001).',
    { path: '^src/', pathNot: [...networkUsers.map((path) => `^${path}`), '/islands/', TEST] },
    { path: NETWORK, dependencyTypesNot: ['type-only'] },
  ),
];

export default {
  forbidden: [
    ...engines,
    ...floors,
    ...platformOrder,
    ...platformDoors,
    ...neighbours,
    ...roomWalls,
    ...insideRooms,
    ...everywhere,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
