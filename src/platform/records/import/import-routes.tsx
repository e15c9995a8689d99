// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import {
  type Answer,
  type AnyRoute,
  type Call,
  defineRoute,
  notFound,
  ProblemError,
  page,
} from '#platform/http';
import { isLang, type Lang } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import type { FieldErrors, View } from '#platform/ui';
import { levelOf, may } from '../access.ts';
import { many, one, type Typed } from '../form/typed.ts';
import type { Kind } from '../kind/kind.ts';
import { kindOf } from '../registry.ts';
import { deskRoute } from '../routes/opened.ts';
import { applyImport } from './apply.ts';
import { type Draft, draft, type FileRead } from './draft.ts';
import { ImportedPage, ImportPage } from './import-page.tsx';
import { type Plan, planImport, unfitIn } from './plan.ts';
import { PreviewPage } from './preview-page.tsx';
import { readRecordFile } from './read-file.ts';

const MOST_RECORDS = 500;
const LIMITS = { most: 1, bytes: 4 * 1024 * 1024 };
// Every byte may take three in a form.
const PACKED = 16 * 1024 * 1024;
const TYPES = ['post', 'page'];
const params = z.object({ kind: z.string().max(31) }).loose();

/** Brings records of one kind in from a file, in two steps: look, then press. */
export function importRoutes(roles: readonly Role[]): AnyRoute[] {
  return [choose(roles), look(roles), go(roles)];
}

function choose(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-import',
    verb: 'GET',
    path: '/desk/records/:kind/import',
    params,
    handle: ({ ctx, view, params: { kind } }) =>
      drawChoice(ctx, view, { kind: importable(ctx, kind), lang: view.lang, types: TYPES, errors: [] }),
  });
}

function look(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-import-look',
    verb: 'POST',
    path: '/desk/records/:kind/import',
    act: { none: 'shows what would happen and writes nothing' },
    files: LIMITS,
    bodyLimit: LIMITS.bytes + 256 * 1024,
    params,
    handle: async ({ ctx, view, form, files, origin, params: { kind: name } }) => {
      const kind = importable(ctx, name);
      const { lang, types } = readChoice(form.typed, view);
      const again = (errors: FieldErrors) => drawChoice(ctx, view, { kind, lang, types, errors });
      const [file] = files;
      if (file === undefined) return again([{ field: 'file', message: 'records.import.no-choice' }]);
      const order = { kind, lang, types, level: levelOf(ctx.actor) };
      const read = await readRecordFile(ctx.db, file.bytes, order);
      if (read.drafts.length > MOST_RECORDS)
        return again([{ field: 'file', message: 'records.import.too-many' }]);
      return drawPreview({ ctx, view, origin }, { kind, read, moved: false });
    },
  });
}

function go(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'records-import-go',
    verb: 'POST',
    path: '/desk/records/:kind/import/go',
    act: 'records.import',
    bodyLimit: PACKED,
    params,
    handle: async ({ ctx, view, form, origin, params: { kind: name } }) => {
      const kind = importable(ctx, name);
      const drafts = unpacked(one(form.typed, 'packed'));
      try {
        const done = await applyImport(ctx, { drafts, origin });
        return page(<ImportedPage view={view} actor={ctx.actor} kind={kind} done={done} />);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'records.moved') throw error;
        const read = { drafts: drafts.map(({ row, parcel }) => ({ row, parcel })), unfit: [], left: [] };
        return drawPreview({ ctx, view, origin }, { kind, read, moved: true });
      }
    },
  });
}

/** A kind of which this person may bring in any; for everybody else there is no such page. */
function importable(ctx: Ctx, name: string): Kind {
  const kind = kindOf(name);
  return may(ctx.actor, kind, 'edit') && may(ctx.actor, kind, 'propose') ? kind : notFound();
}

function readChoice(typed: Typed, view: View): { lang: Lang; types: string[] } {
  const lang = one(typed, 'lang');
  return {
    lang: isLang(lang) ? lang : view.lang,
    types: many(typed, 'types[]').filter((type) => TYPES.includes(type)),
  };
}

interface Choice {
  kind: Kind;
  lang: Lang;
  types: readonly string[];
  errors: FieldErrors;
}

async function drawChoice(ctx: Ctx, view: View, choice: Choice): Promise<Answer> {
  const { languages } = await readInstallation(ctx.db);
  return page(<ImportPage view={view} actor={ctx.actor} languages={languages} {...choice} />, {
    status: choice.errors.length > 0 ? 422 : 200,
  });
}

interface Previewed {
  kind: Kind;
  read: FileRead;
  moved: boolean;
}

async function drawPreview(
  { ctx, view, origin }: Pick<Call, 'ctx' | 'view' | 'origin'>,
  { kind, read, moved }: Previewed,
): Promise<Answer> {
  const plan = await planImport(ctx, { drafts: read.drafts, origin });
  const shown = {
    ...{ kind, moved, left: read.left, lines: plan.lines, packed: packed(plan) },
    unfit: [...read.unfit, ...unfitIn(plan)].sort((a, b) => a.row - b.row),
  };
  return page(<PreviewPage view={view} actor={ctx.actor} shown={shown} />, { status: moved ? 409 : 200 });
}

/** What the second button sends: the records as the preview showed them, and the versions it compared them with. */
function packed({ lines }: Plan): string {
  const drafts = lines
    .filter(({ does }) => does !== 'refuse')
    .map(({ draft: { row, parcel }, before }): Draft => {
      if (before === null) return { row, parcel };
      const words = Object.entries(before.words).map(([lang, { rev }]): [string, number] => [lang, rev]);
      return { row, parcel, base: { facts: before.factsRev, words: Object.fromEntries(words) } };
    });
  return JSON.stringify(drafts);
}

function unpacked(text: string): Draft[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('bad-request', 'http.bad-request');
  }
  const parsed = z.array(draft).max(MOST_RECORDS).safeParse(value);
  if (!parsed.success) throw new ProblemError('bad-request', 'http.bad-request');
  return parsed.data;
}
