// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { atomically, type Ctx, holds, personOf } from '#platform/ctx';
import { type AnyRoute, defineRoute, notFound, page, requireFresh, seeOther } from '#platform/http';
import { teamKeyAges } from '#platform/seal';
import { deskNav } from '../desk-nav.tsx';
import { papersToSeal } from '../emergency/new-papers.ts';
import { errors } from '../errors.ts';
import { decideGrant, findGrant, finishGrant, grantKeys, grantPlan, mayGrant } from '../keys/grant.ts';
import { moving, resealSome } from '../keys/reseal.ts';
import type { PendingAct } from '../keys/second-person.ts';
import { renewTeam, teamsHeldBy } from '../keys/take-keys.ts';
import { MovingPage } from '../pages/ending-pages.tsx';
import { ActPage, type ActView, GrantPage } from '../pages/grant-page.tsx';
import { moment } from '../pages/words.ts';
import { findPerson, requireOther } from '../people/find-person.ts';
import { keyHolders, personParams } from './fields.ts';
import { zoneOf } from './people.tsx';

export function grantRoutes(): AnyRoute[] {
  return [showGrant(), give(), showAct(), decide(), showMoving(), move(), renew()];
}

function showGrant(): AnyRoute {
  return defineRoute({
    name: 'person-give',
    verb: 'GET',
    path: '/desk/people/:id/give',
    access: ['supervisor'],
    area: 'desk',
    params: personParams,
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, params } = call;
      requireOther(ctx.actor, params.id);
      const plan = await grantPlan(ctx, params.id);
      if (plan === null) return notFound();
      const nav = deskNav(view, ctx.actor, 'people');
      return page(<GrantPage view={view} data={{ plan, typed: '', errors: [], nav }} />);
    },
  });
}

function give(): AnyRoute {
  return defineRoute({
    name: 'person-give-do',
    verb: 'POST',
    path: '/desk/people/:id/give',
    access: ['supervisor'],
    area: 'desk',
    act: 'key.grant',
    keys: true,
    params: personParams,
    form: z.object({ fingerprint: z.string().max(40).default('') }),
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, params, form } = call;
      const typed = form.ok ? form.value.fingerprint : '';
      const outcome = await grantKeys(ctx, { person: params.id, typed });
      if (outcome !== 'wrong') return seeOther(`/${view.lang}/desk/people`);
      const plan = await grantPlan(ctx, params.id);
      if (plan === null) return notFound();
      const wrong = [{ field: 'fingerprint', message: 'auth.wrong.fingerprint' as const }];
      const nav = deskNav(view, ctx.actor, 'people');
      return page(<GrantPage view={view} data={{ plan, typed, errors: wrong, nav }} />, { status: 422 });
    },
  });
}

function showAct(): AnyRoute {
  return defineRoute({
    name: 'key-act',
    verb: 'GET',
    path: '/desk/people/acts/:id',
    access: ['supervisor'],
    area: 'desk',
    params: personParams,
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, params } = call;
      const act = await findGrant(ctx, params.id);
      const plan = await grantPlan(ctx, String(act.payload.person));
      if (plan === null) return notFound();
      const data = {
        id: act.id,
        plan,
        asker: (await findPerson(ctx.db, act.askedBy)).alias,
        askedAt: moment(view, act.askedAt, await zoneOf(ctx)),
        mode: await modeOf(ctx, act, plan.teams),
        nav: deskNav(view, ctx.actor, 'people'),
      };
      return page(<ActPage view={view} data={data} />);
    },
  });
}

async function modeOf(
  ctx: Ctx,
  act: PendingAct,
  teams: Parameters<typeof mayGrant>[2],
): Promise<ActView['mode']> {
  if (!act.approved) return act.askedBy === personOf(ctx.actor) ? 'own' : 'decide';
  if (await mayGrant(ctx.db, personOf(ctx.actor), teams)) return 'finish';
  throw errors('cannot-grant');
}

function decide(): AnyRoute {
  return defineRoute({
    name: 'key-act-decide',
    verb: 'POST',
    path: '/desk/people/acts/:id',
    access: ['supervisor'],
    area: 'desk',
    act: 'key.grant',
    keys: true,
    params: personParams,
    form: z.object({ decision: z.enum(['approved', 'refused', 'withdrawn', 'finish']) }),
    handle: async (call) => {
      requireFresh(call);
      const { ctx, view, params, form } = call;
      if (!form.ok) return notFound();
      const { decision } = form.value;
      if (decision === 'finish') await finishGrant(ctx, params.id);
      else await decideGrant(ctx, { id: params.id, decision });
      return seeOther(`/${view.lang}/desk/people`);
    },
  });
}

function showMoving(): AnyRoute {
  return defineRoute({
    name: 'keys',
    verb: 'GET',
    path: '/desk/keys',
    access: keyHolders,
    area: 'desk',
    handle: async ({ ctx, view }) => {
      const data = {
        moving: await moving(ctx.db, ctx.actor),
        papers: await papersToSeal(ctx),
        renewable: holds(ctx.actor, 'supervisor') ? await renewable(ctx) : [],
        nav: deskNav(view, ctx.actor, 'me'),
      };
      return page(<MovingPage view={view} data={data} />);
    },
  });
}

async function renewable({ db, actor, now }: Ctx) {
  const held = await teamsHeldBy(db, personOf(actor));
  const ages = await teamKeyAges(db, now);
  return ages.filter(({ team }) => held.includes(team));
}

function move(): AnyRoute {
  return defineRoute({
    name: 'keys-move',
    verb: 'POST',
    path: '/desk/keys',
    access: keyHolders,
    area: 'desk',
    act: 'object.reseal',
    keys: true,
    form: z.object({ team: z.string().max(60) }),
    handle: async ({ ctx, view, form }) => {
      const teams = await moving(ctx.db, ctx.actor);
      const team = teams.find((one) => form.ok && one.team === form.value.team);
      if (team !== undefined) await resealSome(ctx, team.team);
      return seeOther(`/${view.lang}/desk/keys`);
    },
  });
}

function renew(): AnyRoute {
  return defineRoute({
    name: 'keys-renew',
    verb: 'POST',
    path: '/desk/keys/new',
    access: ['supervisor'],
    area: 'desk',
    act: 'team.rotate',
    form: z.object({ team: z.string().max(60) }),
    handle: async (call) => {
      requireFresh(call, '/desk/keys');
      const { ctx, view, form } = call;
      const held = await teamsHeldBy(ctx.db, personOf(ctx.actor));
      const team = held.find((name) => form.ok && name === form.value.team);
      if (team === undefined) return notFound();
      await atomically(ctx, (inner) => renewTeam(inner, team));
      return seeOther(`/${view.lang}/desk/keys`);
    },
  });
}
