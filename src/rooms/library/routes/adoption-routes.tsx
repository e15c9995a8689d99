// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { holds, type Role } from '#platform/ctx';
import { type Answer, type AnyRoute, type Call, defineRoute, notFound, page, seeOther } from '#platform/http';
import { kindOf, listed, readRecord, searchRecords, titleIn } from '#platform/records';
import { type FieldErrors, pathIn } from '#platform/ui';
import { adopt, endAdoption, type NewAdoption } from '../actions/adopt.ts';
import { HOW_FAR } from '../adoption.ts';
import { AdoptionPage, type AdoptionView } from '../pages/adoption-page.tsx';
import { GuidelinesPage } from '../pages/guidelines-page.tsx';
import { adoptionsOf } from '../queries/adoptions.ts';
import { recordNumber } from './params.ts';
import { dayIn, textOf } from './typed.ts';

const STAFF: readonly Role[] = ['librarian', 'secretariat'];
const PATH = '/desk/library/guideline/:id/adoption';
const MOST = 200;
const MOST_ITEMS = 100;
const LISTED = 200;
const route = { access: [...STAFF, 'member'], area: 'desk', params: recordNumber } as const;
type IdCall = Call<z.output<typeof recordNumber>>;

/** Organisations adopt guidelines: noted by staff, or said by a member of itself. Everybody reads it with the guideline. */
export function adoptionRoutes(): AnyRoute[] {
  return [list(), show(), say()];
}

function list(): AnyRoute {
  return defineRoute({
    name: 'library-guidelines',
    verb: 'GET',
    path: '/desk/library/guidelines',
    access: route.access,
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const found = await searchRecords(ctx.db, {
        reader: { face: 0, level: 0, lang: view.lang },
        ...{ words: '', kinds: ['guideline'], chosen: {}, schemes: [], from: 0, most: LISTED },
      });
      return page(<GuidelinesPage view={view} actor={ctx.actor} guidelines={listed(found)} />);
    },
  });
}

function show(): AnyRoute {
  return defineRoute({
    ...route,
    name: 'library-adoption',
    verb: 'GET',
    path: PATH,
    handle: (call) => draw(call, []),
  });
}

function say(): AnyRoute {
  return defineRoute({
    ...route,
    name: 'library-adoption-say',
    verb: 'POST',
    path: PATH,
    act: 'library.adopted',
    handle: async (call) => {
      const { ctx, view, params } = call;
      const staff = holds(ctx.actor, ...STAFF);
      if ((await guidelineOf(call)) === null) return notFound();
      if (staff && textOf(call.form.typed, 'go') === 'end') {
        const id = z.uuid().safeParse(textOf(call.form.typed, 'id'));
        await endAdoption(ctx, params.id, id.success ? id.data : notFound());
      } else {
        const read = readAdoption(call, staff);
        if ('wrong' in read) return draw(call, read.wrong);
        if (!(await adopt(ctx, read.adoption)))
          return draw(call, [{ field: 'name', message: 'library.adoption.taken' }]);
      }
      return seeOther(pathIn(view, `/desk/library/guideline/${params.id}/adoption`));
    },
  });
}

type Typed = AdoptionView['typed'];

function typedIn({ form }: IdCall): Typed {
  const read = (name: keyof Typed) => textOf(form.typed, name);
  return {
    name: read('name'),
    contact: read('contact'),
    how: read('how'),
    items: read('items'),
    since: read('since'),
  };
}

function readAdoption(call: IdCall, staff: boolean): { adoption: NewAdoption } | { wrong: FieldErrors } {
  const typed = typedIn(call);
  const howFar = HOW_FAR.find((one) => one === typed.how);
  const since = dayIn(typed.since);
  const items = typed.items.split(/[\s,;]+/u).filter((one) => one !== '');
  const tooLong = { message: 'records.form.too-long' as const, args: { most: MOST } };
  const wrong: FieldErrors = [
    ...(typed.name === '' ? [{ field: 'name', message: 'library.share.missing' as const }] : []),
    ...(['name', 'contact'] as const)
      .filter((name) => [...typed[name]].length > MOST)
      .map((field) => ({ field, ...tooLong })),
    ...(howFar === undefined ? [{ field: 'how', message: 'library.share.missing' as const }] : []),
    ...(items.length > MOST_ITEMS || items.some((one) => one.length > 20)
      ? [{ field: 'items', message: 'library.adoption.items-wrong' as const }]
      : []),
    ...(since === null || since === ''
      ? [{ field: 'since', message: 'library.tasks.wrong-day' as const }]
      : []),
  ];
  if (wrong.length > 0 || howFar === undefined || !since) return { wrong };
  const contact = staff && typed.contact !== '' ? typed.contact : null;
  const { name } = typed;
  return { adoption: { guideline: call.params.id, name, contact, items, since, howFar, ownWord: !staff } };
}

async function guidelineOf({ ctx, params }: IdCall) {
  const record = await readRecord(ctx.db, params.id, { face: 0, level: 0 });
  return record?.kind === 'guideline' ? record : null;
}

async function draw(call: IdCall, errors: FieldErrors): Promise<Answer> {
  const { ctx, view } = call;
  const record = (await guidelineOf(call)) ?? notFound();
  const shown = {
    actor: ctx.actor,
    id: record.id,
    title: titleIn(kindOf(record.kind), record, view.lang),
    adoptions: await adoptionsOf(ctx.db, record.id),
    staff: holds(ctx.actor, ...STAFF),
    typed: typedIn(call),
    errors,
  };
  return page(<AdoptionPage view={view} shown={shown} />, { status: errors.length > 0 ? 422 : 200 });
}
