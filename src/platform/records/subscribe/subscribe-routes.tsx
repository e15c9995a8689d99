// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Db } from '#platform/db';
import { type AnyRoute, defineRoute, notFound, page } from '#platform/http';
import type { View } from '#platform/ui';
import { one } from '../form/typed.ts';
import { kindsOpenIn } from '../open-kinds.ts';
import { type Subject, subjectWords } from './subject.ts';
import { AskedPage, ConfirmPage, DonePage, StopPage, SubscribePage } from './subscribe-pages.tsx';
import { askForNews, confirmNews, endNews, newsOf, waitingFor } from './subscription.ts';

const subject = z.object({ scheme: z.string().max(63), code: z.string().max(64) });
const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,60}$/) }).loose();
const address = z.email().max(254);

const open = { access: 'public', cache: 'private' } as const;
const unnoted = { none: 'says nothing about readers, not even that one came' };

/** News by mail: ask, say yes from one's own inbox, stop. */
export function subscribeRoutes(): AnyRoute[] {
  return [form(), ask(), confirmPage(), confirm(), stopPage(), stop()];
}

// What a country leaves to others is not news from here.
const openWords = (db: Db, view: View, asked: Subject) =>
  subjectWords(db, view, { ...asked, among: kindsOpenIn(view) });

/** Where news about this are asked for. */
export const subscribePath = ({ scheme, code }: Subject): string =>
  `/subscribe?${new URLSearchParams({ scheme, code })}`;

function form(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe',
    verb: 'GET',
    path: '/subscribe',
    query: subject,
    handle: async ({ ctx, view, query }) => {
      const about = (await openWords(ctx.db, view, query)) ?? notFound();
      return page(<SubscribePage view={view} subject={query} about={about} typed="" errors={[]} />);
    },
  });
}

function ask(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe-ask',
    verb: 'POST',
    path: '/subscribe',
    act: unnoted,
    handle: async ({ ctx, view, lang, form: { typed }, limiter, origin }) => {
      const said = subject.safeParse({ scheme: one(typed, 'scheme'), code: one(typed, 'code') });
      if (!said.success) return notFound();
      const about = (await openWords(ctx.db, view, said.data)) ?? notFound();
      const mail = one(typed, 'mail').trim();
      const again = (message: 'records.subscribe.no-mail' | 'records.subscribe.later') =>
        page(
          <SubscribePage
            {...{ view, about, typed: mail, subject: said.data }}
            errors={[{ field: 'mail', message }]}
          />,
          { status: 422 },
        );
      if (!address.safeParse(mail).success) return again('records.subscribe.no-mail');
      if (limiter.hit('subscribe').over > 0) return again('records.subscribe.later');
      await askForNews(ctx, { ...said.data, mail, lang, origin, siteName: view.site.name });
      return page(<AskedPage view={view} />);
    },
  });
}

function confirmPage(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe-yes',
    verb: 'GET',
    path: '/subscribe/yes/:token',
    params: tokenParams,
    handle: async ({ ctx, view, params: { token } }) => {
      const waits = await waitingFor(ctx.db, token, ctx.now);
      const about = waits === null ? null : await openWords(ctx.db, view, waits);
      if (about === null) return page(<DonePage view={view} done="over" />);
      return page(<ConfirmPage view={view} token={token} about={about} />);
    },
  });
}

function confirm(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe-yes-send',
    verb: 'POST',
    path: '/subscribe/yes/:token',
    act: unnoted,
    params: tokenParams,
    handle: async ({ ctx, view, params: { token } }) =>
      page(<DonePage view={view} done={(await confirmNews(ctx, token)) ? 'confirmed' : 'over'} />),
  });
}

function stopPage(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe-stop',
    verb: 'GET',
    path: '/subscribe/stop/:token',
    params: tokenParams,
    handle: async ({ ctx, view, params: { token } }) => {
      const items: { id: string; about: string }[] = [];
      for (const { id, ...about } of await newsOf(ctx.db, token))
        items.push({ id, about: (await subjectWords(ctx.db, view, about)) ?? about.code });
      if (items.length === 0) return page(<DonePage view={view} done="stopped" />);
      return page(<StopPage view={view} token={token} items={items} />);
    },
  });
}

// Also what a mail program sends by itself when its "unsubscribe" is pressed (RFC 8058): then all of it ends.
function stop(): AnyRoute {
  return defineRoute({
    ...open,
    name: 'records-subscribe-stop-send',
    verb: 'POST',
    path: '/subscribe/stop/:token',
    act: unnoted,
    params: tokenParams,
    handle: async ({ ctx, view, form: { typed }, params: { token } }) => {
      const id = z.uuid().safeParse(one(typed, 'id'));
      await endNews(ctx, { token, id: id.success ? id.data : null });
      return page(<DonePage view={view} done="stopped" />);
    },
  });
}
