// SPDX-License-Identifier: EUPL-1.2

// It stands in http, so that set-up can ask too; rooms know it as a matter of who somebody is.
export { requireFresh } from '#platform/http';
export { type DeskCurrent, type DeskPlace, deskNav, homeOf } from './desk-nav.tsx';
export { closeEmergency, emergencyPath, emergencyUntil, openEmergency } from './emergency/window.ts';
export { createIdentity } from './identity.ts';
export { type KeyNews, keyNews } from './keys/news.ts';
export { peopleUnder } from './keys/people-under.ts';
export {
  type ActPayload,
  askSecond,
  decideAct,
  findAct,
  finishAct,
  openActs,
  type PendingAct,
} from './keys/second-person.ts';
export { NewsBanner } from './news-banner.tsx';
export type { OpenCase } from './pages/ending-pages.tsx';
export { firstRoles, hasPeople, makeFirstPeople } from './people/first-person.ts';
export { createPerson, type Invitation, invitePath } from './people/invite.ts';
export { personLeft } from './people/leave.ts';
export { aliasesOf, type ListedPerson, listPeople } from './people/list-people.ts';
export { resetPerson } from './people/reset-person.ts';
export { rolesOf } from './people/roles-of.ts';
export type { OpenCasesOf } from './routes/person.tsx';
export {
  countSessions,
  endAllSessions,
  endSession,
  FRESH,
  type NewSession,
  startSession,
  sweepSessions,
} from './sessions.ts';
export { base32, totpAt } from './totp.ts';
