// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Ctx, ROLES, type Role } from '#platform/ctx';
import {
  type AnyRoute,
  bytes,
  defineRoute,
  notFound,
  ProblemError,
  page,
  type SentFile,
  seeOther,
} from '#platform/http';
import type { MessageKey } from '#platform/i18n';
import { pathIn, type View } from '#platform/ui';
import { levelOf, may } from '../access.ts';
import type { FileRef } from '../kind/fields.ts';
import type { Kind } from '../kind/kind.ts';
import { kindsOpenIn } from '../open-kinds.ts';
import { deskPath } from '../pages/address.ts';
import type { FullRecord } from '../record.ts';
import { kindOf } from '../registry.ts';
import { readRecord } from '../store/read.ts';
import { saveFacts } from '../store/save.ts';
import { type AddedFile, addFile } from './add-file.ts';
import { AddFilePage } from './add-file-page.tsx';
import { findFile } from './find-file.ts';
import { FILE_LIMITS } from './limits.ts';

// Whoever has an account; whose kind it is looks in the action.
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'member');
const params = z.object({ id: z.coerce.number().int().positive(), field: z.string().max(60) }).loose();

/** Files: read by whoever sees them in a record, added by whoever may edit it. */
export function fileRoutes(): AnyRoute[] {
  return [serve(), addPage(), add()];
}

// Never shown by a browser from our origin: saved, or drawn inside a picture. A script in it has nowhere to run.
function serve(): AnyRoute {
  return defineRoute({
    name: 'record-file',
    verb: 'GET',
    path: '/files/:sha256/:name',
    localized: false,
    access: 'staff',
    optional: true,
    params: z.object({ sha256: z.string(), name: z.string() }).loose(),
    handle: async ({ ctx, view, params: { sha256 } }) => {
      const kinds = kindsOpenIn(view).map(({ name }) => name);
      const file = (await findFile(ctx.db, sha256, { level: levelOf(ctx.actor), kinds })) ?? notFound();
      const name = encodeURIComponent(file.name).replace(/['()*]/g, escape);
      return bytes(file.bytes, file.mediaType, {
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
          'content-security-policy': "sandbox; default-src 'none'",
        },
      });
    },
  });
}

function addPage(): AnyRoute {
  return defineRoute({
    name: 'record-add-file',
    verb: 'GET',
    path: '/desk/record/:id/files/:field',
    access: STAFF,
    area: 'desk',
    params,
    handle: async ({ ctx, view, params: { id, field } }) => {
      const { kind } = await editable(ctx, id, field);
      return page(
        <AddFilePage view={view} actor={ctx.actor} kind={kind} id={id} field={field} errors={[]} />,
      );
    },
  });
}

function add(): AnyRoute {
  return defineRoute({
    name: 'record-add-file-send',
    verb: 'POST',
    path: '/desk/record/:id/files/:field',
    access: STAFF,
    area: 'desk',
    act: 'record.file',
    files: FILE_LIMITS,
    params,
    handle: async ({ ctx, view, files, params: { id, field } }) => {
      const { kind, record } = await editable(ctx, id, field);
      const taken = await takeFiles(ctx, files);
      if ('error' in taken) {
        const errors = [{ field: 'file', message: taken.error }];
        return page(
          <AddFilePage view={view} actor={ctx.actor} kind={kind} id={id} field={field} errors={errors} />,
          { status: 422 },
        );
      }
      await putFiles(ctx, { record, field, refs: taken.added.map(({ ref }) => ref) });
      return seeOther(deskPath(view, id, 'facts'));
    },
  });
}

async function editable(ctx: Ctx, id: number, field: string): Promise<{ kind: Kind; record: FullRecord }> {
  const record = (await readRecord(ctx.db, id, { face: 1, level: levelOf(ctx.actor) })) ?? notFound();
  const kind = kindOf(record.kind);
  if (kind.fields[field]?.as !== 'files' || !may(ctx.actor, kind, 'edit')) notFound();
  return { kind, record };
}

/** Keeps what was sent, or the sentence why one of it is not taken. */
export async function takeFiles(
  ctx: Ctx,
  sent: readonly SentFile[],
): Promise<{ added: AddedFile[] } | { error: MessageKey }> {
  if (sent.length === 0) return { error: 'records.file.none' };
  try {
    const added: AddedFile[] = [];
    for (const file of sent) added.push(await addFile(ctx, file));
    return { added };
  } catch (error) {
    if (error instanceof ProblemError && error.code.startsWith('records.file-'))
      return { error: `records.error.${error.code.slice('records.'.length)}` as MessageKey };
    throw error;
  }
}

interface Put {
  record: FullRecord;
  field: string;
  refs: readonly FileRef[];
}

// Lists of files merge as sets do, so somebody who edits the facts meanwhile loses nothing.
async function putFiles(ctx: Ctx, { record, field, refs }: Put): Promise<void> {
  const had = (record.facts[field] ?? []) as FileRef[];
  const more = refs.filter(({ sha256 }) => !had.some((one) => one.sha256 === sha256));
  const facts = { ...record.facts, [field]: [...had, ...more] };
  await saveFacts(ctx, { record: record.id, base: record.factsRev, facts, via: 'form' });
}

/** Where a file is fetched. */
export const filePath = ({ sha256, name }: FileRef): string => `/files/${sha256}/${encodeURIComponent(name)}`;

/** Where files are added to a field of a record. */
export const addFilePath = (view: Pick<View, 'lang'>, id: number, field: string): string =>
  pathIn(view, `/desk/record/${id}/files/${field}`);
