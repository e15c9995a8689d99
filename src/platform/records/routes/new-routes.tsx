// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Ctx, Role } from '#platform/ctx';
import { type Answer, type AnyRoute, defineRoute, notFound, page, seeOther } from '#platform/http';
import { isLang } from '#platform/i18n';
import { readInstallation } from '#platform/setup';
import { type FieldErrors, pathIn, Select, type View } from '#platform/ui';
import { may } from '../access.ts';
import { FormPage } from '../desk/form-page.tsx';
import type { Found } from '../form/form-view.ts';
import { moveIn, moveRows } from '../form/moves.ts';
import { newKey } from '../form/new-key.ts';
import { readTyped } from '../form/read-typed.ts';
import { inputName, one, slotsOf, type Typed } from '../form/typed.ts';
import type { Kind } from '../kind/kind.ts';
import { deskPath } from '../pages/address.ts';
import { kindKey, kindsKey, label } from '../pages/labels.ts';
import { ownName } from '../pages/language.ts';
import { formView, foundBy } from '../queries/form-view.ts';
import { targetErrors } from '../queries/target-errors.ts';
import { kindOf } from '../registry.ts';
import { createRecord } from '../store/create.ts';
import { deskRoute, LARGE, requireStep } from './opened.ts';

const params = z.object({ kind: z.string().max(31) }).loose();

export function newRoutes(roles: readonly Role[]): AnyRoute[] {
  return [begin(roles), create(roles)];
}

function begin(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    name: 'record-new',
    verb: 'GET',
    path: '/desk/records/:kind/new',
    params,
    query: z.object({}).loose(),
    handle: ({ ctx, view, params: { kind }, query }) => {
      const declared = kindOf(kind);
      if (!may(ctx.actor, declared, 'propose')) return notFound();
      return draw(ctx, view, { kind: declared, typed: { tongue: view.lang, ...begun(declared, query) } });
    },
  });
}

/** Facts that the address names, so that another page can begin a record which links to its own: `?law=1000`. */
function begun(kind: Kind, query: Readonly<Record<string, unknown>>): Typed {
  const slots = slotsOf(kind, 'facts').filter(({ name }) => name in query);
  return Object.fromEntries(
    slots.map((slot) => [inputName(slot), [query[slot.name]].flat().map(String).slice(0, 20)]),
  );
}

function create(roles: readonly Role[]): AnyRoute {
  return defineRoute({
    ...deskRoute(roles),
    ...LARGE,
    name: 'record-create',
    verb: 'POST',
    path: '/desk/records/:kind/new',
    act: 'record.created',
    params,
    handle: async ({ ctx, view, form, params: { kind: name } }) => {
      const kind = kindOf(name);
      requireStep(ctx, kind, 'propose');
      const { typed } = form;
      const move = moveIn(typed);
      if (move !== null) {
        const moved = moveRows(kind, typed, { move, newKey });
        return draw(ctx, view, {
          kind,
          typed: moved,
          found: await foundBy(ctx, view, { kind, typed, move }),
        });
      }
      const read = readTyped(kind, 'both', typed);
      const tongue = one(typed, 'tongue');
      const errors = [
        ...(isLang(tongue) ? [] : [{ field: 'tongue', message: 'records.form.no-tongue' as const }]),
        ...read.errors,
        ...(await targetErrors(ctx, kind, { facts: read.facts, before: {} })),
      ];
      if (errors.length > 0) return draw(ctx, view, { kind, typed, errors });
      const { id } = await createRecord(ctx, {
        kind: name,
        tongue,
        facts: read.facts,
        words: read.words,
        via: 'form',
      });
      return seeOther(deskPath(view, id));
    },
  });
}

interface Drawn {
  kind: Kind;
  typed: Typed;
  errors?: FieldErrors;
  found?: Found | null;
}

async function draw(
  ctx: Ctx,
  view: View,
  { kind, typed, errors = [], found = null }: Drawn,
): Promise<Answer> {
  const { languages } = await readInstallation(ctx.db);
  const tongue = isLang(one(typed, 'tongue')) ? one(typed, 'tongue') : view.lang;
  const form = await formView(ctx, view, {
    kind,
    side: 'both',
    lang: tongue,
    typed,
    errors,
    found,
    record: null,
  });
  const { t } = view;
  return page(
    <FormPage
      view={view}
      shown={{
        actor: ctx.actor,
        title: t('records.home.new-of', { kind: label(view, kindKey(kind)) }),
        caption: label(view, kindsKey(kind)),
        back: { href: pathIn(view, `/desk/records/${kind.name}`) },
        action: pathIn(view, `/desk/records/${kind.name}/new`),
        form,
        hidden: {},
        clash: false,
        before: (
          <Select
            view={view}
            name="tongue"
            label={t('records.form.tongue')}
            hint={t('records.form.tongue-hint')}
            errors={errors}
            value={tongue}
            options={languages.map((lang) => ({ value: lang, label: ownName(lang) }))}
          />
        ),
      }}
    />,
    { status: errors.length > 0 ? 422 : 200 },
  );
}
