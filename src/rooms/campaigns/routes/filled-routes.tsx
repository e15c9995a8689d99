// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import { editionTitle, filledPieces } from '../kit.ts';
import { FilesPage } from '../pages/files-page.tsx';
import { type FillProps, fillPath } from '../pages/fill-pages.tsx';
import { PreviewPage, type PreviewPiece } from '../pages/preview-page.tsx';
import { textFile } from '../print/documents.ts';
import { sidesOf, type ZipEdition, zipKit } from '../print/kit-zip.ts';
import { demandFit, print } from '../print/print.ts';
import { checkPrint } from '../print/print-check.ts';
import { filledEdition } from '../queries/filled.ts';
import { SENDERS } from '../rights.ts';
import { kitParams } from '../schema.ts';
import type { RoomServices } from '../services.ts';
import { fillProps } from './fill-routes.tsx';
import { download, readFileName } from './kit-file.ts';

const desk = { access: SENDERS, area: 'desk', verb: 'GET' } as const;

/** C5 to C7: a filled kit as it will be printed, and its files. */
export function filledRoutes(services: RoomServices): AnyRoute[] {
  return [preview(services), files(), file(services)];
}

/** Editions of a draft that can be printed. */
async function readyCodes(ctx: Call['ctx'], props: FillProps): Promise<string[]> {
  const ready: string[] = [];
  for (const code of props.draft.editions)
    if ((await filledEdition(ctx, props, code)) !== null && filledPieces(props, code).length > 0)
      ready.push(code);
  return ready;
}

function preview({ compiler }: RoomServices): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-fill-preview',
    path: '/desk/campaigns/kits/:kit/preview',
    params: kitParams,
    query: z.object({ edition: z.string().optional() }).loose(),
    handle: async (call) => {
      const { ctx, view, query } = call;
      const props = await fillProps(call);
      const codes = await readyCodes(ctx, props);
      const code = codes.find((one) => one === query.edition) ?? codes[0];
      if (code === undefined) return seeOther(fillPath(view, props.draft.id, 'languages'));
      const pieces = await previewPieces(ctx, { compiler }, { props, code });
      return page(<PreviewPage {...props} code={code} codes={codes} pieces={pieces} />);
    },
  });
}

async function previewPieces(
  ctx: Call['ctx'],
  { compiler }: RoomServices,
  { props, code }: { props: FillProps; code: string },
): Promise<PreviewPiece[]> {
  const edition = (await filledEdition(ctx, props, code)) ?? notFound();
  const pieces: PreviewPiece[] = [];
  for (const piece of filledPieces(props, code)) {
    const printed = await print(ctx, compiler, { piece, edition, format: 'pdf' });
    if (printed === null) continue;
    const fits = edition.texts === null ? [] : printed.fits;
    pieces.push({ piece, sides: sidesOf(piece), fits, checks: checkPrint(piece, edition, printed.bytes) });
  }
  return pieces;
}

function files(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-fill-files',
    path: '/desk/campaigns/kits/:kit/files',
    params: kitParams,
    handle: async (call) => {
      const props = await fillProps(call);
      const codes = await readyCodes(call.ctx, props);
      if (codes.length === 0) return seeOther(fillPath(call.view, props.draft.id, 'pieces'));
      return page(<FilesPage {...props} codes={codes} />);
    },
  });
}

const fileParams = kitParams.extend({ file: z.string().max(60) });
type FileCall = Call<z.output<typeof fileParams>>;

function file(services: RoomServices): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-fill-file',
    path: '/desk/campaigns/kits/:kit/files/:file',
    params: fileParams,
    handle: async (call: FileCall) => {
      const props = await fillProps(call);
      if (call.params.file === 'kit.zip') return zipped(call, services, props);
      const named = readFileName(call.params.file) ?? notFound();
      if (!filledPieces(props, named.code).includes(named.piece)) notFound();
      const edition = (await filledEdition(call.ctx, props, named.code)) ?? notFound();
      const printed = (await print(call.ctx, services.compiler, { ...named, edition })) ?? notFound();
      // A small look shows what does not fit; a file to print never does.
      if (named.format !== 'webp') demandFit(printed);
      return download(call.params.file, named.format, printed.bytes);
    },
  });
}

async function zipped(
  { ctx, view }: FileCall,
  { compiler }: RoomServices,
  props: FillProps,
): Promise<Answer> {
  const editions: ZipEdition[] = [];
  for (const code of await readyCodes(ctx, props)) {
    const edition = (await filledEdition(ctx, props, code)) ?? notFound();
    editions.push({ code, edition, pieces: filledPieces(props, code) });
  }
  const { kit } = props;
  const texts = { 'texts.txt': textFile(editionTitle(kit, view.lang), kit.texts, view.t) };
  return download('kit.zip', 'zip', await zipKit(ctx, compiler, { editions, texts }));
}
