// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { aliasesOf } from '#platform/auth';
import type { Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { may, type Step } from '../access.ts';
import { HistoryPage, RevisionPage } from '../desk/history-page.tsx';
import { deskPath } from '../pages/address.ts';
import { titleIn } from '../queries/record-view.ts';
import { revisionChanges } from '../queries/revision-changes.ts';
import { bodyAt, revisionsOf } from '../store/read.ts';
import { restore } from '../store/save.ts';
import { deskRoute, langName, type Opened, openRecord, recordParams, requireStep } from './opened.ts';

const number = z.coerce.number().int().min(0).max(1_000_000_000);
const revisionParams = recordParams.extend({ of: z.union([z.literal('facts'), langName]), rev: number });
type RevisionCall = Call<{ id: number; of: string; rev: number }, { from?: number | undefined }>;

/** What a record was: every revision, what each changed, and the way back. */
export function historyRoutes(roles: readonly Role[]): AnyRoute[] {
  return [history(roles), revision(roles), bringBack(roles)];
}

function history(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-history',
    verb: 'GET',
    path: '/desk/record/:id/history',
    params: recordParams,
    handle: async ({ ctx, view, params: { id } }) => {
      const { kind, record } = await openRecord(ctx, id);
      const all = await revisionsOf(ctx.db, id);
      const names = await aliasesOf(
        ctx.db,
        [...all.revisions, ...all.editions].map(({ by }) => by),
      );
      const { timeZone } = await readInstallation(ctx.db);
      const shown = {
        ...{ actor: ctx.actor, kind, id, history: all, names },
        title: titleIn(kind, record, view.lang),
        timeZone: timeZone || 'UTC',
      };
      return page(<HistoryPage view={view} shown={shown} />);
    },
  });
}

function revision(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-revision',
    verb: 'GET',
    path: '/desk/record/:id/history/:of/:rev',
    params: revisionParams,
    query: z.object({ from: number.optional().catch(undefined) }),
    handle: drawRevision,
  });
}

async function drawRevision({ ctx, view, params, query }: RevisionCall): Promise<Answer> {
  const opened = await openRecord(ctx, params.id);
  const { kind, record } = opened;
  const lang = params.of === 'facts' ? '' : params.of;
  const from = query.from ?? params.rev - 1;
  const old = (await bodyAt(ctx.db, params.id, { lang, rev: params.rev })) ?? notFound();
  const before = from < 1 ? null : await bodyAt(ctx.db, params.id, { lang, rev: from });
  const changes = await revisionChanges(ctx.db, {
    kind,
    view,
    lang,
    before: before?.body ?? {},
    after: old.body,
  });
  const shown = {
    actor: ctx.actor,
    id: params.id,
    title: titleIn(kind, record, view.lang),
    lang,
    rev: params.rev,
    from: before === null ? 0 : from,
    changes,
    gone: Object.entries(old.gone).map(([name, value]) => ({
      name,
      text: typeof value === 'string' ? value : JSON.stringify(value),
    })),
    mayRestore: params.rev !== newestRev(opened, lang) && may(ctx.actor, kind, stepFor(opened, lang)),
  };
  return page(<RevisionPage view={view} shown={shown} />);
}

const newestRev = ({ record }: Opened, lang: string) =>
  lang === '' ? record.factsRev : (record.words[lang]?.rev ?? 0);
const stepFor = ({ record }: Opened, lang: string): Step =>
  lang === '' || lang === record.tongue ? 'edit' : 'translate';

function bringBack(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-restore',
    verb: 'POST',
    path: '/desk/record/:id/history/:of/:rev',
    act: 'record.restored',
    params: revisionParams,
    handle: async ({ ctx, view, params: { id, of, rev } }) => {
      const opened = await openRecord(ctx, id);
      const lang = of === 'facts' ? '' : of;
      requireStep(ctx, opened.kind, stepFor(opened, lang));
      await restore(ctx, { record: id, lang, rev });
      return seeOther(deskPath(view, id, 'history'));
    },
  });
}
