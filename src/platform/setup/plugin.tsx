// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { Actor } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page, requireFresh, seeOther } from '#platform/http';
import { LANGS, type Lang } from '#platform/i18n';
import type { View } from '#platform/ui';
import { missingFor } from './missing.ts';
import { changeInstallation, readInstallation } from './store.ts';
import { isStep, type StepName } from './wizard/fields.ts';
import { fillStep } from './wizard/fill.ts';
import { OverviewPage } from './wizard/overview-page.tsx';
import { readStep } from './wizard/read.ts';
import { StepPage } from './wizard/step-page.tsx';
import { LanguagesPage, WordsPage } from './wizard/words-page.tsx';
import { judgeTexts, reviewedLanguages, safetyTexts } from './words.ts';

const managers = ['supervisor', 'admin'] as const;
const reviewers = ['supervisor', 'reviewer'] as const;

/** Draws the desk's navigation; it belongs to a part that stands above this one, so the app hands it in. */
export type DrawNav = (view: View, actor: Actor, place: 'setup' | 'words') => ComponentChildren;

// What a thief of a session could use to send a child elsewhere (security.md 4.2).
const GRAVE: readonly StepName[] = ['place', 'help', 'desk', 'contacts'];

function routes(nav: DrawNav): AnyRoute[] {
  return [overview(nav), finish(), showStep(nav), saveStep(nav), listLanguages(nav), showWords(nav), judge()];
}

function overview(nav: DrawNav): AnyRoute {
  return defineRoute({
    name: 'setup',
    verb: 'GET',
    path: '/setup',
    access: managers,
    area: 'setup',
    handle: async ({ ctx, view }) => {
      const site = await readInstallation(ctx.db);
      const reviewed = (await reviewedLanguages(ctx.db)).some((lang) => site.languages.includes(lang));
      const data = {
        missing: missingFor('reports', site, reviewed),
        finished: site.finishedOn !== null,
        recovery: site.recovery?.confirmedOn != null,
        nav: nav(view, ctx.actor, 'setup'),
      };
      return page(<OverviewPage view={view} data={data} />);
    },
  });
}

function finish(): AnyRoute {
  return defineRoute({
    name: 'setup-finish',
    verb: 'POST',
    path: '/setup',
    access: managers,
    area: 'setup',
    act: 'config.change',
    handle: async ({ ctx, view }) => {
      await changeInstallation(ctx, { finishedOn: ctx.now.toISOString().slice(0, 10) });
      return seeOther(`/${view.lang}/setup`);
    },
  });
}

const stepParams = z.object({ step: z.custom<StepName>((name) => typeof name === 'string' && isStep(name)) });

function showStep(nav: DrawNav): AnyRoute {
  return defineRoute({
    name: 'setup-step',
    verb: 'GET',
    path: '/setup/:step',
    access: managers,
    area: 'setup',
    params: stepParams,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const { step } = params;
      // Asked before anybody types, so that the answer at the end is seldom "show again who you are".
      if (GRAVE.includes(step)) requireFresh(call);
      const site = await readInstallation(ctx.db);
      return page(
        <StepPage
          view={view}
          data={{ step, site, typed: fillStep(step, site), errors: [], nav: nav(view, ctx.actor, 'setup') }}
        />,
      );
    },
  });
}

function saveStep(nav: DrawNav): AnyRoute {
  return defineRoute({
    name: 'setup-step-save',
    verb: 'POST',
    path: '/setup/:step',
    access: managers,
    area: 'setup',
    act: 'config.change',
    params: stepParams,
    handle: async (call) => {
      const { ctx, view, params, form } = call;
      const { step } = params;
      if (GRAVE.includes(step)) requireFresh(call);
      const site = await readInstallation(ctx.db);
      const result = readStep(step, form.typed, site);
      if (!result.ok) {
        const data = {
          step,
          site,
          typed: form.typed,
          errors: result.errors,
          nav: nav(view, ctx.actor, 'setup'),
        };
        return page(<StepPage view={view} data={data} />, { status: 422 });
      }
      await changeInstallation(ctx, result.change);
      return seeOther(`/${view.lang}/setup${step === 'help' ? '/help' : ''}`);
    },
  });
}

function listLanguages(nav: DrawNav): AnyRoute {
  return defineRoute({
    name: 'words',
    verb: 'GET',
    path: '/desk/words',
    access: reviewers,
    area: 'setup',
    handle: async ({ ctx, view }) => {
      const site = await readInstallation(ctx.db);
      const states = await Promise.all(
        site.languages.map(async (lang) => {
          const texts = await safetyTexts(ctx.db, lang);
          return { lang, passed: texts.filter((text) => text.state === 'passed').length, all: texts.length };
        }),
      );
      return page(<LanguagesPage view={view} data={{ states, nav: nav(view, ctx.actor, 'words') }} />);
    },
  });
}

const langParams = z.object({ of: z.custom<Lang>((lang) => (LANGS as readonly unknown[]).includes(lang)) });

function showWords(nav: DrawNav): AnyRoute {
  return defineRoute({
    name: 'words-language',
    verb: 'GET',
    path: '/desk/words/:of',
    access: reviewers,
    area: 'setup',
    params: langParams,
    query: z.object({ from: z.coerce.number().int().min(0).default(0) }),
    handle: async ({ ctx, view, params, query }) => {
      const { timeZone } = await readInstallation(ctx.db);
      const texts = await safetyTexts(ctx.db, params.of);
      return page(
        <WordsPage
          view={view}
          data={{ lang: params.of, texts, timeZone, from: query.from, nav: nav(view, ctx.actor, 'words') }}
        />,
      );
    },
  });
}

const verdictForm = z.object({
  verdict: z.enum(['passed', 'returned']),
  from: z.coerce.number().int().min(0).default(0),
  keys: z.union([z.string(), z.array(z.string())]).optional(),
});

function judge(): AnyRoute {
  return defineRoute({
    name: 'words-judge',
    verb: 'POST',
    path: '/desk/words/:of',
    access: reviewers,
    area: 'setup',
    act: 'text.review',
    params: langParams,
    form: verdictForm,
    handle: async ({ ctx, view, params, form }) => {
      if (!form.ok) return notFound();
      const keys = [form.value.keys ?? []].flat();
      await judgeTexts(ctx, { lang: params.of, keys, state: form.value.verdict });
      return seeOther(`/${view.lang}/desk/words/${params.of}?from=${form.value.from}`);
    },
  });
}

/** Set-up's pages, and the page on which native reviewers pass what a child in danger will read. */
export const plugin = (nav: DrawNav) => ({ name: 'setup', routes: routes(nav), jobs: [], subscriptions: [] });
