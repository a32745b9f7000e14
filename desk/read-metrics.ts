/** What the server counts as Prometheus reads it, and what it takes from the database for that. */

import type { Person } from '@/domain/person';
import { countsJson, loadBoardCounts } from './board-counts';
import { metrics } from './metrics';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** The text and its content type. */
export async function loadMetrics(
  { store: { read } }: Desk,
  by: Person,
  now: number,
): Promise<[string, string]> {
  demand(by, 'measure');
  const { cases, lastDelivery, queue, register, waiting, waitingBytes } = metrics();
  waiting.set(queue().deliveries);
  waitingBytes.set(queue().bytes);
  const counts = countsJson(await loadBoardCounts(read, now, now), { dids: null, isMasked: false }, true);
  for (const state of ['open', 'overdue', 'attempted', 'snoozed', 'uncallable'] as const)
    cases.set({ state }, counts[state]);
  const lastAt = await read.lastDeliveryAt();
  if (lastAt === null) lastDelivery.remove();
  else lastDelivery.set((now - lastAt) / 1000);
  return [await register.metrics(), register.contentType];
}
