// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import { type AnyRoute, type Call, defineRoute, notFound } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { may } from '../access.ts';
import { Beside } from '../desk/beside.tsx';
import { many, one, type Typed } from '../form/typed.ts';
import { HintsOf } from '../pages/hints.tsx';
import { ownName } from '../pages/language.ts';
import { besideUnits } from '../queries/beside.ts';
import { openHints } from '../queries/hints.ts';
import { saveFacts, saveWords } from '../store/save.ts';
import { answerForm, type EditedPart, openForm } from './edit-form.tsx';
import { deskRoute, LARGE, langName, openRecord, recordParams, requireStep } from './opened.ts';

const wordsParams = recordParams.extend({ of: langName });
type RecordCall = Call<{ id: number }>;
type WordsCall = Call<{ id: number; of: string }>;

/** The forms of the facts and of the words of each language. */
export function editRoutes(roles: readonly Role[]): AnyRoute[] {
  return [...factsRoutes(roles), ...wordsRoutes(roles)];
}

function factsRoutes(roles: readonly Role[]): AnyRoute[] {
  const path = '/desk/record/:id/facts';
  return [
    defineRoute({
      ...deskRoute(roles),
      name: 'record-facts',
      verb: 'GET',
      path,
      params: recordParams,
      handle: async (call: RecordCall) => openForm(await factsPart(call)),
    }),
    defineRoute({
      ...deskRoute(roles),
      ...LARGE,
      name: 'record-facts-save',
      verb: 'POST',
      path,
      act: 'record.saved',
      params: recordParams,
      handle: async (call: RecordCall) => answerForm(await factsPart(call), call.form.typed),
    }),
  ];
}

async function factsPart({ ctx, view, params: { id } }: RecordCall): Promise<EditedPart> {
  const opened = await openRecord(ctx, id);
  requireStep(ctx, opened.kind, 'edit');
  return {
    ...opened,
    ctx,
    view,
    lang: '',
    title: view.t('records.work.facts'),
    place: 'library',
    save: ({ facts, base }) => saveFacts(ctx, { record: id, base, facts, via: 'form' }),
  };
}

function wordsRoutes(roles: readonly Role[]): AnyRoute[] {
  const path = '/desk/record/:id/words/:of';
  return [
    defineRoute({
      ...deskRoute(roles),
      name: 'record-words',
      verb: 'GET',
      path,
      params: wordsParams,
      handle: async (call: WordsCall) => openForm(await wordsPart(call, {})),
    }),
    defineRoute({
      ...deskRoute(roles),
      ...LARGE,
      name: 'record-words-save',
      verb: 'POST',
      path,
      act: 'record.saved',
      params: wordsParams,
      handle: async (call: WordsCall) => answerForm(await wordsPart(call, call.form.typed), call.form.typed),
    }),
  ];
}

/** The words of one language: by themselves for the original, else beside it. */
async function wordsPart(call: WordsCall, typed: Typed): Promise<EditedPart> {
  const { ctx, view, params } = call;
  const opened = await openRecord(ctx, params.id);
  const { kind, record } = opened;
  const lang = params.of;
  const part = { ...opened, ctx, view, lang, title: ownName(lang) };
  if (lang === record.tongue) {
    requireStep(ctx, kind, 'edit');
    return {
      ...part,
      place: 'library',
      save: ({ words, base }) => saveWords(ctx, { record: params.id, lang, base, words, via: 'form' }),
    };
  }
  requireStep(ctx, kind, 'translate', 'check');
  if (record.words[record.tongue] === undefined) return notFound();
  return {
    ...part,
    ...(await translation(call, { ...part, checked: many(typed, 'check[]'), source: one(typed, 'source') })),
  };
}

interface Translating extends Pick<EditedPart, 'ctx' | 'view' | 'kind' | 'record' | 'lang'> {
  /** Units that the person says are right. */
  checked: readonly string[];
  /** The original's revision that stood beside the form. */
  source: string;
}

async function translation(
  _call: WordsCall,
  { ctx, view, kind, record, lang, checked, source }: Translating,
): Promise<Pick<EditedPart, 'place' | 'fixed' | 'beside' | 'hidden' | 'intro' | 'save'>> {
  const mayCheck = may(ctx.actor, kind, 'check');
  const units = await besideUnits(ctx.db, { record, lang, mayCheck });
  const { timeZone } = await readInstallation(ctx.db);
  const hints = await openHints(ctx.db, record.id, lang);
  const shown = { tongue: record.tongue, timeZone: timeZone || 'UTC' };
  const stood = /^\d{1,9}$/.test(source) ? Number(source) : (record.words[record.tongue]?.rev ?? 0);
  const states = Object.fromEntries(mayCheck ? checked.map((unit) => [unit, 'checked' as const]) : []);
  return {
    place: 'translate',
    fixed: !may(ctx.actor, kind, 'translate'),
    hidden: { source: stood },
    intro: hints.length === 0 ? null : <HintsOf view={view} record={record.id} lang={lang} hints={hints} />,
    beside: (unit) => {
      const beside = units[unit];
      return beside === undefined ? null : <Beside view={view} unit={unit} beside={beside} {...shown} />;
    },
    save: ({ words, base }) =>
      saveWords(ctx, { record: record.id, lang, base, source: stood, words, states, via: 'form' }),
  };
}
