/** Saves settings as a row that holds from a time on, and folds again what it reaches. */

import { type SettingsRow, settingsOf } from '@/domain/settings';
import { refold } from './refold';
import type { Desk } from './the-desk';

/** `from` (ms) is the instant from which the change holds; one in the past rewrites what began since, on purpose. */
export type Change = Pick<SettingsRow, 'scope' | 'did' | 'from' | 'settings'> & { by: string };

const callsAtOnce = 500;

export async function changeSettings(desk: Desk, change: Change, now: number): Promise<void> {
  const revision = await desk.store.write(async (tx) => {
    await tx.saveSettings({ ...change, savedAt: now });
    const settings = settingsOf(await tx.loadSettings(), desk.defaults);
    // A number that turns out to be ours may stand at either end of a call, so every DID's calls are read again.
    for (let after = ''; ; ) {
      const callIds = await tx.loadCallIdsSince(change.from, after, callsAtOnce);
      const last = callIds.at(-1);
      if (last === undefined) break;
      await refold(tx, settings, callIds);
      after = last;
    }
    return tx.raiseRevision(1);
  });
  desk.pulse.announce(revision);
}
