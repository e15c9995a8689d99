// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import { FILE_LIMITS, takeFiles } from '#platform/records';
import { type FieldErrors, pathIn } from '#platform/ui';
import { sendReport } from '../actions/send-report.ts';
import { ReportPage, ReportSentPage } from '../pages/report-pages.tsx';
import { shownCampaign } from '../queries/shown.ts';
import { SENDERS } from '../rights.ts';
import { numberParams, reportForm } from '../schema.ts';

const desk = { access: SENDERS, area: 'desk' } as const;
const PATH = '/desk/campaigns/activity/:number';

/** C8: "Tell us what you did". A person reads it before everybody does. */
export function activityRoutes(): AnyRoute[] {
  return [form(), send(), sent()];
}

function form(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-activity',
    verb: 'GET',
    path: PATH,
    params: numberParams,
    handle: async ({ ctx, view, params }) => {
      const campaign = await shownCampaign(ctx.db, params.number);
      return page(<ReportPage view={view} actor={ctx.actor} campaign={campaign} typed={{}} errors={[]} />);
    },
  });
}

type SendCall = Call<z.output<typeof numberParams>, unknown, z.output<typeof reportForm>>;

function send(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-activity-send',
    verb: 'POST',
    path: PATH,
    act: 'records.create',
    params: numberParams,
    form: reportForm,
    files: FILE_LIMITS,
    handle: async (call: SendCall) => {
      const { ctx, view, params, form: sent } = call;
      const campaign = await shownCampaign(ctx.db, params.number);
      const errors = await keep(call, campaign.id);
      if (errors.length === 0) return seeOther(pathIn(view, '/desk/campaigns/activity-sent'));
      return page(<ReportPage {...{ view, actor: ctx.actor, campaign, typed: sent.typed, errors }} />, {
        status: 422,
      });
    },
  });
}

/** Keeps a report and its files, or answers why not. */
async function keep({ ctx, view, form: sent, files }: SendCall, campaign: number): Promise<FieldErrors> {
  if (!sent.ok) return sent.errors;
  const agreed = sent.value.agreed === 'yes';
  if (files.length > 0 && !agreed) return [{ field: 'agreed', message: 'campaigns.send.agreed-error' }];
  const kept = files.length === 0 ? { added: [] } : await takeFiles(ctx, files);
  if ('error' in kept) return [{ field: 'files', message: kept.error }];
  const refs = kept.added.map(({ ref }) => ref);
  await sendReport(ctx, { ...sent.value, campaign, lang: view.lang, agreed, files: refs });
  return [];
}

function sent(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-activity-sent',
    verb: 'GET',
    path: '/desk/campaigns/activity-sent',
    handle: ({ ctx, view }) => page(<ReportSentPage view={view} actor={ctx.actor} />),
  });
}
