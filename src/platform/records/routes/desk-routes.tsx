// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Ctx, personOf, type Role } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page } from '#platform/http';
import { isLang, type Lang } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import type { View } from '#platform/ui';
import { may } from '../access.ts';
import { DeskListPage } from '../desk/desk-list-page.tsx';
import { HomePage, type HomeView } from '../desk/home-page.tsx';
import { TranslatePage } from '../desk/translate-page.tsx';
import type { Kind } from '../kind/kind.ts';
import { countDeskRecords, countsByKind, deskRecords } from '../queries/desk-records.ts';
import { countToTranslate, toTranslate } from '../queries/to-translate.ts';
import { kindOf, kinds } from '../registry.ts';
import { deskRoute, pageNumber, words } from './opened.ts';

const MOST = 50;

/** What waits for a person, the records of a kind, and the translators' desk. */
export function deskRoutes(roles: readonly Role[]): AnyRoute[] {
  return [home(roles), list(roles), translate(roles)];
}

function home(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-home',
    verb: 'GET',
    path: '/desk/records',
    handle: async ({ ctx, view }) => page(<HomePage view={view} home={await homeView(ctx, view)} />),
  });
}

async function homeView(ctx: Ctx, view: View): Promise<HomeView> {
  const { timeZone } = await readInstallation(ctx.db);
  const mine = (step: 'propose' | 'edit' | 'publish') =>
    kinds()
      .filter((kind) => may(ctx.actor, kind, step))
      .map(({ name }) => name);
  const ask = { lang: view.lang, limit: MOST };
  const own = { ...ask, kinds: mine('edit'), madeBy: personOf(ctx.actor) };
  const counts = await countsByKind(
    ctx.db,
    kinds().map(({ name }) => name),
  );
  return {
    actor: ctx.actor,
    reviews: await deskRecords(ctx.db, { ...ask, kinds: mine('publish'), states: ['review'] }),
    returned: await deskRecords(ctx.db, { ...own, states: ['draft', 'live'], returned: true }),
    drafts: await deskRecords(ctx.db, { ...own, states: ['draft'], returned: false }),
    kinds: kinds().map((kind) => ({
      kind,
      count: counts.get(kind.name) ?? 0,
      mayPropose: may(ctx.actor, kind, 'propose'),
    })),
    timeZone: timeZone || 'UTC',
  };
}

function list(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-of-kind',
    verb: 'GET',
    path: '/desk/records/:kind',
    params: z.object({ kind: z.string().max(31) }).loose(),
    query: z.object({ q: words, page: pageNumber }),
    handle: async ({ ctx, view, params, query }) => {
      const kind = kindOf(params.kind);
      const { timeZone } = await readInstallation(ctx.db);
      const ask = { kinds: [kind.name], words: query.q, lang: view.lang, limit: MOST };
      const shown = {
        actor: ctx.actor,
        kind,
        records: await deskRecords(ctx.db, { ...ask, offset: (query.page - 1) * MOST }),
        page: query.page,
        pages: Math.max(1, Math.ceil((await countDeskRecords(ctx.db, ask)) / MOST)),
        words: query.q,
        mayPropose: may(ctx.actor, kind, 'propose'),
        mayImport: may(ctx.actor, kind, 'propose') && may(ctx.actor, kind, 'edit'),
        timeZone: timeZone || 'UTC',
      };
      return page(<DeskListPage view={view} list={shown} />);
    },
  });
}

function translate(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-translate',
    verb: 'GET',
    path: '/desk/translate',
    query: z.object({ to: z.string().optional() }),
    handle: async ({ ctx, view, query }) => {
      const { languages } = await readInstallation(ctx.db);
      const names = kinds()
        .filter(translatable(ctx))
        .map(({ name }) => name);
      const chosen = languageFor(languages, [query.to, view.lang]);
      if (chosen === undefined) return notFound();
      const shown = {
        actor: ctx.actor,
        languages: await countToTranslate(ctx.db, languages, names),
        chosen,
        records: await toTranslate(ctx.db, { to: chosen, kinds: names, lang: view.lang }),
      };
      return page(<TranslatePage view={view} desk={shown} />);
    },
  });
}

const translatable = (ctx: Ctx) => (kind: Kind) =>
  kind.course !== 'kept' && (may(ctx.actor, kind, 'translate') || may(ctx.actor, kind, 'check'));

const languageFor = (open: readonly Lang[], wanted: readonly (string | undefined)[]): Lang | undefined =>
  wanted.find((lang): lang is Lang => isLang(lang) && open.includes(lang)) ?? open[0];
