/** The day that it is at the desk, as 2026-11-23. */

import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Desk } from './the-desk';

export async function deskDay({ store, settings, clock }: Pick<Desk, 'store' | 'settings' | 'clock'>) {
  const now = clock();
  return format(new TZDate(now, (await settings(store.read)).desk(now).timeZone), 'yyyy-MM-dd');
}
