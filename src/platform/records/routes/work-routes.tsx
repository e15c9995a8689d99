// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import { type Answer, type AnyRoute, defineRoute, page } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { type FieldErrors, pathIn, type View } from '#platform/ui';
import { isOpen, levelOf, may, STEPS } from '../access.ts';
import { WorkPage } from '../desk/work-page.tsx';
import type { WorkView } from '../desk/work-view.ts';
import { kindsOpenIn } from '../open-kinds.ts';
import { recordPath } from '../pages/address.ts';
import { RecordPage } from '../pages/record-page.tsx';
import { partLines } from '../queries/parts.ts';
import { langFor, recordView, titleIn } from '../queries/record-view.ts';
import { heldBack, readiness } from '../store/lacks.ts';
import { linkedTitles } from '../store/titles.ts';
import { deskRoute, langName, type Opened, openRecord, recordParams } from './opened.ts';

export function workRoutes(roles: readonly Role[]): AnyRoute[] {
  return [work(roles), read(roles)];
}

function work(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-work',
    verb: 'GET',
    path: '/desk/record/:id',
    params: recordParams,
    query: z.object({ merged: z.string().optional() }),
    handle: async ({ ctx, view, params: { id }, query }) =>
      drawWork(ctx, view, { opened: await openRecord(ctx, id), merged: query.merged !== undefined }),
  });
}

interface Drawn {
  opened: Opened;
  merged?: boolean;
  errors?: FieldErrors;
  /** What was typed into a step that was not taken. */
  note?: string;
}

/** The work page, after a step that lacked something too. */
export async function drawWork(ctx: Ctx, view: View, drawn: Drawn): Promise<Answer> {
  const { errors = [], merged = false, note = '' } = drawn;
  const shown = { ...(await workView(ctx, view, drawn.opened)), merged, note, errors };
  return page(<WorkPage view={view} work={shown} />, { status: errors.length > 0 ? 422 : 200 });
}

async function workView(
  ctx: Ctx,
  view: View,
  { kind, record }: Opened,
): Promise<Omit<WorkView, 'merged' | 'note' | 'errors'>> {
  const { timeZone, languages } = await readInstallation(ctx.db);
  const lang = langFor(record, [view.lang]);
  const reader = { lang: view.lang, face: 1, level: levelOf(ctx.actor) } as const;
  const successors = await linkedTitles(ctx.db, record.successor === null ? [] : [record.successor], reader);
  const isPublic =
    record.edition > 0 &&
    record.state !== 'withdrawn' &&
    kind.seen === 'public' &&
    kindsOpenIn(view).includes(kind);
  return {
    actor: ctx.actor,
    kind,
    record,
    title: titleIn(kind, record, lang),
    lang,
    parts: await partLines(ctx.db, record),
    missing: languages.filter((one) => !(one in record.words)),
    lacks: await readiness(ctx, record.id),
    heldBack: await heldBack(ctx, record.id),
    steps: STEPS.filter((step) => may(ctx.actor, kind, step) && isOpen(kind, record, step)),
    successor: [...successors.values()][0] ?? null,
    publicHref: isPublic ? pathIn(view, recordPath(kind, record.id, titleIn(kind, record, view.lang))) : null,
    timeZone: timeZone || 'UTC',
  };
}

/** The page as readers will see it, with what staff alone see. */
function read(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-read',
    verb: 'GET',
    path: '/desk/record/:id/read',
    params: recordParams,
    query: z.object({ text: langName.optional().catch(undefined) }),
    handle: async ({ ctx, view, params: { id }, query, origin }) => {
      const { record } = await openRecord(ctx, id);
      const reader = { face: 1, level: levelOf(ctx.actor) } as const;
      const shown = await recordView(ctx, view, { record, reader, text: query.text, origin });
      return page(<RecordPage view={view} shown={shown} desk={ctx.actor} />);
    },
  });
}
