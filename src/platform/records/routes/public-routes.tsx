// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, page, redirect } from '#platform/http';
import { pathIn, type View } from '#platform/ui';
import { OtherForms } from '../exchange/other-forms.tsx';
import { chosenIn, narrowingSchemes } from '../exchange/published.ts';
import type { Kind } from '../kind/kind.ts';
import { listPath, recordPath } from '../pages/address.ts';
import { GonePage } from '../pages/gone-page.tsx';
import { ListPage } from '../pages/list-page.tsx';
import { RecordPage } from '../pages/record-page.tsx';
import { listRecords, PAGE_SIZE } from '../queries/list-records.ts';
import { recordView, titleIn } from '../queries/record-view.ts';
import type { FullRecord } from '../record.ts';
import { withdrawnReason } from '../store/read.ts';
import { hintRoutes } from './hint-routes.tsx';
import { langName, pageNumber, words } from './opened.ts';
import { numberedParams, publicKind, publicRecord, READER } from './public-records.ts';

/** The public pages of one room's records: a list of each kind, a page of each record. */
export function publicRoutes(room: string): AnyRoute[] {
  return [list(room), read(room), ...hintRoutes(room)];
}

const open = { verb: 'GET', access: 'public', cache: 'public' } as const;
const listQuery = z.object({ q: words, page: pageNumber }).loose();

function list(room: string): AnyRoute {
  return defineRoute({
    ...open,
    name: `${room}-records`,
    path: `/${room}/:kind`,
    params: z.object({ kind: z.string().max(31) }).loose(),
    query: listQuery,
    handle: async ({ ctx, view, params, query }) => {
      const kind = publicKind(room, params.kind);
      const chosen = chosenIn(narrowingSchemes(kind), query);
      const ask = { kind, words: query.q, chosen, page: query.page };
      const { items, total, facets } = await listRecords(ctx.db, view, ask);
      const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
      const pageHref = (to: number) => `${pathIn(view, listPath(kind))}?${queryOf({ ...ask, page: to })}`;
      const shown = { kind, items, total, page: query.page, pages, words: query.q, facets, pageHref };
      const others = <OtherForms view={view} of={ask} />;
      return page(<ListPage view={view} list={{ ...shown, others }} />);
    },
  });
}

function queryOf(ask: { words: string; chosen: Record<string, string[]>; page: number }): URLSearchParams {
  const pairs = Object.entries(ask.chosen).flatMap(([scheme, codes]) => codes.map((code) => [scheme, code]));
  const asked = ask.words === '' ? [] : [['q', ask.words]];
  return new URLSearchParams([...asked, ...pairs, ['page', String(ask.page)]]);
}

const readQuery = z.object({ text: langName.optional().catch(undefined) });
type ReadCall = Call<z.output<typeof numberedParams>, z.output<typeof readQuery>>;

function read(room: string): AnyRoute {
  return defineRoute({
    ...open,
    name: `${room}-record`,
    path: `/${room}/:kind/:number`,
    params: numberedParams,
    query: readQuery,
    handle: (call: ReadCall) => answer(call, publicKind(room, call.params.kind)),
  });
}

async function answer({ ctx, view, params, query, origin }: ReadCall, kind: Kind): Promise<Answer> {
  const gone = await withdrawnReason(ctx.db, Number.parseInt(params.number, 10), READER.level);
  if (gone?.kind === kind.name)
    return page(<GonePage view={view} kind={kind} reason={gone.reason} />, { status: 410 });
  const record = await publicRecord(ctx.db, kind, params.number);
  const right = recordPath(kind, record.id, slugTitle(view, kind, record));
  const asked = `${listPath(kind)}/${encodeURIComponent(params.number)}`;
  if (asked !== right) {
    const text = query.text === undefined ? '' : `?text=${query.text}`;
    return redirect(`${pathIn(view, right)}${text}`, { status: 301 });
  }
  return page(
    <RecordPage
      view={view}
      shown={await recordView(ctx, view, { record, reader: READER, text: query.text, origin })}
    />,
  );
}

const slugTitle = (view: View, kind: Kind, record: FullRecord) =>
  titleIn(kind, record, view.lang in record.words ? view.lang : record.tongue);
