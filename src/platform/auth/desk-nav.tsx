// SPDX-License-Identifier: EUPL-1.2
import type { Actor, Role } from '#platform/ctx';
import type { MessageKey } from '#platform/i18n';
import { Button, DeskNav, Form, pathIn, Typed, type View } from '#platform/ui';

/** The places of the desk, in the order of the navigation. `staff`: everybody who is signed in. */
const places = {
  queue: { path: '/desk', roles: ['operator', 'supervisor', 'editor'] },
  second: { path: '/desk/second', roles: ['operator', 'supervisor', 'editor'] },
  ratings: { path: '/desk/ratings', roles: ['editor', 'supervisor'] },
  people: { path: '/desk/people', roles: ['supervisor', 'admin'] },
  setup: { path: '/setup', roles: ['supervisor', 'admin'] },
  words: { path: '/desk/words', roles: ['supervisor', 'reviewer'] },
  said: { path: '/desk/said', roles: ['supervisor'] },
  library: {
    path: '/desk/records',
    roles: ['librarian', 'lawyer', 'clerk', 'campaigner', 'secretariat', 'reviewer'],
  },
  letters: { path: '/desk/library', roles: ['clerk', 'secretariat', 'lawyer', 'librarian'] },
  campaigns: { path: '/desk/campaigns', roles: ['campaigner', 'librarian', 'secretariat', 'member'] },
  guidelines: { path: '/desk/library/guidelines', roles: ['member'] },
  translate: { path: '/desk/translate', roles: ['translator', 'librarian', 'reviewer'] },
  mail: { path: '/desk/mail', roles: ['supervisor', 'admin'] },
  health: { path: '/desk/health', roles: ['supervisor', 'admin'] },
  me: { path: '/desk/me', roles: 'staff' },
} as const satisfies Record<string, { path: string; roles: readonly Role[] | 'staff' }>;

export type DeskPlace = keyof typeof places;

export interface DeskCurrent {
  place: DeskPlace;
  /** How many wait there, e.g. `{ queue: 41, second: 2 }`. */
  counts?: Partial<Record<DeskPlace, number>>;
}

/**
 * The navigation of the desk, for a Page's `nav`: what this person's roles open, the place they are at, their
 * name and the way out. Null for whoever is not signed in as staff.
 */
export function deskNav(view: View, actor: Actor, current: DeskPlace | DeskCurrent) {
  if (actor.kind !== 'person') return null;
  const { t } = view;
  const { place, counts = {} } = typeof current === 'string' ? { place: current } : current;
  const items = placesOf(actor.roles).map((name) => ({
    href: pathIn(view, places[name].path),
    label: t(`auth.nav.${name}` as MessageKey),
    count: counts[name],
    current: name === place,
  }));
  return (
    <DeskNav label={t('auth.nav.label')} items={items}>
      <Typed>{actor.alias}</Typed>
      <Form view={view} action={pathIn(view, '/desk/sign-out')}>
        <Button kind="quiet">{t('auth.nav.sign-out')}</Button>
      </Form>
    </DeskNav>
  );
}

/** Where somebody with these roles begins: the first place that is open to them. */
export function homeOf(roles: readonly Role[]): string {
  return places[placesOf(roles)[0] ?? 'me'].path;
}

function placesOf(roles: readonly Role[]): DeskPlace[] {
  const names = Object.keys(places) as DeskPlace[];
  return names.filter((name) => {
    const open: readonly Role[] | 'staff' = places[name].roles;
    return open === 'staff' || roles.some((role) => open.includes(role));
  });
}
