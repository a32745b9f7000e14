/** What the desk does by itself once a day, in the quiet of the night; of several servers one does it. */

import { Cron } from 'croner';
import type { Person } from '@/domain/person';
import { log } from '@/log';
import { applyRetention } from './apply-retention';
import type { Desk } from './the-desk';

const atNight = '17 3 * * *';
/** Another server that began since has done today's. */
const halfDayMs = 12 * 60 * 60_000;

/** No case stays on the desk for so long. */
const alertsStayMs = 90 * 24 * 60 * 60_000;

export const theDeskItself: Person = { id: null, name: 'Ringback', role: 'admin', dids: null };

/** The same desk with its daily work, which ends when it is closed. */
export function withDailyWork(desk: Desk): Desk {
  const job = new Cron(
    atNight,
    {
      timezone: desk.env.DESK_TIME_ZONE,
      protect: true,
      unref: true,
      catch: (err) => log().error({ err }, 'The daily work failed.'),
    },
    async () => {
      const removed = await applyDaily(desk, desk.clock());
      if (removed) log().info({ removed }, 'The daily work is done.');
    },
  );
  return {
    ...desk,
    async close() {
      job.stop();
      await desk.close();
    },
  };
}

/** Null where another server has done it. */
export async function applyDaily(desk: Desk, now: number) {
  await desk.store.write((tx) => tx.deleteAlertsBefore(now - alertsStayMs));
  return applyRetention(desk, theDeskItself, now, now - halfDayMs);
}
