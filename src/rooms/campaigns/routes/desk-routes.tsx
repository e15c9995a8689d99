// SPDX-License-Identifier: EUPL-1.2
import { holds } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page, seeOther } from '#platform/http';
import { pathIn } from '#platform/ui';
import { kitsOf } from '../actions/kit.ts';
import { moveSupport, offerSupport } from '../actions/support.ts';
import { DeskPage } from '../pages/desk-page.tsx';
import { SupportPage } from '../pages/support-page.tsx';
import { published } from '../queries/calendar.ts';
import { packLines } from '../queries/packs.ts';
import { shownRecord, titlesOf } from '../queries/shown.ts';
import { waitingSupports } from '../queries/supports.ts';
import { MAKERS, SENDERS } from '../rights.ts';
import { idParams, numberParams, supportForm, supportMove } from '../schema.ts';

const desk = { access: SENDERS, area: 'desk' } as const;
const SUPPORT = '/desk/campaigns/support/:number';

/** The room's place at the desk, and who carries a campaign or takes up a theme. */
export function deskRoutes(): AnyRoute[] {
  return [home(), support(), offer(), move()];
}

function home(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-desk',
    verb: 'GET',
    path: '/desk/campaigns',
    handle: async ({ ctx, view }) => {
      const campaigns = await published(ctx.db, 'campaign', view.lang);
      const themes = await published(ctx.db, 'theme', view.lang);
      const kits = await kitsOf(ctx);
      const makes = holds(ctx.actor, ...MAKERS);
      const waiting = makes ? await waitingSupports(ctx.db) : [];
      const packs = makes ? (await packLines(ctx.db)).filter(({ state }) => state === 'requested').length : 0;
      const ids = [...kits.map(({ campaign }) => campaign), ...waiting.map(({ record }) => record)];
      const titles = await titlesOf(ctx.db, ids, view.lang);
      return page(
        <DeskPage {...{ view, actor: ctx.actor, campaigns, themes, kits, waiting, packs, titles }} />,
      );
    },
  });
}

/** What may be supported: a campaign or a theme that everybody sees. */
async function supported(db: Parameters<typeof shownRecord>[0], id: number) {
  return (await shownRecord(db, id, 'campaign')) ?? (await shownRecord(db, id, 'theme')) ?? notFound();
}

function support(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-support',
    verb: 'GET',
    path: SUPPORT,
    params: numberParams,
    handle: async ({ ctx, view, params }) => {
      const record = await supported(ctx.db, params.number);
      return page(<SupportPage view={view} actor={ctx.actor} record={record} typed={{}} errors={[]} />);
    },
  });
}

function offer(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-support-offer',
    verb: 'POST',
    path: SUPPORT,
    act: 'support.offered',
    params: numberParams,
    form: supportForm,
    handle: async ({ ctx, view, params, form }) => {
      const record = await supported(ctx.db, params.number);
      if (!form.ok)
        return page(
          <SupportPage {...{ view, actor: ctx.actor, record, typed: form.typed, errors: form.errors }} />,
          {
            status: 422,
          },
        );
      await offerSupport(ctx, { record: record.id, lang: view.lang, ...form.value });
      return seeOther(pathIn(view, '/desk/campaigns'));
    },
  });
}

function move(): AnyRoute {
  return defineRoute({
    name: 'campaigns-support-move',
    verb: 'POST',
    path: '/desk/campaigns/supports/:id',
    access: MAKERS,
    area: 'desk',
    act: 'support.moved',
    params: idParams,
    form: supportMove,
    handle: async ({ ctx, view, params, form }) => {
      if (form.ok) await moveSupport(ctx, { id: params.id, state: form.value.state });
      return seeOther(pathIn(view, '/desk/campaigns#waiting'));
    },
  });
}
