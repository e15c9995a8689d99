// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { type Answer, type AnyRoute, type Call, defineRoute, page, readForm, seeOther } from '#platform/http';
import { readReceiptCode, tidySecretWord } from '#platform/seal';
import { readInstallation } from '#platform/setup';
import type { FieldErrors } from '#platform/ui';
import { setWord } from '../actions/set-word.ts';
import { addMore, askOtherPerson, askStop, changeIntent } from '../actions/write-reply.ts';
import { isAct } from '../form/flow.ts';
import { addForm, stopForm, wishForm } from '../form/reply-forms.ts';
import { AddPage, PersonPage, StopPage, WishPage, WordPage } from '../pages/progress/task-pages.tsx';
import { reportStatus, writerOf } from '../queries/report-status.ts';
import { typedText, whenThereIsRoom } from './answering.ts';
import { takingAlong, typedBefore } from './typed-reply.ts';
import { hasWaited, pausePage } from './wait.tsx';

/** One small thing behind the code: a page, and what its form does. */
interface Task {
  name: string;
  draw: (call: Call, errors: FieldErrors, words: string) => Promise<VNode> | VNode;
  /** The word for "done" in the address, what is wrong, or a page in between. */
  run: (call: Call) => Promise<string | FieldErrors | Answer>;
}

const NO_TRACE = { none: 'the desk sees the wish itself; the audit must not tell the reporter’s visits' };

/** T4, T5, another wish, another person, a secret word. */
export function taskRoutes(): AnyRoute[] {
  return [add, stop, wish, person, word].flatMap((task) => [show(task), post(task)]);
}

const pathOf = ({ name }: Task) => `/progress/${name}`;

function show(task: Task): AnyRoute {
  return defineRoute({
    name: `report-${task.name}-page`,
    verb: 'GET',
    path: pathOf(task),
    access: 'receipt',
    area: 'report',
    handle: async (call) => page(await task.draw(call, [], (await typedBefore(call)).words)),
  });
}

function post(task: Task): AnyRoute {
  return defineRoute({
    name: `report-${task.name}`,
    verb: 'POST',
    path: pathOf(task),
    access: 'receipt',
    area: 'report',
    act: NO_TRACE,
    handle: async (call): Promise<Answer> => {
      const language = await takingAlong(call, pathOf(task));
      if (language !== null) return language;
      const result = await whenThereIsRoom(() => task.run(call));
      if (typeof result === 'string') return seeOther(`/${call.lang}/progress?done=${result}`);
      if ('kind' in result) return result;
      return page(await task.draw(call, result, typedText(call, 'words')), { status: 422 });
    },
  });
}

const add: Task = {
  name: 'add',
  draw: ({ view }, errors, words) => <AddPage view={view} errors={errors} typed={words} />,
  run: async (call) => {
    const form = readForm(addForm, call.form.typed);
    if (!form.ok) return form.errors;
    const writer = await writerOf(call.ctx);
    if (!hasWaited(call) && call.limiter.hit('message', writer.receiptId).over > 0)
      return pausePage(call, pathOf(add), [['words', typedText(call, 'words')]]);
    await addMore(call.ctx, writer, form.value.words);
    return 'added';
  },
};

const stop: Task = {
  name: 'stop',
  draw: ({ view }, errors) => <StopPage view={view} errors={errors} />,
  run: async (call) => {
    const form = readForm(stopForm, call.form.typed);
    if (!form.ok) return form.errors;
    await askStop(call.ctx, await writerOf(call.ctx), form.value.stop);
    return form.value.stop === 'quiet' ? 'quiet' : 'stop';
  },
};

const wish: Task = {
  name: 'wish',
  draw: async ({ ctx, view, lang }, errors) => {
    const site = await readInstallation(ctx.db);
    const { kind, intent } = await reportStatus(ctx, site);
    const denounce = isAct(kind) ? (site.denounce[lang] ?? '') : null;
    return <WishPage view={view} errors={errors} intent={intent} denounce={denounce} />;
  },
  run: async (call) => {
    const form = readForm(wishForm, call.form.typed);
    if (!form.ok) return form.errors;
    await changeIntent(call.ctx, await writerOf(call.ctx), form.value.intent);
    return 'wish';
  },
};

const person: Task = {
  name: 'person',
  draw: ({ view }, errors) => <PersonPage view={view} errors={errors} />,
  run: async ({ ctx }) => {
    await askOtherPerson(ctx, await writerOf(ctx));
    return 'person';
  },
};

const word: Task = {
  name: 'word',
  draw: ({ view }, errors) => <WordPage view={view} errors={errors} />,
  run: async (call) => {
    const read = readReceiptCode(typedText(call, 'code'));
    const tidy = tidySecretWord(typedText(call, 'word'));
    if (tidy === null) return [{ field: 'word', message: 'reports.word.short' }];
    const { receiptId } = await writerOf(call.ctx);
    const saved =
      'code' in read && (await setWord(call.ctx, { code: read.code, word: tidy, receipt: receiptId }));
    return saved ? 'word' : [{ field: 'code', message: 'reports.word.not-saved' }];
  },
};
