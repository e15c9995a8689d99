// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, json, notFound, page, requireFresh, seeOther } from '#platform/http';
import { publishedKeyList } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { deskNav } from '../desk-nav.tsx';
import { waitingPapers } from '../emergency/new-papers.ts';
import { RecoveryPage } from '../pages/recovery-page.tsx';
import { confirmHalves } from '../people/confirm-recovery.ts';

export function recoveryRoutes(): AnyRoute[] {
  return [show(), confirm(), keyList()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'recovery',
    verb: 'GET',
    path: '/desk/recovery',
    access: ['supervisor'],
    area: 'setup',
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view } = call;
      const { recovery } = await readInstallation(ctx.db);
      const nav = deskNav(view, ctx.actor, 'setup');
      const waiting = await waitingPapers(ctx);
      const data = { confirmedOn: recovery?.confirmedOn ?? null, a: '', b: '', errors: [], waiting, nav };
      return page(<RecoveryPage view={view} data={data} />);
    },
  });
}

const signed = z.object({
  payload: z.string().describe('Canonical JSON: instance, serial, and each key with its types and days'),
  signature: z.unknown().describe('Detached, type "keys", by the root'),
});

/** What a guard elsewhere reads to know our signatures: it has the root from the console, and refuses a lower serial. */
function keyList(): AnyRoute {
  return defineRoute({
    name: 'signing-keys',
    verb: 'GET',
    path: '/api/v1/keys',
    localized: false,
    access: 'public',
    cache: 'api',
    api: { summary: 'The keys that sign for this installation, signed by its root', answer: signed },
    handle: async ({ ctx }) => {
      const list = await publishedKeyList(ctx.db);
      return list === null ? notFound() : json(list);
    },
  });
}

function confirm(): AnyRoute {
  return defineRoute({
    name: 'recovery-confirm',
    verb: 'POST',
    path: '/desk/recovery',
    access: ['supervisor'],
    area: 'setup',
    act: 'recovery.rehearse',
    secret: true,
    form: z.object({ a: z.string().max(80), b: z.string().max(80) }),
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, form } = call;
      const typed = form.ok ? form.value : { a: '', b: '' };
      const wrong = await confirmHalves(ctx, typed);
      if (wrong === null) return seeOther(`/${view.lang}/desk/recovery`);
      const errors = wrong === 'lacking' ? [] : [{ field: wrong, message: 'auth.wrong.half' as const }];
      const waiting = await waitingPapers(ctx);
      const nav = deskNav(view, ctx.actor, 'setup');
      return page(<RecoveryPage view={view} data={{ confirmedOn: null, ...typed, errors, waiting, nav }} />, {
        status: 422,
      });
    },
  });
}
