// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { householdOf, NO_ENTRY } from '../access.ts';
import { addDevice, removeDevice, renewDevice } from '../actions/change-devices.ts';
import { addNetwork, removeNetwork } from '../actions/change-networks.ts';
import { DeviceKindPage, DevicePage } from '../pages/device-pages.tsx';
import { childPath, devicePath, FAMILY, HOME } from '../pages/frame.tsx';
import { NetworkPage } from '../pages/network-page.tsx';
import { childOfFamily, deviceOfFamily } from '../queries/family.ts';
import { networkOf } from '../resolver/networks.ts';
import { childParams, deviceForm, deviceParams, networkForm, networkParams } from '../schema.ts';
import type { RouteServices } from '../services.ts';
import { readShown } from '../shown.ts';
import { sessionOf } from './asking.ts';

const CHILD = `${HOME}/child/:child`;
const DEVICE = `${HOME}/device/:device`;
const family = { access: 'family', area: 'family' } as const;

/** What has a child's rules: devices by an address of their own, everything in a network by where it is. */
export function deviceRoutes(services: RouteServices): AnyRoute[] {
  return [
    ...[showKinds(), postDevice(), showDevice(), postRenew(), postRemove()],
    ...[showNetwork(services), postNetwork(services), postRemoveNetwork()],
  ];
}

function showKinds(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-device-new',
    verb: 'GET',
    path: `${CHILD}/device`,
    params: childParams,
    handle: async ({ ctx, view, params }) => {
      const { id } = await childOfFamily(ctx, params.child);
      return page(<DeviceKindPage view={view} child={id} errors={[]} />);
    },
  });
}

function postDevice(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-device-add',
    verb: 'POST',
    path: `${CHILD}/device`,
    act: NO_ENTRY,
    params: childParams,
    form: deviceForm,
    handle: async (call) => {
      const { view, params, form } = call;
      if (!form.ok) {
        return page(<DeviceKindPage view={view} child={params.child} errors={form.errors} />, {
          status: 422,
        });
      }
      const id = await addDevice(call.ctx, sessionOf(call), { child: params.child, kind: form.value.kind });
      return seeOther(`/${view.lang}${devicePath(id)}`);
    },
  });
}

function showDevice(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-device',
    verb: 'GET',
    path: DEVICE,
    params: deviceParams,
    handle: async (call) => {
      const { ctx, view, params, origin } = call;
      const device = await deviceOfFamily(ctx, params.device);
      const place = { session: sessionOf(call), household: householdOf(ctx.actor), about: device.id };
      const token = await readShown(ctx.db, place, ctx.now);
      const address =
        token === null
          ? null
          : { doh: `${origin}/d/${token}/dns-query`, profile: `${origin}/d/${token}/profile` };
      return page(<DevicePage view={view} device={{ ...device, address }} />);
    },
  });
}

function postRenew(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-device-renew',
    verb: 'POST',
    path: `${DEVICE}/renew`,
    act: NO_ENTRY,
    params: deviceParams,
    handle: async (call) => {
      await renewDevice(call.ctx, sessionOf(call), call.params.device);
      return seeOther(`/${call.lang}${devicePath(call.params.device)}`);
    },
  });
}

function postRemove(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-device-remove',
    verb: 'POST',
    path: `${DEVICE}/remove`,
    act: NO_ENTRY,
    params: deviceParams,
    handle: async ({ ctx, lang, params }) => {
      const { child } = await deviceOfFamily(ctx, params.device);
      await removeDevice(ctx, params.device);
      return seeOther(`/${lang}${childPath(child)}`);
    },
  });
}

async function networkPage(call: Call<{ child: string }>, dns: string | null) {
  const { ctx, view, params, form, client } = call;
  const child = await childOfFamily(ctx, params.child);
  const prefix = networkOf(client?.address ?? '')?.prefix ?? null;
  return <NetworkPage view={view} data={{ child, prefix, dns, errors: form.errors }} />;
}

function showNetwork(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-network-page',
    verb: 'GET',
    path: `${CHILD}/network`,
    seesClient: true,
    params: childParams,
    handle: async (call) => page(await networkPage(call, services.dns)),
  });
}

function postNetwork(services: RouteServices): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-network-add',
    verb: 'POST',
    path: `${CHILD}/network`,
    act: NO_ENTRY,
    seesClient: true,
    params: childParams,
    form: networkForm,
    handle: async (call) => {
      if (!call.form.ok) return page(await networkPage(call, services.dns), { status: 422 });
      await addNetwork(call.ctx, call.params.child, call.client?.address ?? '');
      return seeOther(`/${call.lang}${childPath(call.params.child)}?done=network`);
    },
  });
}

function postRemoveNetwork(): AnyRoute {
  return defineRoute({
    ...family,
    name: 'guard-network-remove',
    verb: 'POST',
    path: `${HOME}/network/:network/remove`,
    act: NO_ENTRY,
    params: networkParams,
    handle: async ({ ctx, lang, params }) => {
      const child = await removeNetwork(ctx, params.network);
      return seeOther(`/${lang}${child === null ? FAMILY : childPath(child)}`);
    },
  });
}
