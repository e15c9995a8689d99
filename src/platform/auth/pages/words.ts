// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/ctx';
import { formatList, formatShort, type MessageKey } from '#platform/i18n';
import type { View } from '#platform/ui';

/** "Operator, Supervisor" in the page's language. */
export const roleWords = (view: View, roles: readonly Role[]): string =>
  listed(
    view,
    roles.map((role) => view.t(`auth.role.${role}` as MessageKey)),
  );

/** "Cases, Contacts". */
export const teamWords = (view: View, teams: readonly string[]): string =>
  listed(
    view,
    teams.map((team) => teamWord(view, team)),
  );

/** A team that was made for one case has no name of its own, so that nobody learns which. */
export const teamWord = (view: View, team: string): string => {
  if (team.startsWith('restricted:')) return view.t('auth.team.restricted');
  return team === 'custody' ? view.t('auth.team.custody') : view.t('auth.team.desk');
};

const listed = (view: View, words: readonly string[]): string =>
  words.length === 0 ? view.t('auth.people.none') : formatList([...words], { lang: view.lang });

/** A moment as people of this place write it. */
export const moment = (view: View, at: Date, timeZone: string): string =>
  formatShort(at, { lang: view.lang, timeZone });
