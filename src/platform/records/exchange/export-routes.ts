// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import { type AnyRoute, bytes, type Call, defineRoute } from '#platform/http';
import type { View } from '#platform/ui';
import { levelOf } from '../access.ts';
import { filePath } from '../files/file-routes.tsx';
import type { Kind } from '../kind/kind.ts';
import { schemesOf } from '../queries/vocabulary.ts';
import type { Level } from '../record.ts';
import { kindOf } from '../registry.ts';
import { deskRoute, openRecord, recordParams, words } from '../routes/opened.ts';
import { publicKind } from '../routes/public-records.ts';
import { apiPath } from './api-routes.ts';
import { BOM, csvText } from './csv.ts';
import { freshAnswer } from './fresh.ts';
import { packRecords } from './pack.ts';
import { packKind, packPublished } from './pack-kind.ts';
import type { Parcel } from './parcel.ts';
import { chosenIn, narrowingSchemes } from './published.ts';
import { cellsOf, columnsOf, headings } from './table.ts';
import { termNames } from './term-names.ts';

const CSV = 'text/csv; charset=utf-8';
const PARCELS = 'application/x-ndjson; charset=utf-8';
const kindParams = z.object({ kind: z.string().max(31) }).loose();

/** The list of a kind as a table, narrowed as the page that links to it. */
export function csvRoutes(room: string): AnyRoute[] {
  return [
    defineRoute({
      name: `${room}-csv`,
      verb: 'GET',
      path: `/${room}/:kind.csv`,
      access: 'public',
      cache: 'api',
      params: kindParams,
      query: z.object({ q: words }).loose(),
      handle: (call) => {
        const kind = publicKind(room, call.params.kind);
        return freshAnswer(call, async () => {
          const chosen = chosenIn(narrowingSchemes(kind), call.query);
          const parcels = await packPublished(call, { kind, words: call.query.q, chosen });
          const body = await tableOf(call, { kind, parcels, level: 0 });
          return { body, type: CSV, at: null, headers: attached(`${kind.name}.csv`) };
        });
      },
    }),
  ];
}

/** Every published record of a kind in the form in which another installation takes it. */
export function parcelRoutes(kind: Kind): AnyRoute[] {
  if (kind.seen !== 'public') return [];
  return [
    defineRoute({
      name: `api-${kind.room}-${kind.name}-parcels`,
      verb: 'GET',
      path: `${apiPath(kind)}.ndjson`,
      localized: false,
      access: 'public',
      cache: 'api',
      api: { summary: `All published records of the kind ${kind.name}, one in each line (rowan-record/1)` },
      handle: (call) =>
        freshAnswer(call, async () => {
          const parcels = await packPublished(call, { kind, words: '', chosen: {} });
          return { body: lines(parcels), type: PARCELS, at: null, headers: attached(`${kind.name}.ndjson`) };
        }),
    }),
  ];
}

/** Everything that staff may see, drafts too: to keep, to work on elsewhere, to give away. */
export function deskExportRoutes(roles: readonly Role[]): AnyRoute[] {
  return [wholeKind(roles, 'csv'), wholeKind(roles, 'ndjson'), oneRecord(roles)];
}

function wholeKind(roles: readonly Role[], format: 'csv' | 'ndjson'): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: `records-export-${format}`,
    verb: 'GET',
    path: `/desk/records/:kind/export.${format}`,
    params: kindParams,
    handle: async (call) => {
      const { ctx, origin } = call;
      const kind = kindOf(call.params.kind);
      const level = levelOf(ctx.actor);
      const parcels = await packKind(ctx.db, kind.name, { origin, face: 1, level });
      const body = format === 'csv' ? await tableOf(call, { kind, parcels, level }) : lines(parcels);
      const headers = attached(`${kind.name}.${format}`);
      return bytes(body, format === 'csv' ? CSV : PARCELS, { headers });
    },
  });
}

function oneRecord(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-export',
    verb: 'GET',
    path: '/desk/record/:id/export.ndjson',
    params: recordParams,
    handle: async ({ ctx, params: { id }, origin }) => {
      const { kind } = await openRecord(ctx, id);
      const parcels = await packRecords(ctx.db, [id], { origin, face: 1, level: levelOf(ctx.actor) });
      return bytes(lines(parcels), PARCELS, { headers: attached(`${kind.name}-${id}.ndjson`) });
    },
  });
}

const attached = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });
const lines = (parcels: readonly Parcel[]) => parcels.map((parcel) => `${JSON.stringify(parcel)}\n`).join('');

interface Tabled {
  kind: Kind;
  parcels: readonly Parcel[];
  level: Level;
}

async function tableOf(
  { ctx, view, origin }: { ctx: Ctx; view: View } & Pick<Call, 'origin'>,
  { kind, parcels, level }: Tabled,
): Promise<string> {
  const langs = [...new Set(parcels.flatMap(({ words: said }) => Object.keys(said)))].sort();
  const columns = columnsOf(kind, level, langs);
  const terms = await termNames(ctx.db, schemesOf(kind), view);
  const said = {
    view,
    terms,
    fileAddress: (file: Parameters<typeof filePath>[0]) => `${origin}${filePath(file)}`,
  };
  const rows = parcels.map((parcel) => cellsOf(parcel, columns, said));
  return `${BOM}${csvText([headings(view, kind, columns), ...rows])}`;
}
