// SPDX-License-Identifier: EUPL-1.2
import { createSlowDown } from './people/slow-down.ts';
import { confirmRoutes } from './routes/confirm.tsx';
import { emergencyRoutes } from './routes/emergency.tsx';
import { firstRoutes } from './routes/first.tsx';
import { grantRoutes } from './routes/grant.tsx';
import { inviteRoutes } from './routes/invite.tsx';
import { keptRoutes } from './routes/kept.tsx';
import { meRoutes } from './routes/me.tsx';
import { newPapersRoutes } from './routes/new-papers.tsx';
import { passkeyRoutes } from './routes/passkeys.tsx';
import { peopleRoutes } from './routes/people.tsx';
import { type OpenCasesOf, personRoutes } from './routes/person.tsx';
import { recoveryRoutes } from './routes/recovery.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { sweep } from './sweep.ts';

export interface AuthServices {
  /** The token of the set-up link printed at start; null once somebody can sign in. */
  setupToken: string | null;
  /** What a leaver still has open, with paths of the desk; none where no room of cases is mounted. */
  openCasesOf?: OpenCasesOf;
}

/** Signing in, people and their keys, one's own account, and the recovery papers. */
export function plugin({ setupToken, openCasesOf = async () => [] }: AuthServices) {
  const slow = createSlowDown();
  return {
    name: 'auth',
    routes: [
      ...(setupToken === null ? [] : firstRoutes(setupToken)),
      ...signInRoutes(slow),
      ...confirmRoutes(slow),
      ...keptRoutes(),
      ...inviteRoutes(),
      ...peopleRoutes(),
      ...personRoutes(openCasesOf),
      ...grantRoutes(),
      ...meRoutes(),
      ...passkeyRoutes(),
      ...recoveryRoutes(),
      ...newPapersRoutes(),
      ...emergencyRoutes(),
    ],
    jobs: [sweep],
    subscriptions: [],
  };
}
