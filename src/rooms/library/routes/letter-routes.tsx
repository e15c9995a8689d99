// SPDX-License-Identifier: EUPL-1.2
import type { Ctx, Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { isLang } from '#platform/i18n';
import {
  FILE_LIMITS,
  formView,
  foundBy,
  moveIn,
  moveRows,
  newKey,
  readTyped,
  type TypedForm,
  takeFiles,
} from '#platform/records';
import { readInstallation } from '#platform/setup';
import { type FieldErrors, pathIn } from '#platform/ui';
import { registerLetter } from '../actions/register-letter.ts';
import { letter } from '../kinds/letter.ts';
import { suggested } from '../letters/suggest.ts';
import { ConfirmLetterPage, DropLetterPage } from '../pages/letters/letter-pages.tsx';
import { textOf } from './typed.ts';

const CLERKS: readonly Role[] = ['clerk', 'secretariat'];
const desk = { access: CLERKS, area: 'desk' } as const;
const LARGE = { bodyLimit: 4 * 1024 * 1024, fieldLimit: 3000 } as const;
const MOST_WORDS = 200_000;

/** A letter is registered: its file or words come in, what they seem to say is set right beside them, and it is kept. */
export function letterRoutes(): AnyRoute[] {
  return [drop(), read(), register()];
}

function drop(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-letter-new',
    verb: 'GET',
    path: '/desk/library/letters/new',
    handle: ({ ctx, view }) => page(<DropLetterPage view={view} actor={ctx.actor} words="" errors={[]} />),
  });
}

function read(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'library-letter-read',
    verb: 'POST',
    path: '/desk/library/letters/new',
    act: 'record.file',
    files: FILE_LIMITS,
    handle: async (call) => {
      const { ctx, view, files } = call;
      const words = textOf(call.form.typed, 'words').slice(0, MOST_WORDS);
      const again = (errors: FieldErrors) =>
        page(<DropLetterPage view={view} actor={ctx.actor} words={words} errors={errors} />, { status: 422 });
      if (files.length === 0 && words === '') return again([{ field: 'file', message: 'records.file.none' }]);
      const taken = files.length === 0 ? { added: [] } : await takeFiles(ctx, files);
      if ('error' in taken) return again([{ field: 'file', message: taken.error }]);
      const { added } = taken;
      const source = [words, ...added.map((one) => one.words)].filter((text) => text !== '').join('\n\n');
      const pages = added.reduce((sum, one) => sum + (one.pages ?? 0), 0);
      const typed = suggested(source, { pages, today: ctx.now, files: added.map(({ ref }) => ref) });
      return draw(call, { typed: { ...typed, source }, errors: [] });
    },
  });
}

function register(): AnyRoute {
  return defineRoute({
    ...desk,
    ...LARGE,
    name: 'library-letter-register',
    verb: 'POST',
    path: '/desk/library/letters',
    act: 'records.create',
    handle: async (call) => {
      const { ctx, view } = call;
      const { typed } = call.form;
      const move = moveIn(typed);
      if (move !== null) {
        const found = await foundBy(ctx, view, { kind: letter, typed, move });
        return draw(call, { typed: moveRows(letter, typed, { move, newKey }), errors: [], found });
      }
      const tongue = textOf(typed, 'tongue');
      const { facts, words, errors: wrong } = readTyped(letter, 'both', typed);
      const errors: FieldErrors = [
        ...(isLang(tongue) ? [] : [{ field: 'tongue', message: 'records.form.no-tongue' as const }]),
        ...wrong,
      ];
      if (errors.length > 0) return draw(call, { typed, errors });
      const id = await registerLetter(ctx, { tongue, facts, words });
      return seeOther(pathIn(view, `/desk/library/tasks/of/${id}`));
    },
  });
}

interface Drawn {
  typed: TypedForm;
  errors: FieldErrors;
  found?: Awaited<ReturnType<typeof foundBy>>;
}

async function draw({ ctx, view }: Call, { typed, errors, found = null }: Drawn): Promise<Answer> {
  const { languages } = await readInstallation(ctx.db);
  const tongue = isLang(textOf(typed, 'tongue')) ? textOf(typed, 'tongue') : view.lang;
  const form = await formOf(ctx, view, { typed, errors, found, tongue });
  const shown = { actor: ctx.actor, form, tongue, languages, source: textOf(typed, 'source') };
  return page(<ConfirmLetterPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}

function formOf(ctx: Ctx, view: Call['view'], { tongue, ...asked }: Required<Drawn> & { tongue: string }) {
  return formView(ctx, view, { kind: letter, side: 'both', lang: tongue, record: null, ...asked });
}
