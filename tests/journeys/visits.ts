// SPDX-License-Identifier: EUPL-1.2
import type { Client, Fields } from '../harness/client.ts';
import type { CampaignsWorld } from './campaigns.ts';
import type { LibraryWorld } from './library.ts';
import type { World } from './world.ts';

export interface Visit {
  as: Client;
  /** With its language, which the test replaces. */
  path: string;
  /** What is pressed before, where a page is shown only as the answer to a press. */
  press?: Fields;
  /** Another installation than the world's own. */
  fresh?: true;
}

/** How to get to each page, by the name of its route and, where it shows several, which; one that is not here fails. */
export const visits: Record<string, (world: World) => Visit> = {
  'setup-first': (w) => ({
    as: w.public,
    path: `/en/setup/first/${w.fresh.rowan.services.setupToken}`,
    fresh: true,
  }),
  'sign-in': anyone('/en/desk/sign-in'),
  confirm: staff('/en/desk/confirm?next=/desk'),
  kept: staff('/en/desk/kept'),
  invite: (w) => ({ as: w.public, path: `/en${w.invitePath}` }),
  emergency: (w) => ({ as: w.public, path: w.emergencyPath }),
  people: staff('/en/desk/people'),
  'person-new': staff('/en/desk/people/new'),
  person: person(''),
  'person-roles': person('/roles'),
  'person-reset': person('/reset'),
  'person-factor': person('/factor'),
  'person-leave': person('/leave'),
  keys: staff('/en/desk/keys'),
  me: staff('/en/desk/me'),
  'me-password': staff('/en/desk/me/password'),
  'me-passkey': staff('/en/desk/me/passkey'),
  health: staff('/en/desk/health'),
  recovery: staff('/en/desk/recovery'),
  'recovery-new': staff('/en/desk/recovery/new'),
  setup: staff('/en/setup'),
  'setup-step': staff('/en/setup/law'),
  words: staff('/en/desk/words'),
  'words-language': staff('/en/desk/words/en'),
  'mail-outbox': staff('/en/desk/mail'),
  'report-page': anyone('/en/report'),
  'report-page, a question': (w) => ({ as: w.writing, path: '/en/report', press: { go: 'on' } }),
  'report-page, nothing shown': (w) => ({ as: w.writing, path: '/en/report' }),
  'report-page, the code': (w) => ({ as: w.told, path: '/en/report', press: { go: 'on' } }),
  'report-page, no code shown': (w) => ({ as: w.told, path: '/en/report' }),
  'report-said': staff('/en/desk/said'),
  search: anyone('/en/search?q=privacy'),
  'report-code-page': anyone('/en/code'),
  'report-progress': receipt(''),
  'report-add-page': receipt('/add'),
  'report-stop-page': receipt('/stop'),
  'report-wish-page': receipt('/wish'),
  'report-person-page': receipt('/person'),
  'report-word-page': receipt('/word'),
  duties: anyone('/en/duties'),
  'stay-private': anyone('/en/private'),
  help: anyone('/en/help'),
  'report-invitation-page': anyone(`/en/i/${'A'.repeat(26)}`),
  'desk-queue': staff('/en/desk'),
  'desk-feeling': staff('/en/desk/feeling'),
  'desk-case': onCase(''),
  'desk-assess': onCase('/assess'),
  'desk-hold': onCase('/hold'),
  'desk-refer': onCase('/refer'),
  'desk-support': onCase('/support'),
  'desk-tell': onCase('/tell'),
  'desk-close': onCase('/close'),
  'desk-addresses': onCase('/addresses'),
  'desk-restrict': onCase('/restrict'),
  'desk-second': staff('/en/desk/second'),
  'desk-second-act': (w) => ({ as: w.linden, path: w.secondPath }),
  'rating-search': anyone('/en/check'),
  'rating-page': anyone('/en/check/example.org'),
  'ratings-desk': staff('/en/desk/ratings'),
  'ratings-claims': staff('/en/desk/ratings/claims?host=example.org'),
  'guard-what': anyone('/en/home'),
  'guard-code': parent('/en/home/code'),
  'guard-family': parent('/en/home/family'),
  'guard-delete': parent('/en/home/delete'),
  'guard-deleted': anyone('/en/home/deleted'),
  'guard-sign-in-page': anyone('/en/home/sign-in'),
  'guard-child-new': parent('/en/home/child'),
  'guard-child': child(''),
  'guard-child-change-page': child('/change'),
  'guard-child-delete-page': child('/delete'),
  'guard-level-page': child('/level'),
  'guard-show-page': child('/show'),
  'guard-device-new': child('/device'),
  'guard-network-page': child('/network'),
  'guard-device': (w) => ({ as: w.family.parent, path: w.devicePath }),
  'guard-mine': (w) => ({ as: w.mine, path: '/en/my-rules' }),
  'guard-mine-closed': anyone('/en/my-rules/closed'),
  'guard-test': anyone('/en/test'),
  'guard-test-result': anyone('/en/test/on'),
  home: anyone('/en'),
  about: anyone('/en/about'),
  privacy: anyone('/en/privacy'),
  'privacy-young': anyone('/en/privacy/young'),
  'privacy-adults': anyone('/en/privacy/adults'),
  'privacy-register': anyone('/en/privacy/register'),
  'privacy-assessment': anyone('/en/privacy/assessment'),
  accessibility: anyone('/en/accessibility'),
  'dev-ui': anyone('/en/dev/ui'),
  'records-home': library('/en/desk/records'),
  'records-of-kind': library('/en/desk/records/deed'),
  'records-translate': library('/en/desk/translate?to=ar'),
  'record-new': library('/en/desk/records/deed/new'),
  'record-work': onDeed(''),
  'record-read': onDeed('/read'),
  'record-facts': onDeed('/facts'),
  'record-words': onDeed('/words/en'),
  'record-words, a translation': onDeed('/words/ar'),
  'record-history': onDeed('/history'),
  'record-revision': onDeed('/history/en/2'),
  'record-withdraw': onDeed('/withdraw'),
  'record-supersede': onDeed('/supersede'),
  'record-add-file': onDeed('/files/papers'),
  'attic-records': anyone('/en/attic/deed'),
  'attic-record': (w) => ({ as: w.public, path: `/en/attic/deed/${w.deed}` }),
  'attic-hint': (w) => ({ as: w.public, path: `/en/attic/deed/${w.deed}/hint` }),
  'records-import': library('/en/desk/records/deed/import'),
  'records-subscribe': anyone('/en/subscribe?scheme=kind&code=deed'),
  'records-subscribe-yes': anyone(`/en/subscribe/yes/${'A'.repeat(32)}`),
  'records-subscribe-stop': anyone(`/en/subscribe/stop/${'A'.repeat(43)}`),
  'library-records': anyone('/en/library/law'),
  'library-home': anyone('/en/library'),
  'library-record': (w) => ({ as: w.public, path: `/en/library/law/${w.library.law}` }),
  'library-hint': (w) => ({ as: w.public, path: `/en/library/law/${w.library.law}/hint` }),
  'library-for': anyone('/en/library/for?who=child'),
  'library-share': anyone('/en/library/share'),
  'library-share-form': anyone('/en/library/share/practice'),
  'library-share-back': anyone('/en/library/share/back'),
  'library-law-duties': (w) => ({ as: w.public, path: `/en/library/law/${w.library.law}/duties` }),
  'library-tasks-of-law': anyone('/en/library/tasks-of-law'),
  'library-law-making': anyone('/en/library/law-making'),
  'library-compendium': anyone('/en/library/compendium'),
  'library-desk': working(() => '/library'),
  'library-submissions': working(() => '/library/submissions'),
  'library-submission': working((w) => `/library/submissions/${w.submission}`),
  'library-practice-contribution': working((w) => `/library/practice/${w.practice}/contribution`),
  'library-letter-new': working(() => '/library/letters/new'),
  'library-letter-answer': working((w) => `/library/letters/${w.letter}/answer?practice=${w.practice}`),
  'library-tasks': working(() => '/library/tasks'),
  'library-tasks-of': working((w) => `/library/tasks/of/${w.letter}`),
  'library-task': working((w) => `/library/tasks/${w.task}`),
  'library-laws': working(() => '/library/law'),
  'library-law-walk': working((w) => `/library/law/${w.law}`),
  'library-proposal': working((w) => `/library/amendment/${w.amendment}/proposal`),
  'record-read, an amendment': working((w) => `/record/${w.amendment}/read`),
  'library-guidelines': working(() => '/library/guidelines'),
  'campaigns-records': anyone('/en/campaigns/observance'),
  'campaigns-home': anyone('/en/campaigns'),
  'campaigns-your-part': anyone('/en/campaigns/your-part'),
  'campaigns-part': anyone('/en/campaigns/your-part/teacher'),
  'campaigns-kit': (w) => ({ as: w.public, path: `/en/campaigns/kit/${w.campaigns.campaign}` }),
  'campaigns-pack': anyone('/en/campaigns/pack'),
  'campaigns-pack-asked': anyone('/en/campaigns/pack/asked'),
  'campaigns-desk': campaigning(() => ''),
  'campaigns-packs': campaigning(() => '/packs'),
  'campaigns-support': campaigning((w) => `/support/${w.campaign}`),
  'campaigns-activity': campaigning((w) => `/activity/${w.campaign}`),
  'campaigns-activity-sent': campaigning(() => '/activity-sent'),
  'campaigns-fill-pieces': filling('pieces'),
  'campaigns-fill-languages': filling('languages'),
  'campaigns-fill-own': filling('own'),
  'campaigns-fill-facts': filling('facts'),
  'campaigns-fill-preview': filling('preview'),
  'campaigns-fill-files': filling('files'),
  'library-adoption': working((w) => `/library/guideline/${w.guideline}/adoption`),
};

