// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, notFound, page } from '#platform/http';
import { equalBytes, sha256 } from '#platform/seal';
import { FirstPage } from '../pages/first-page.tsx';
import { IssuedPage } from '../pages/issued-page.tsx';
import { firstRoles, hasPeople, makeFirstPeople } from '../people/first-person.ts';
import { aliasField, authenticator } from './fields.ts';

const params = z.object({ token: z.string() });

/** The set-up link printed at start: it makes the first person, and works as long as there is none. */
export function firstRoutes(setupToken: string): AnyRoute[] {
  return [show(setupToken), make(setupToken)];
}

async function requireFirst(call: Call<{ token: string }>, setupToken: string): Promise<void> {
  const typed = sha256(Buffer.from(call.params.token));
  if (!equalBytes(typed, sha256(Buffer.from(setupToken))) || (await hasPeople(call.ctx.db))) notFound();
}

function show(setupToken: string): AnyRoute {
  return defineRoute({
    name: 'setup-first',
    verb: 'GET',
    path: '/setup/first/:token',
    access: 'public',
    area: 'setup',
    params,
    handle: async (call) => {
      await requireFirst(call, setupToken);
      const { view } = call;
      const data = { action: `/${view.lang}${view.path}`, alias: '', errors: [] };
      return page(<FirstPage view={view} data={data} />);
    },
  });
}

function make(setupToken: string): AnyRoute {
  return defineRoute({
    name: 'setup-first-make',
    verb: 'POST',
    path: '/setup/first/:token',
    access: 'public',
    area: 'setup',
    act: 'person.first',
    params,
    form: z.object({ alias: aliasField }),
    handle: async (call) => {
      await requireFirst(call, setupToken);
      const { view, form, ctx } = call;
      if (!form.ok) {
        const action = `/${view.lang}${view.path}`;
        const data = { action, alias: String(form.typed.alias ?? ''), errors: form.errors };
        return page(<FirstPage view={view} data={data} />, { status: 422 });
      }
      const { alias } = form.value;
      const begun = await makeFirstPeople(ctx, [{ alias, roles: firstRoles }]);
      const [made] = begun.people;
      if (made === undefined) return notFound();
      const totp = await authenticator(ctx.db, alias, made.totp);
      const { password } = made;
      const data = { alias, password, totp, fingerprint: null, halves: begun.halves, next: '/desk/sign-in' };
      return page(<IssuedPage view={view} data={data} />);
    },
  });
}
