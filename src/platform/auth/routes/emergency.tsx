// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type AnyRoute, defineRoute, page } from '#platform/http';
import type { FieldErrors, View } from '#platform/ui';
import { type EmergencyForm, recover } from '../emergency/use-recovery.ts';
import { requireEmergency } from '../emergency/window.ts';
import { EmergencyPage, RecoveredPage } from '../pages/emergency-page.tsx';

const params = z.object({ token: z.string().max(64) });
const typedText = (most: number) => z.string().max(most).default('');
const form = z.object({
  alias: typedText(80),
  fingerprint: typedText(40),
  a: typedText(80),
  b: typedText(80),
});
const nothing: EmergencyForm = { alias: '', fingerprint: '', a: '', b: '' };

/** The page behind the link of `rowan recovery open`. */
export function emergencyRoutes(): AnyRoute[] {
  return [show(), use()];
}

function show(): AnyRoute {
  return defineRoute({
    name: 'emergency',
    verb: 'GET',
    path: '/desk/emergency/:token',
    access: 'public',
    area: 'setup',
    params,
    handle: async ({ ctx, view, params: { token } }) => {
      await requireEmergency(ctx, token);
      return draw(view, nothing, []);
    },
  });
}

function use(): AnyRoute {
  return defineRoute({
    name: 'emergency-use',
    verb: 'POST',
    path: '/desk/emergency/:token',
    access: 'public',
    area: 'setup',
    act: 'recovery.use',
    secret: true,
    params,
    form,
    handle: async (call) => {
      const { ctx, view } = call;
      const typed = call.form.ok ? call.form.value : nothing;
      const outcome = await recover(ctx, { ...typed, token: call.params.token });
      if (typeof outcome !== 'string') return page(<RecoveredPage view={view} data={outcome} />);
      return draw(view, typed, [{ field: outcome, message: wrong[outcome] }]);
    },
  });
}

const wrong = {
  alias: 'auth.wrong.rescuer',
  fingerprint: 'auth.wrong.fingerprint',
  a: 'auth.wrong.half',
  b: 'auth.wrong.half',
} as const;

function draw(view: View, typed: EmergencyForm, errors: FieldErrors) {
  const data = { action: `/${view.lang}${view.path}`, typed, errors };
  return page(<EmergencyPage view={view} data={data} />, { status: errors.length > 0 ? 422 : 200 });
}
