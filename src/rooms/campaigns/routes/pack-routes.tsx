// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, ProblemError, page, seeOther } from '#platform/http';
import { pathIn } from '#platform/ui';
import { askPack, movePack } from '../actions/ask-pack.ts';
import { editionsOf, editionTitle, piecesOf } from '../kit.ts';
import { PackAskedPage, PackPage } from '../pages/pack-pages.tsx';
import { PacksPage } from '../pages/packs-page.tsx';
import { textFile } from '../print/documents.ts';
import { type ZipEdition, zipKit } from '../print/kit-zip.ts';
import { readKit } from '../queries/kit.ts';
import { packLines } from '../queries/packs.ts';
import { titlesOf } from '../queries/shown.ts';
import { MAKERS } from '../rights.ts';
import { idParams, numberParams, packForm, packMove } from '../schema.ts';
import type { RoomServices } from '../services.ts';
import { download } from './kit-file.ts';
import { publicEdition } from './public-edition.ts';

const PACK = '/campaigns/pack';

/** A kit by post: anybody asks with a full address; the desk packs, sends and says so. */
export function packRoutes(services: RoomServices): AnyRoute[] {
  return [form(), send(), asked(), list(), move(), stick(services)];
}

function form(): AnyRoute {
  return defineRoute({
    name: 'campaigns-pack',
    verb: 'GET',
    path: PACK,
    access: 'public',
    query: z.object({ campaign: z.coerce.number().int().positive().optional().catch(undefined) }).loose(),
    handle: ({ view, query }) => {
      const typed = query.campaign === undefined ? {} : { campaign: String(query.campaign) };
      return page(<PackPage view={view} typed={typed} errors={[]} />);
    },
  });
}

function send(): AnyRoute {
  return defineRoute({
    name: 'campaigns-pack-send',
    verb: 'POST',
    path: PACK,
    access: 'public',
    act: 'pack.asked',
    form: packForm,
    handle: async ({ ctx, view, form: sent, limiter }) => {
      if (!sent.ok)
        return page(<PackPage view={view} typed={sent.typed} errors={sent.errors} />, { status: 422 });
      if (limiter.hit('hint').over > 0) throw new ProblemError('too-many', 'http.too-many');
      const { name, address, campaign = null } = sent.value;
      await askPack(ctx, { name, address, campaign, lang: view.lang });
      return seeOther(pathIn(view, `${PACK}/asked`));
    },
  });
}

function asked(): AnyRoute {
  return defineRoute({
    name: 'campaigns-pack-asked',
    verb: 'GET',
    path: `${PACK}/asked`,
    access: 'public',
    handle: ({ view }) => page(<PackAskedPage view={view} />),
  });
}

function list(): AnyRoute {
  return defineRoute({
    name: 'campaigns-packs',
    verb: 'GET',
    path: '/desk/campaigns/packs',
    access: MAKERS,
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const packs = await packLines(ctx.db);
      const titles = await titlesOf(
        ctx.db,
        packs.flatMap(({ campaign }) => campaign ?? []),
        view.lang,
      );
      return page(<PacksPage view={view} actor={ctx.actor} packs={packs} titles={titles} />);
    },
  });
}

function move(): AnyRoute {
  return defineRoute({
    name: 'campaigns-pack-move',
    verb: 'POST',
    path: '/desk/campaigns/packs/:id',
    access: MAKERS,
    area: 'desk',
    act: 'pack.moved',
    params: idParams,
    form: packMove,
    handle: async ({ ctx, view, params, form: sent }) => {
      if (sent.ok) await movePack(ctx, { id: params.id, state: sent.value.state });
      return seeOther(pathIn(view, '/desk/campaigns/packs'));
    },
  });
}

/** Everything of a campaign's kit, as it goes on a stick or disc. */
function stick({ compiler }: RoomServices): AnyRoute {
  return defineRoute({
    name: 'campaigns-stick',
    verb: 'GET',
    path: '/desk/campaigns/stick/:number',
    access: MAKERS,
    area: 'desk',
    params: numberParams,
    handle: async (call) => {
      const { ctx, view } = call;
      const kit = await readKit(ctx.db, call.params.number);
      const editions: ZipEdition[] = [];
      for (const code of editionsOf(kit))
        editions.push({ code, edition: await publicEdition(call, kit, code), pieces: piecesOf(kit, code) });
      const texts = { 'texts.txt': textFile(editionTitle(kit, view.lang), kit.texts, view.t) };
      return download('kit.zip', 'zip', await zipKit(ctx, compiler, { editions, texts }));
    },
  });
}
