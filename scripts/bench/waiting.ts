/** Callers who wait for a call back, put on a desk by its own verbs. */

import { decide } from '@/desk/decide';
import type { Desk } from '@/desk/the-desk';
import { unfiltered } from '@/domain/board-query';
import type { Person } from '@/domain/person';
import { aRecord } from './firm';

const recordsAtOnce = 250;
const asha: Person = { id: null, name: 'Asha', role: 'admin', dids: null };

/** Misses of the last two days, a third of them twice; some are claimed, snoozed or tried. */
export async function letWait(desk: Desk, waiting: number): Promise<void> {
  const now = Date.now();
  const missed = Array.from({ length: waiting }, (_, n) => {
    const record = aRecord(2e6 + n, 'missed', now - 60_000 - (n * 1.7e8) / waiting);
    const again = { ...aRecord(3e6 + n, 'missed', now - 30_000), from: record.from, to: record.to };
    return n % 3 === 0 ? [record, again] : [record];
  }).flat();
  for (let first = 0; first < missed.length; first += recordsAtOnce) {
    await desk.receive({
      body: Buffer.from(JSON.stringify(missed.slice(first, first + recordsAtOnce))),
      method: 'POST',
      contentType: 'application/json',
      token: 'bench',
      receivedAt: now,
    });
  }
  const open = await desk.store.read.loadPage(
    { ...unfiltered, state: 'open', order: 'newest', limit: 200 },
    now,
    null,
    null,
  );
  const ids = open.map(({ found }) => found.id);
  const say = (kind: 'claim' | 'snooze' | 'tried', some: string[], until: number | null) =>
    decide(desk, asha, some, { kind, note: null, until }, now);
  await say('claim', ids.slice(0, 20), null);
  await say('snooze', ids.slice(20, 40), now + 864e5);
  await say('tried', ids.slice(40, 90), null);
}