/** Routes that answer no page of their own, and why. */
export const noPage: Record<string, string> = {
  'report-receipt-json': 'a file for a company',
  'report-receipt-csv': 'a file for a company',
  'report-code-word-page': 'shows only while a code waits for its secret word; the reports room tests it',
  'person-give': 'needs a person who waits for keys; the auth part tests it',
  'key-act': 'needs two supervisors and a waiting act; the auth part tests it',
  'campaigns-record': 'drawn as attic-record',
  'campaigns-hint': 'drawn as attic-hint',
  'campaigns-kit-file': 'a file to print',
  'campaigns-fill-file': 'a file to print',
  'campaigns-stick': 'a file to print',
  'ratings-source': 'needs an imported list; the ratings room tests it',
};

function anyone(path: string) {
  return (w: World): Visit => ({ as: w.public, path });
}
function staff(path: string) {
  return (w: World): Visit => ({ as: w.linden, path });
}
function working(path: (w: LibraryWorld) => string) {
  return (w: World): Visit => ({ as: w.library.willow, path: `/en/desk${path(w.library)}` });
}
function campaigning(path: (w: CampaignsWorld) => string) {
  return (w: World): Visit => ({ as: w.campaigns.willow, path: `/en/desk/campaigns${path(w.campaigns)}` });
}
function filling(step: string) {
  return (w: World): Visit => ({ as: w.campaigns.willow, path: `${w.campaigns.kit}/${step}` });
}
function library(path: string) {
  return (w: World): Visit => ({ as: w.juniper, path });
}
function onDeed(rest: string) {
  return (w: World): Visit => ({ as: w.juniper, path: `/en/desk/record/${w.deed}${rest}` });
}
function person(rest: string) {
  return (w: World): Visit => ({ as: w.linden, path: `${w.personPath}${rest}` });
}
function onCase(rest: string) {
  return (w: World): Visit => ({ as: w.linden, path: `${w.casePath}${rest}` });
}
function receipt(rest: string) {
  return (w: World): Visit => ({ as: w.back, path: `/en/progress${rest}` });
}
function parent(path: string) {
  return (w: World): Visit => ({ as: w.family.parent, path });
}
function child(rest: string) {
  return (w: World): Visit => ({ as: w.family.parent, path: `${w.family.childPath}${rest}` });
}
