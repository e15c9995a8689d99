// SPDX-License-Identifier: EUPL-1.2
import type { AnyRoute } from '../../src/platform/http/index.ts';
import { LANGS } from '../../src/platform/i18n/index.ts';
import type { TestApp } from '../harness/app.ts';

/** What stands for a parameter of an open path. */
const VALUES: Record<string, string> = { host: 'neighbour.example', subject: 'neighbour.example' };
const TOKEN = 'A'.repeat(26);

export function openRoutes(app: TestApp, verb: AnyRoute['verb']): AnyRoute[] {
  return app.rowan.routes.filter((route) => route.verb === verb && route.access === 'public');
}

/** The addresses of a route in every language, with something at the place of each parameter. */
export function pathsOf(route: AnyRoute): string[] {
  const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => VALUES[name] ?? TOKEN);
  return route.localized ? LANGS.map((lang) => `/${lang}${path === '/' ? '' : path}`) : [path];
}
