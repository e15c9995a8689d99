// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically } from '#platform/ctx';
import { type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import { defineJob } from '#platform/jobs';
import { equalBytes, sha256 } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import { FirstPage } from './pages/first-page.tsx';
import { IssuedPage } from './pages/issued-page.tsx';
import { RecoveryPage } from './pages/recovery-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { confirmHalves } from './people/confirm-recovery.ts';
import { firstRoles, hasPeople, makeFirstPeople } from './people/first-person.ts';
import { signInWithPassword } from './people/sign-in.ts';
import { endSession, sweepSessions } from './sessions.ts';
import { base32, totpAddress } from './totp.ts';

export interface AuthServices {
  /** The token of the set-up link printed at start; null once somebody can sign in. */
  setupToken: string | null;
}

/** Signing in, the first person, and the recovery papers. */
export function plugin({ setupToken }: AuthServices) {
  const first = setupToken === null ? [] : [showFirst(setupToken), makeFirst(setupToken)];
  return {
    name: 'auth',
    routes: [...first, showSignIn(), signIn(), signOut(), showRecovery(), confirmRecovery()],
    jobs: [sweep],
    subscriptions: [],
  };
}

const sweep = defineJob({
  name: 'auth.sweep-sessions',
  payload: z.object({}),
  cron: '*/5 * * * *',
  run: (ctx) => sweepSessions(ctx.db, ctx.now),
});

const tokenParams = z.object({ token: z.string() });
const aliasForm = z.object({
  alias: z.string().trim().min(2, { error: 'auth.error.alias' }).max(40, { error: 'auth.error.alias' }),
});

async function requireFirst(call: Call<{ token: string }>, setupToken: string): Promise<void> {
  const typed = sha256(Buffer.from(call.params.token));
  if (!equalBytes(typed, sha256(Buffer.from(setupToken))) || (await hasPeople(call.ctx.db))) notFound();
}

function showFirst(setupToken: string): AnyRoute {
  return defineRoute({
    name: 'setup-first',
    verb: 'GET',
    path: '/setup/first/:token',
    access: 'public',
    area: 'setup',
    params: tokenParams,
    handle: async (call) => {
      await requireFirst(call, setupToken);
      const { view } = call;
      return page(
        <FirstPage view={view} data={{ action: `/${view.lang}${view.path}`, alias: '', errors: [] }} />,
      );
    },
  });
}

function makeFirst(setupToken: string): AnyRoute {
  return defineRoute({
    name: 'setup-first-make',
    verb: 'POST',
    path: '/setup/first/:token',
    access: 'public',
    area: 'setup',
    act: 'person.first',
    params: tokenParams,
    form: aliasForm,
    handle: async (call) => {
      await requireFirst(call, setupToken);
      const { view, form, ctx } = call;
      if (!form.ok) {
        const data = {
          action: `/${view.lang}${view.path}`,
          alias: String(form.typed.alias ?? ''),
          errors: form.errors,
        };
        return page(<FirstPage view={view} data={data} />, { status: 422 });
      }
      const begun = await makeFirstPeople(ctx, [{ alias: form.value.alias, roles: firstRoles }]);
      const [made] = begun.people;
      if (made === undefined) return notFound();
      const site = await readInstallation(ctx.db);
      const label = { site: site.name || 'Rowan', alias: form.value.alias };
      const data = {
        alias: form.value.alias,
        password: made.password,
        secret: base32(made.totp.bytes()),
        address: totpAddress(made.totp, label),
        halves: begun.halves,
      };
      made.totp.dispose();
      return page(<IssuedPage view={view} data={data} />);
    },
  });
}

function showSignIn(): AnyRoute {
  return defineRoute({
    name: 'sign-in',
    verb: 'GET',
    path: '/desk/sign-in',
    access: 'public',
    area: 'desk',
    handle: ({ view }) => page(<SignInPage view={view} data={{ alias: '', errors: [] }} />),
  });
}

const signInForm = z.object({
  alias: z.string().max(80).default(''),
  password: z.string().max(200).default(''),
  code: z.string().max(20).default(''),
});

function signIn(): AnyRoute {
  return defineRoute({
    name: 'sign-in-try',
    verb: 'POST',
    path: '/desk/sign-in',
    access: 'public',
    area: 'desk',
    act: 'login.ok',
    form: signInForm,
    handle: async ({ ctx, view, form, limiter }) => {
      const typed = form.ok ? form.value : { alias: '', password: '', code: '' };
      const cookie = limiter.over('sign-in') > 0 ? null : await signInWithPassword(ctx, typed);
      if (cookie !== null) return seeOther(`/${view.lang}/desk`, { cookies: [cookie] });
      const over = limiter.hit('sign-in').over > 0;
      const errors = [
        {
          field: 'alias',
          message: over ? ('auth.error.too-many' as const) : ('auth.error.sign-in' as const),
        },
      ];
      return page(<SignInPage view={view} data={{ alias: typed.alias, errors }} />, {
        status: over ? 429 : 422,
      });
    },
  });
}

const anyStaff = [
  'operator',
  'supervisor',
  'custodian',
  'editor',
  'reviewer',
  'admin',
  'analyst',
  'secretariat',
] as const;

function signOut(): AnyRoute {
  return defineRoute({
    name: 'sign-out',
    verb: 'POST',
    path: '/desk/sign-out',
    access: anyStaff,
    area: 'desk',
    act: 'logout',
    handle: async ({ ctx, view, session }) => {
      if (session === null) return notFound();
      const cookie = await atomically(ctx, (inner) => endSession(inner.db, session));
      const headers = { 'clear-site-data': '"cookies", "storage"' };
      return seeOther(`/${view.lang}/desk/sign-in`, { cookies: [cookie], headers });
    },
  });
}

function showRecovery(): AnyRoute {
  return defineRoute({
    name: 'recovery',
    verb: 'GET',
    path: '/desk/recovery',
    access: ['supervisor'],
    area: 'setup',
    handle: async ({ ctx, view }) => {
      const { recovery } = await readInstallation(ctx.db);
      const data = { confirmedOn: recovery?.confirmedOn ?? null, a: '', b: '', errors: [] };
      return page(<RecoveryPage view={view} data={data} />);
    },
  });
}

function confirmRecovery(): AnyRoute {
  return defineRoute({
    name: 'recovery-confirm',
    verb: 'POST',
    path: '/desk/recovery',
    access: ['supervisor'],
    area: 'setup',
    act: 'recovery.rehearse',
    form: z.object({ a: z.string().max(80), b: z.string().max(80) }),
    handle: async ({ ctx, view, form }) => {
      const typed = form.ok ? form.value : { a: '', b: '' };
      const wrong = await confirmHalves(ctx, typed);
      if (wrong === null) return seeOther(`/${view.lang}/desk/recovery`);
      const errors = [{ field: wrong, message: 'auth.error.half' as const }];
      const data = { confirmedOn: null, ...typed, errors };
      return page(<RecoveryPage view={view} data={data} />, { status: 422 });
    },
  });
}
