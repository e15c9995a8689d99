// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod';
import { type Answer, type AnyRoute, type Call, defineRoute, page, seeOther } from '#platform/http';
import type { FieldErrors } from '#platform/ui';
import { beginKit, changeKit, findKit, type KitChange, logosOf, replaceLogos } from '../actions/kit.ts';
import { LOGO_LIMITS, readLogo } from '../actions/logo.ts';
import { FactsPage } from '../pages/facts-page.tsx';
import {
  type FillProps,
  type FillStep,
  fillPath,
  LanguagesPage,
  OwnPage,
  PiecesPage,
} from '../pages/fill-pages.tsx';
import { missingLetters } from '../print/fonts.ts';
import { offeredNumbers } from '../queries/filled.ts';
import { readKit } from '../queries/kit.ts';
import { SENDERS } from '../rights.ts';
import { editionsForm, factsForm, kitParams, numberParams, ownForm, piecesForm } from '../schema.ts';

const desk = { access: SENDERS, area: 'desk' } as const;
const change = { ...desk, verb: 'POST', act: 'kit.changed', params: kitParams } as const;

/** C1 to C4: a kit filled in step by step, each step kept on the server so that no script is needed. */
export function fillRoutes(): AnyRoute[] {
  return [
    begin(),
    ...step('pieces', PiecesPage),
    ...step('languages', LanguagesPage),
    ...step('own', OwnPage),
    facts(),
    savePieces(),
    saveLanguages(),
    saveOwn(),
    saveFacts(),
  ];
}

function begin(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-fill',
    verb: 'POST',
    path: '/desk/campaigns/fill/:number',
    act: 'kit.begun',
    params: numberParams,
    handle: async ({ ctx, view, params }) => {
      await readKit(ctx.db, params.number);
      return seeOther(fillPath(view, await beginKit(ctx, params.number), 'pieces'));
    },
  });
}

type Params = z.output<typeof kitParams>;
type FillCall = Pick<Call<Params>, 'ctx' | 'view' | 'params'>;
type Shown = Pick<FillProps, 'typed' | 'errors'>;

/** What every page of a step is shown with. */
export async function fillProps({ ctx, view, params }: FillCall, shown?: Shown): Promise<FillProps> {
  const draft = await findKit(ctx, params.kit);
  const kit = await readKit(ctx.db, draft.campaign);
  return { view, actor: ctx.actor, draft, kit, typed: shown?.typed ?? {}, errors: shown?.errors ?? [] };
}

type StepPage = typeof PiecesPage;

function step(name: FillStep, Shown: StepPage): AnyRoute[] {
  return [
    defineRoute({
      ...desk,
      name: `campaigns-fill-${name}`,
      verb: 'GET',
      path: `/desk/campaigns/kits/:kit/${name}`,
      params: kitParams,
      handle: async (call) => page(<Shown {...(await fillProps(call))} />),
    }),
  ];
}

interface Saving {
  call: FillCall;
  change: KitChange;
  next: FillStep;
}

async function save({ call: { ctx, view, params }, change: changed, next }: Saving): Promise<Answer> {
  await changeKit(ctx, params.kit, changed);
  return seeOther(fillPath(view, params.kit, next));
}

const again = async (call: FillCall, shown: Shown, Form: StepPage): Promise<Answer> =>
  page(<Form {...(await fillProps(call, shown))} />, { status: 422 });

function savePieces(): AnyRoute {
  return defineRoute({
    ...change,
    name: 'campaigns-fill-pieces-save',
    path: '/desk/campaigns/kits/:kit/pieces',
    form: piecesForm,
    handle: (call) =>
      call.form.ok
        ? save({ call, change: { pieces: call.form.value }, next: 'languages' })
        : again(call, call.form, PiecesPage),
  });
}

function saveLanguages(): AnyRoute {
  return defineRoute({
    ...change,
    name: 'campaigns-fill-languages-save',
    path: '/desk/campaigns/kits/:kit/languages',
    form: editionsForm,
    handle: (call) => {
      if (!call.form.ok) return again(call, call.form, LanguagesPage);
      const editions = call.form.value;
      return save({ call, change: { editions }, next: editions.includes('own') ? 'own' : 'facts' });
    },
  });
}

function saveOwn(): AnyRoute {
  return defineRoute({
    ...change,
    name: 'campaigns-fill-own-save',
    path: '/desk/campaigns/kits/:kit/own',
    form: ownForm,
    handle: (call) => {
      if (!call.form.ok) return again(call, call.form, OwnPage);
      const { lang, dir, ...texts } = call.form.value;
      const errors = unwritable(texts);
      if (errors.length > 0) return again(call, { typed: call.form.typed, errors }, OwnPage);
      return save({ call, change: { own: { lang, dir, texts } }, next: 'facts' });
    },
  });
}

/** Fields with letters that our fonts do not have. */
function unwritable(texts: Readonly<Record<string, string>>): FieldErrors {
  return Object.entries(texts).flatMap(([field, text]) => {
    const letters = missingLetters(text).slice(0, 12).join(' ');
    return letters === '' ? [] : [{ field, message: 'campaigns.own.letters' as const, args: { letters } }];
  });
}

async function factsPage(call: FillCall, shown?: Shown) {
  const numbers = await offeredNumbers(call.ctx);
  const logos = (await logosOf(call.ctx.db, call.params.kit)).map(({ name }) => name);
  return <FactsPage {...(await fillProps(call, shown))} numbers={numbers} logos={logos} />;
}

function facts(): AnyRoute {
  return defineRoute({
    ...desk,
    name: 'campaigns-fill-facts',
    verb: 'GET',
    path: '/desk/campaigns/kits/:kit/facts',
    params: kitParams,
    handle: async (call) => page(await factsPage(call)),
  });
}

function saveFacts(): AnyRoute {
  return defineRoute({
    ...change,
    name: 'campaigns-fill-facts-save',
    path: '/desk/campaigns/kits/:kit/facts',
    form: factsForm,
    files: LOGO_LIMITS,
    handle: async (call) => {
      const { ctx, form, files, params } = call;
      if (!form.ok) return page(await factsPage(call, form), { status: 422 });
      const { phone, address, ministry, qr, noLogos } = form.value;
      const offered = (await offeredNumbers(ctx)).map(({ id }) => id);
      const logos = await Promise.all(files.map(readLogo));
      const errors = [
        ...(phone === 'none' || offered.includes(phone)
          ? []
          : [{ field: 'phone', message: 'campaigns.facts.phone-error' as const }]),
        ...logos
          .flatMap((one) => ('error' in one ? [{ field: 'logos', message: one.error }] : []))
          .slice(0, 1),
      ];
      if (errors.length > 0)
        return page(await factsPage(call, { typed: form.typed, errors }), { status: 422 });
      const kept = logos.flatMap((one) => ('logo' in one ? [one.logo] : []));
      if (kept.length > 0 || noLogos === 'yes') await replaceLogos(ctx, params.kit, kept);
      return save({ call, change: { phone, address, ministry, qr: qr === 'yes' }, next: 'preview' });
    },
  });
}
