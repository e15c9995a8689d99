// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Config } from '#platform/config';
import { createFetcher, type Fetcher } from '#platform/fetch';
import { defineJob, type Subscription } from '#platform/jobs';
import { canonicalJson, keyringOf, signPayload } from '#platform/seal';
import { readInstallation } from '#platform/setup';

/**
 * Calls the country's pager when a report about danger was not opened in time (H6): a signed line without a
 * word about the report. A pager that does not answer 2xx is tried again, and stands on the health page.
 */
export function pager(config: Config, fetcher: Fetcher = guarded(config)): Subscription {
  const job = defineJob({
    name: 'app:pager',
    payload: z.object({ caseId: z.uuid(), minutes: z.number().int() }),
    run: async (ctx, { minutes }) => {
      const { dutyWebhook } = await readInstallation(ctx.db);
      if (dutyWebhook === null) return;
      const { instance, signer } = keyringOf(ctx.db);
      const body = canonicalJson({ at: ctx.now.toISOString(), instance, minutes, type: 'alarm', v: 1 });
      const signature = signPayload({ type: 'export', key: signer }, Buffer.from(body));
      const answer = await fetcher({
        url: dutyWebhook.url,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'rowan-signature': canonicalJson(signature) },
        body,
      });
      if (answer.status < 200 || answer.status > 299) throw new Error(`the pager answered ${answer.status}`);
    },
  });
  return { fact: 'case.unopened', job };
}

function guarded(config: Config): Fetcher {
  const ownHosts = config.url === null ? [] : [new URL(config.url).hostname];
  return createFetcher({ denied: config.denyNets, ownHosts });
}
