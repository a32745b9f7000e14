/** How often somebody may try: kept in memory, so that no stranger's try writes anything. */

import { openSignInLimits } from './sign-in-limits';
import { openWaits } from './waits';

export type Limits = ReturnType<typeof openLimits>;

export function openLimits() {
  return {
    signIn: openSignInLimits(),
    /** First admin and invitations, by address: each try costs a password's hash. */
    newAccounts: openWaits({ free: 10 }),
    /** Tokens that are not ours, by address; one that is ours is never counted. */
    wrongTokens: openWaits({ free: 30 }),
    /** Pages after the first, by person: 60,000 cases a minute are enough for every export. */
    furtherPages: openWaits({ free: 300, window: 60 }),
    /** Files of what is listed, by person: each may read the whole desk. */
    exports: openWaits({ free: 20 }),
  };
}
