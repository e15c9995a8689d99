// SPDX-License-Identifier: EUPL-1.2
export { createIdentity } from './identity.ts';
export { firstRoles, hasPeople, makeFirstPeople } from './people/first-person.ts';
export {
  countSessions,
  endAllSessions,
  endSession,
  FRESH,
  type NewSession,
  startSession,
  sweepSessions,
} from './sessions.ts';
