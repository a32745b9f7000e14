/** Whether trouble is an outage that passes: the database is locked, full or away. */

import { StoreUnavailable } from '@/db/store';

export function isUnavailable(error: unknown): boolean {
  return error instanceof StoreUnavailable;
}
