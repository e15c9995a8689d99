// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page } from '#platform/http';
import { isLang } from '#platform/i18n';
import { formView, type Kind, readTyped, type TypedForm } from '#platform/records';
import { readInstallation } from '#platform/setup';
import type { FieldErrors } from '#platform/ui';
import { type Sent, share } from '../actions/share.ts';
import { ShareCodePage } from '../pages/share/share-code-page.tsx';
import { ShareFormPage, SharePage } from '../pages/share/share-form-page.tsx';
import { type Shared, sharedKind } from '../share-kinds.ts';
import { missingIn, textOf } from './typed.ts';

const params = z.object({ kind: z.string().max(31) });
type KindCall = Call<z.output<typeof params>>;

/** Fields of the longest form: facets with many boxes. */
const FIELD_LIMIT = 500;
const CREDIT = 200;

/** Anybody offers a good practice or a resource, without an account and without files (H5). */
export function shareRoutes(): AnyRoute[] {
  return [choose(), form(), send()];
}

function choose(): AnyRoute {
  return defineRoute({
    name: 'library-share',
    verb: 'GET',
    path: '/library/share',
    access: 'public',
    same: true,
    handle: ({ view }) => page(<SharePage view={view} />),
  });
}

function form(): AnyRoute {
  return defineRoute({
    name: 'library-share-form',
    verb: 'GET',
    path: '/library/share/:kind',
    access: 'public',
    params,
    handle: (call) => {
      const typed = { once: randomUUID(), tongue: call.lang };
      return draw(call, { kind: sharedKind(call.params.kind) ?? notFound(), typed, errors: [] });
    },
  });
}

function send(): AnyRoute {
  return defineRoute({
    name: 'library-share-send',
    verb: 'POST',
    path: '/library/share/:kind',
    access: 'public',
    act: 'library.share',
    fieldLimit: FIELD_LIMIT,
    params,
    handle: async (call: KindCall) => {
      const { typed } = call.form;
      const kind = sharedKind(call.params.kind) ?? notFound();
      const read = readShared(kind, typed);
      if ('errors' in read) return draw(call, { kind, typed, errors: read.errors });
      // Over the limit it waits; what was written stays on the page.
      if (call.limiter.hit('share').over > 0)
        return draw(call, { kind, typed, errors: [{ field: kind.title, message: 'library.share.later' }] });
      return page(<ShareCodePage view={call.view} code={await share(call.ctx, read)} />);
    },
  });
}

function readShared(kind: Kind, typed: TypedForm): Sent | { errors: FieldErrors } {
  const { facts, words, errors: wrong } = readTyped(kind, 'both', typed);
  const tongue = textOf(typed, 'tongue');
  const credit = textOf(typed, 'credit');
  const errors: FieldErrors = [
    ...(isLang(tongue) ? [] : [{ field: 'tongue', message: 'records.form.no-tongue' as const }]),
    ...wrong,
    ...missingIn(kind, { facts, words }),
    ...([...credit].length > CREDIT
      ? [{ field: 'credit', message: 'records.form.too-long' as const, args: { most: CREDIT } }]
      : []),
  ];
  if (errors.length > 0) return { errors };
  const id = z.uuid().safeParse(textOf(typed, 'once')).data ?? randomUUID();
  return { id, kind: kind.name as Shared, tongue, facts, words, credit: credit === '' ? null : credit };
}

interface Drawn {
  kind: Kind;
  typed: TypedForm;
  errors: FieldErrors;
}

async function draw({ ctx, view }: KindCall, { kind, typed, errors }: Drawn): Promise<Answer> {
  const { languages } = await readInstallation(ctx.db);
  const tongue = isLang(textOf(typed, 'tongue')) ? textOf(typed, 'tongue') : view.lang;
  const asked = { kind, side: 'both', lang: tongue, typed, errors, record: null } as const;
  const shown = {
    form: await formView(ctx, view, asked),
    once: textOf(typed, 'once'),
    tongue,
    languages,
    credit: textOf(typed, 'credit'),
  };
  return page(<ShareFormPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}
