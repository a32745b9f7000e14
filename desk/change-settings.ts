/** Saves settings as a row that holds from a time on, and folds again what it reaches. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { Began } from '@/db/queries/projections';
import type { Person } from '@/domain/person';
import { type SettingsRow, settingsOf } from '@/domain/settings';
import { auditRow } from './audit';
import { demand } from './permission';
import { refold } from './refold';
import type { Desk } from './the-desk';

/** `from` (ms) is the instant from which the change holds; one in the past rewrites what began since, on purpose. */
export type Change = Pick<SettingsRow, 'scope' | 'did' | 'from' | 'settings'>;

/** So few that the desk answers between two parts: SQLite works on the thread that serves the doors. */
const callsAtOnce = 100;

/** One write, so that nobody sees half of it. What comes in meanwhile waits, or is told to come again. */
export async function changeSettings(desk: Desk, by: Person, change: Change, now: number): Promise<void> {
  demand(by, 'administer');
  const revision = await desk.store.write(async (tx) => {
    await tx.saveSettings({ ...change, by: by.name, savedAt: now });
    const { scope, did, from } = change;
    await tx.saveAudit(auditRow(by, now, 'changed the settings', { scope, did, from: new Date(from) }));
    const settings = settingsOf(await tx.loadSettings(), desk.defaults);
    for await (const callIds of reachedBy(tx, change)) {
      await refold(tx, settings, callIds);
      await breathe();
    }
    return tx.raiseRevision(1);
  });
  desk.pulse.announce(revision);
}

/** The calls that began since; of the number alone where it is one number's. */
async function* reachedBy(tx: Queries, { from, did }: Change): AsyncGenerator<string[]> {
  for (let before: Began | undefined; ; ) {
    const calls = await tx.loadCallsBegun({ since: from, before, of: did }, callsAtOnce);
    before = calls.at(-1);
    if (!before) break;
    yield calls.map(({ id }) => id);
  }
}
