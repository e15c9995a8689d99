// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { requireFresh } from '#platform/auth';
import { type AnyRoute, defineRoute, type FieldError, seeOther } from '#platform/http';
import { WORKERS } from '../access.ts';
import { addNote, deleteOnRequest, refuseStop, tellNow } from '../actions/answer-reporter.ts';
import { reopenCase } from '../actions/close-case.ts';
import { askForContact } from '../actions/lend-contact.ts';
import { letWordAgain } from '../actions/let-word-again.ts';
import { giveCase, markRead, putOff } from '../actions/queue/give-case.ts';
import { joinByHand } from '../actions/queue/join-cases.ts';
import { takeCase } from '../actions/queue/take-case.ts';
import { findByLabel } from '../queries/queue-view.ts';
import {
  type CaseDone,
  contactForm,
  giveForm,
  joinForm,
  laterForm,
  noteForm,
  stopForm,
  whyForm,
  wordForm,
} from '../schema.ts';
import { type CaseCall, drawCase } from './case-routes.tsx';
import { caseParams, fullName, onDesk, readSmall, tried } from './desk.ts';

/** The small things done on a case's own page. */
export function caseActs(): AnyRoute[] {
  return [...taking(), ...noting(), ...reaching(), ...handing(), join(), stop()];
}

interface Small<F> {
  form: z.ZodType<F>;
  /** Answers the word by which the page says what was done, or null where it shows by itself. */
  run(call: CaseCall, value: F): Promise<CaseDone | null>;
}

/** One small act. What cannot be used leads back to the page with the sentence, and nothing is done. */
function small<F>(verb: string, { form, run }: Small<F>): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: `desk-case-${verb}`,
    verb: 'POST',
    path: `/desk/case/:id/${verb}`,
    access: WORKERS,
    act: `case.${verb}`,
    params: caseParams,
    handle: async (call) => {
      const read = readSmall(form, call.form.typed);
      if (!read.ok) return again(call, read.errors);
      const words = fullName(call.form.typed, 'words');
      // A press of a button holds nothing that could be lost, and opens nothing either.
      const { value: done, errors } = Object.hasOwn(call.form.typed, words)
        ? await tried(words, () => run(call, read.value))
        : { value: await run(call, read.value), errors: [] };
      if (errors.length > 0) return again(call, errors);
      return seeOther(
        `/${call.view.lang}/desk/case/${call.params.id}${done === null ? '' : `?done=${done}`}`,
      );
    },
  });
}

const again = (call: CaseCall, errors: FieldError[]) => drawCase(call, { looks: true, done: null, errors });
const press = z.object({});

/** The page of a case, opened for whoever may work on it though it is not theirs. */
const backTo = ({ params }: CaseCall) => `/desk/case/${params.id}?look=yes`;

function taking(): AnyRoute[] {
  return [
    small('take', {
      form: press,
      run: async ({ ctx, params }) => {
        await takeCase(ctx, params.id);
        return null;
      },
    }),
    small('read', {
      form: press,
      run: async ({ ctx, params }) => {
        await markRead(ctx, params.id);
        return null;
      },
    }),
    small('kept', {
      form: press,
      run: async ({ ctx, params }) => {
        await tellNow(ctx, params.id);
        return 'kept';
      },
    }),
  ];
}

function noting(): AnyRoute[] {
  return [
    small('note', {
      form: noteForm,
      run: async ({ ctx, params }, { words }) => {
        await addNote(ctx, { caseId: params.id, words });
        return 'note';
      },
    }),
    small('reopen', {
      form: whyForm,
      run: async ({ ctx, params }, { words }) => {
        await reopenCase(ctx, { caseId: params.id, words });
        return 'reopened';
      },
    }),
  ];
}

/** How somebody is reached, or reaches us again. Each asks for a fresh factor. */
function reaching(): AnyRoute[] {
  return [
    small('contact', {
      form: contactForm,
      run: async (call, { report, words }) => {
        const { ctx, params } = call;
        requireFresh(call, backTo(call));
        await askForContact(ctx, { caseId: params.id, reportId: report, words });
        return 'contact';
      },
    }),
    small('word-again', {
      form: wordForm,
      run: async (call, { receipt, words }) => {
        const { ctx, params } = call;
        requireFresh(call, backTo(call));
        await letWordAgain(ctx, { caseId: params.id, receiptId: receipt, words });
        return 'word-again';
      },
    }),
  ];
}

function handing(): AnyRoute[] {
  return [
    small('give', {
      form: giveForm,
      run: async ({ ctx, params }, { to, words }) => {
        await giveCase(ctx, { caseId: params.id, to: to === 'queue' ? null : to, words });
        return 'given';
      },
    }),
    small('later', {
      form: laterForm,
      run: async ({ ctx, params }, { until, words }) => {
        await putOff(ctx, { caseId: params.id, day: until, words });
        return 'later';
      },
    }),
  ];
}

function join(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-case-join',
    verb: 'POST',
    path: '/desk/case/:id/join',
    access: WORKERS,
    act: 'case.joined',
    params: caseParams,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const form = readSmall(joinForm, call.form.typed);
      const into = form.ok ? await findByLabel(ctx, form.value.into) : null;
      const field = fullName(call.form.typed, 'into');
      if (into === null) return again(call, [{ field, message: 'cases.join.error' }]);
      const { errors } = await tried(field, () => joinByHand(ctx, { from: params.id, into }));
      if (errors.length > 0) return again(call, errors);
      return seeOther(`/${view.lang}/desk/case/${into}?done=joined`);
    },
  });
}

function stop(): AnyRoute {
  return defineRoute({
    ...onDesk,
    name: 'desk-case-stop',
    verb: 'POST',
    path: '/desk/case/:id/stop',
    access: WORKERS,
    act: 'report.delete',
    params: caseParams,
    handle: async (call) => {
      const { ctx, view, params } = call;
      const form = readSmall(stopForm, call.form.typed);
      if (!form.ok) return again(call, form.errors);
      const wish = { caseId: params.id, reportId: form.value.report, words: form.value.words };
      const deletes = form.value.answer === 'delete';
      if (deletes) requireFresh(call, backTo(call));
      const field = fullName(call.form.typed, 'words');
      const { value: ended, errors } = await tried(field, () =>
        deletes ? deleteOnRequest(ctx, wish) : refuseStop(ctx, wish),
      );
      if (errors.length > 0) return again(call, errors);
      if (ended?.gone) return seeOther(`/${view.lang}/desk?done=deleted`);
      return seeOther(`/${view.lang}/desk/case/${params.id}${deletes ? '' : '?done=stop-refused'}`);
    },
  });
}
