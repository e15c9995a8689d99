// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Answer, type AnyRoute, bytes, defineRoute, notFound } from '#platform/http';
import { readDeviceToken } from '#platform/seal';
import { answerDoh, DNS_MESSAGE, type DohAnswer, messageOf } from '../doh-answer.ts';
import { dnsProfile, PROFILE_TYPE } from '../profile.ts';
import { tokenParams } from '../schema.ts';
import type { RouteServices } from '../services.ts';

const PATH = '/d/:token/dns-query';
const ONLY_MESSAGES = 415;
const LONGEST_BODY = 65_535;
/** No cookie, no language, no line in the log: a device asks here hundreds of times an hour. */
const machine = { localized: false, access: 'machine', cache: 'api', silent: true } as const;

/** DNS over HTTPS for one device, and the profile that tells an Apple device about it. */
export function dohRoutes({ guard }: RouteServices): AnyRoute[] {
  if (guard === null) return [profile()];
  return [byGet(guard), byPost(guard), profile()];
}

type Asking = NonNullable<RouteServices['guard']>;

function byGet(guard: Asking): AnyRoute {
  return defineRoute({
    ...machine,
    name: 'guard-doh-get',
    verb: 'GET',
    path: PATH,
    params: tokenParams,
    query: z.object({ dns: z.string().default('') }),
    api: { summary: 'DNS over HTTPS (RFC 8484) for the device with this token' },
    handle: async ({ params, query }) => {
      const message = messageOf(query.dns);
      return message === null ? empty(400) : answerOf(await answerDoh(guard, params.token, message));
    },
  });
}

function byPost(guard: Asking): AnyRoute {
  return defineRoute({
    ...machine,
    name: 'guard-doh-post',
    verb: 'POST',
    path: PATH,
    act: { none: 'a question changes nothing' },
    params: tokenParams,
    json: z.unknown(),
    bodyLimit: LONGEST_BODY,
    handle: async ({ params, json }) => {
      // The server hands over bytes for application/dns-message and something else for every other type.
      if (!Buffer.isBuffer(json)) return empty(ONLY_MESSAGES);
      return answerOf(await answerDoh(guard, params.token, json));
    },
  });
}

function profile(): AnyRoute {
  return defineRoute({
    ...machine,
    name: 'guard-profile',
    verb: 'GET',
    path: '/d/:token/profile',
    params: tokenParams,
    handle: ({ params, origin, view }) => {
      const token = readDeviceToken(params.token) ?? notFound();
      const profile = dnsProfile(`${origin}/d/${token}/dns-query`, view.site.name);
      const headers = { 'content-disposition': 'attachment; filename="protection.mobileconfig"' };
      return bytes(profile, PROFILE_TYPE, { headers });
    },
  });
}

function answerOf(answer: DohAnswer): Answer {
  if (answer.status !== 200) return empty(answer.status);
  return bytes(answer.body, DNS_MESSAGE, {
    headers: { 'cache-control': `private, max-age=${answer.maxAge}` },
  });
}

const empty = (status: number): Answer => bytes('', 'text/plain; charset=utf-8', { status });
