/** What is asked most, answered by the front door itself: records that come, and the rows of open screens. */

import type { IncomingMessage } from 'node:http';
import { sayTrouble } from '@/app/api/answers';
import type { Said } from '@/app/api/said';
import type { Desk } from '@/desk/the-desk';
import { sayToScreen } from './board';
import { sayToWebhook } from './webhook';

/** Null where the route module is to answer; then nothing of the request was read. */
export async function sayAtOnce(desk: Desk, request: IncomingMessage, path: string): Promise<Said | null> {
  try {
    return (await sayToWebhook(desk, request, path)) ?? (await sayToScreen(desk, request, path));
  } catch (error) {
    return sayTrouble(error);
  }
}
