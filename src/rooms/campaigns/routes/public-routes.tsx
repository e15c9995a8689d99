// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page } from '#platform/http';
import type { Lang } from '#platform/i18n';
import { editionsOf, editionTitle, type Kit, piecesOf } from '../kit.ts';
import { CalendarPage } from '../pages/calendar-page.tsx';
import { KitPage } from '../pages/kit-page.tsx';
import { PartPage, YourPartPage } from '../pages/part-pages.tsx';
import { isWho } from '../pages/parts.ts';
import { composeTranslatorSheet, textFile } from '../print/documents.ts';
import { isEdition } from '../print/edition.ts';
import { zipKit } from '../print/kit-zip.ts';
import { isPiece } from '../print/pieces.ts';
import { demandFit, print, printSheet } from '../print/print.ts';
import { calendarOf } from '../queries/calendar.ts';
import { readKit } from '../queries/kit.ts';
import type { RoomServices } from '../services.ts';
import { download, type NamedPiece, readFileName } from './kit-file.ts';
import { publicEdition } from './public-edition.ts';

const open = { verb: 'GET', access: 'public', cache: 'public' } as const;
const number = z.coerce.number().int().positive();

/** What everybody reads and takes: the calendar, one's own part, and kits. */
export function publicRoutes(services: RoomServices): AnyRoute[] {
  return [calendar(), yourPart(), part(), kit(), file(services)];
}

function calendar(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'campaigns-home',
    path: '/campaigns',
    query: z
      .object({ year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined) })
      .loose(),
    handle: async ({ ctx, view, query }) => {
      const year = query.year ?? ctx.now.getUTCFullYear();
      return page(
        <CalendarPage
          view={view}
          year={year}
          now={ctx.now}
          calendar={await calendarOf(ctx.db, view.lang, year)}
        />,
      );
    },
  });
}

function yourPart(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'campaigns-your-part',
    path: '/campaigns/your-part',
    handle: ({ view }) => page(<YourPartPage view={view} />),
  });
}

function part(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'campaigns-part',
    path: '/campaigns/your-part/:who',
    params: z.object({ who: z.string() }).loose(),
    handle: async ({ ctx, view, params: { who } }) => {
      if (!isWho(who)) notFound();
      const now = await calendarOf(ctx.db, view.lang, ctx.now.getUTCFullYear());
      return page(<PartPage view={view} who={who} campaigns={now.campaigns} />);
    },
  });
}

function kit(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'campaigns-kit',
    path: '/campaigns/kit/:number',
    params: z.object({ number }).loose(),
    query: z.object({ edition: z.string().optional() }).loose(),
    handle: async ({ ctx, view, params, query }) => {
      const found = await readKit(ctx.db, params.number);
      const codes = editionsOf(found);
      const asked = codes.find((code) => code === query.edition);
      const code = asked ?? codes.find((one) => one === view.lang) ?? codes[0] ?? 'blank-ltr';
      return page(<KitPage view={view} kit={found} code={code} codes={codes} />);
    },
  });
}

type FileCall = Call<{ number: number; file: string }>;

function file(services: RoomServices): AnyRoute {
  return defineRoute({
    ...open,
    name: 'campaigns-kit-file',
    path: '/campaigns/kit/:number/:file',
    params: z.object({ number, file: z.string().max(60) }).loose(),
    handle: async (call: FileCall) => {
      const { ctx, params } = call;
      const found = await readKit(ctx.db, params.number);
      const piece = readFileName(params.file);
      if (piece !== null) return pieceAnswer(call, services, { kit: found, piece });
      return (
        textsAnswer(call, found) ??
        (await sheetAnswer(call, services, found)) ??
        (await zipAnswer(call, services, found)) ??
        notFound()
      );
    },
  });
}

async function pieceAnswer(
  call: FileCall,
  { compiler }: RoomServices,
  { kit: found, piece: named }: { kit: Kit; piece: NamedPiece },
): Promise<Answer> {
  const { piece, code, side, format } = named;
  if (!isEdition(code) || !editionsOf(found).includes(code) || !piecesOf(found, code).includes(piece))
    notFound();
  const edition = await publicEdition(call, found, code);
  const printed = (await print(call.ctx, compiler, { piece, edition, format, side })) ?? notFound();
  demandFit(printed);
  return download(call.params.file, format, printed.bytes);
}

function textsAnswer({ view, params }: FileCall, found: Kit): Answer | null {
  if (params.file !== 'texts.txt') return null;
  const body = textFile(editionTitle(found, view.lang), found.texts, view.t);
  return download(params.file, 'txt', Buffer.from(body));
}

async function sheetAnswer(call: FileCall, { compiler }: RoomServices, found: Kit): Promise<Answer | null> {
  const { ctx, view, params } = call;
  const [, piece = '', blank] = /^sheet-(.+)-(ltr|rtl)\.pdf$/.exec(params.file) ?? [];
  if (!isPiece(piece)) return null;
  const { lang, dir } = view;
  const sheet = composeTranslatorSheet({
    piece,
    edition: { title: editionTitle(found, lang), lang, dir, look: found.look },
    blank: blank === 'rtl' ? 'rtl' : 'ltr',
    texts: found.texts as Record<Lang, object>,
    say: view.t,
  });
  if (sheet === null) return null;
  const printed = await printSheet(ctx, compiler, { sheet, files: [], format: 'pdf' });
  return download(params.file, 'pdf', printed.bytes);
}

async function zipAnswer(call: FileCall, { compiler }: RoomServices, found: Kit): Promise<Answer | null> {
  const { ctx, view, params } = call;
  const code = /^kit-(.+)\.zip$/.exec(params.file)?.[1] ?? '';
  if (!isEdition(code) || !editionsOf(found).includes(code)) return null;
  const edition = await publicEdition(call, found, code);
  const body = await zipKit(ctx, compiler, {
    editions: [{ code, edition, pieces: piecesOf(found, code) }],
    texts: { 'texts.txt': textFile(editionTitle(found, view.lang), found.texts, view.t) },
  });
  return download(params.file, 'zip', body);
}
