// SPDX-License-Identifier: EUPL-1.2
import { NEVER } from '@rowan/rating-index';
import { z } from 'zod';
import { type AnyRoute, defineRoute, json } from '#platform/http';
import { errors } from '../errors.ts';
import { readHost } from '../lists/host-name.ts';
import { type PublicRating, ratingFor } from '../queries/rating-page.ts';

const answer = z.discriminatedUnion('status', [
  z.object({
    subject: z.string(),
    status: z.literal('rated'),
    rated: z.object({ host: z.string(), scope: z.enum(['host', 'subtree']) }),
    minimumAge: z.int().nullable().describe('Null: for nobody, at any age'),
    blockedForEveryone: z.boolean(),
    categories: z.array(z.string()),
    reasons: z.array(z.string()),
    words: z.string(),
    wordsLanguage: z.string().nullable(),
    checkedBy: z.literal('person'),
    sure: z.enum(['sure', 'fairly', 'not']),
    since: z.iso.datetime(),
    nextCheck: z.iso.date().nullable(),
    expires: z.iso.datetime().nullable(),
  }),
  z.object({ subject: z.string(), status: z.literal('nothing-to-show') }),
]);

/** A look-up for machines; it says what the page says and no more. */
export function ratingApi(): AnyRoute {
  return defineRoute({
    name: 'rating',
    verb: 'GET',
    path: '/api/v1/ratings/:subject',
    localized: false,
    access: 'public',
    cache: 'api',
    params: z.object({ subject: z.string().max(300) }),
    api: { summary: "A person's rating of one exact host, or nothing to show", answer },
    handle: async ({ ctx, params }) => {
      const { host } = readHost(params.subject);
      if (host === null) throw errors('not-a-host');
      const rating = await ratingFor(ctx.db, host);
      return json(rating === null ? { subject: host, status: 'nothing-to-show' } : rated(host, rating));
    },
  });
}

function rated(subject: string, rating: PublicRating): z.infer<typeof answer> {
  return {
    subject,
    status: 'rated',
    rated: { host: rating.host, scope: rating.scope },
    minimumAge: rating.minAge === NEVER ? null : rating.minAge,
    blockedForEveryone: rating.blockEveryone,
    categories: rating.categories,
    reasons: rating.reasons,
    words: rating.words,
    wordsLanguage: rating.wordsLang,
    checkedBy: 'person',
    sure: rating.sure,
    since: rating.since.toISOString(),
    nextCheck: rating.nextCheck,
    expires: rating.expiresAt?.toISOString() ?? null,
  };
}
