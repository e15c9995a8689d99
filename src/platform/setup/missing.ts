// SPDX-License-Identifier: EUPL-1.2
import type { MessageKey } from '#platform/i18n';
import type { Installation, Room } from './installation.ts';

/** One thing an installation still lacks; `step` names the set-up page that asks for it. */
export interface Missing {
  step: 'place' | 'help' | 'law' | 'desk' | 'contacts' | 'rooms' | 'recovery' | 'words';
  message: MessageKey;
}

/**
 * What keeps a room's public forms closed (H6, H10, H11, design.md). `reviewed` says whether a native
 * reviewer passed every safety text of the language asked for; a rehearsal shows drafts.
 */
export function missingFor(room: Room, site: Installation, reviewed: boolean): Missing[] {
  const needs: [boolean, Missing['step'], MessageKey][] = [
    [site.name !== '' && site.country !== '' && site.languages.length > 0, 'place', 'setup.missing.place'],
    [site.recovery?.confirmedOn != null, 'recovery', 'setup.missing.recovery'],
  ];
  if (room === 'reports' || room === 'cases') {
    needs.push(
      [checkedNumber(site, 'emergency'), 'help', 'setup.missing.emergency'],
      [
        checkedNumber(site, 'child-line') || checkedNumber(site, 'helpline'),
        'help',
        'setup.missing.helpline-number',
      ],
      [site.exitSite !== '', 'place', 'setup.missing.exit'],
      [site.imageLaw !== null, 'law', 'setup.missing.image-law'],
      [Object.values(site.duties).some((list) => (list?.length ?? 0) > 0), 'law', 'setup.missing.duties'],
      [Object.keys(site.denounce).length > 0, 'law', 'setup.missing.denounce'],
      [site.timeZone !== '' && site.hours.length > 0, 'desk', 'setup.missing.hours'],
      [site.roster.length > 0, 'desk', 'setup.missing.roster'],
      [site.duty?.checkedOn != null, 'desk', 'setup.missing.duty'],
      [site.police?.checkedOn != null, 'contacts', 'setup.missing.police'],
      [site.helpline?.checkedOn != null, 'contacts', 'setup.missing.helpline'],
      [site.handOver !== '', 'contacts', 'setup.missing.hand-over'],
      [reviewed || site.kind !== 'real', 'words', 'setup.missing.words'],
    );
  }
  return needs.filter(([there]) => !there).map(([, step, message]) => ({ step, message }));
}

function checkedNumber(site: Installation, purpose: Installation['numbers'][number]['purpose']): boolean {
  return site.numbers.some(
    (line) => line.purpose === purpose && (line.checkedOn !== null || site.kind !== 'real'),
  );
}
