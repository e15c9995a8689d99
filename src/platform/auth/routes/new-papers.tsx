// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, notFound, page, requireFresh, seeOther } from '#platform/http';
import { deskNav } from '../desk-nav.tsx';
import { askPapers, decidePapers, makePapers, papersWork, sealToPapers } from '../emergency/new-papers.ts';
import { MadePapersPage, NewPapersPage } from '../pages/new-papers-page.tsx';
import { moment } from '../pages/words.ts';
import { findPerson } from '../people/find-person.ts';
import { keyHolders } from './fields.ts';
import { zoneOf } from './people.tsx';

const PATH = '/desk/recovery/new';

/** New recovery papers, while somebody can still sign in. */
export function newPapersRoutes(): AnyRoute[] {
  return [show(), work(), seal()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'recovery-new',
    verb: 'GET',
    path: PATH,
    access: ['supervisor'],
    area: 'setup',
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view } = call;
      const { mode, act } = await papersWork(ctx);
      const asked =
        act === null
          ? null
          : {
              asker: (await findPerson(ctx.db, act.askedBy)).alias,
              time: moment(view, act.askedAt, await zoneOf(ctx)),
            };
      const nav = deskNav(view, ctx.actor, 'setup');
      return page(<NewPapersPage view={view} data={{ mode, asked, nav }} />);
    },
  });
}

function work(): AnyRoute {
  return defineRoute({
    name: 'recovery-make',
    verb: 'POST',
    path: PATH,
    access: ['supervisor'],
    area: 'setup',
    act: 'recovery.make',
    keys: true,
    secret: true,
    form: z.object({ go: z.enum(['ask', 'approved', 'refused', 'withdrawn', 'make']) }),
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, form } = call;
      if (!form.ok) return notFound();
      const { go } = form.value;
      if (go === 'make') {
        const halves = await makePapers(ctx);
        const nav = deskNav(view, ctx.actor, 'setup');
        return page(<MadePapersPage view={view} data={{ halves, nav }} />);
      }
      await (go === 'ask' ? askPapers(ctx) : decidePapers(ctx, go));
      return seeOther(`/${view.lang}${PATH}`);
    },
  });
}

function seal(): AnyRoute {
  return defineRoute({
    name: 'recovery-seal',
    verb: 'POST',
    path: '/desk/keys/recovery',
    access: keyHolders,
    area: 'desk',
    act: 'recovery.seal',
    keys: true,
    handle: async (call) => {
      requireFresh(call, '/desk/keys');
      await sealToPapers(call.ctx);
      return seeOther(`/${call.view.lang}/desk/keys`);
    },
  });
}
