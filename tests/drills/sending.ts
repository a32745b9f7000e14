/** Load: records of calls of their own, one after the other on each of some connections, written into a ledger. */

import { setTimeout } from 'node:timers/promises';
import { aCaller, aCdr, aDid, type CdrJson } from '../builders';
import { emptyLedger, type Ledger } from './ledger';

/** How long a sender waits after anything but a 2xx, ms. */
const pauseMs = 20;

export function startSending(webhook: string, connections: number) {
  const ledger = emptyLedger();
  const waits: number[] = [];
  let isOver = false;
  const sender = async () => {
    const to = aDid();
    while (!isOver) {
      const asked = performance.now();
      if (await sendOne(webhook, ledger, { to })) waits.push(performance.now() - asked);
      else await setTimeout(pauseMs);
    }
  };
  const senders = Promise.all(Array.from({ length: connections }, sender));
  const until = async (count: () => number, more: number) => {
    const enough = count() + more;
    while (count() < enough) await setTimeout(5);
  };
  return {
    ledger,
    /** How long each record that was taken took, ms. */
    waits,
    untilTaken: (more: number) => until(() => ledger.acknowledged.size, more),
    untilRefused: (more: number) => until(() => ledger.refused.size, more),
    /** What is under way is still answered. */
    async stop() {
      isOver = true;
      await senders;
    },
  };
}

/** Posts one record, with fields of its own; whether it was taken. */
export async function sendOne(webhook: string, ledger: Ledger, given: CdrJson): Promise<boolean> {
  const record = aCdr({ from: aCaller(), time: Date.now(), ...given });
  const id = String(record.conversation_uuid);
  ledger.sent.add(id);
  try {
    const answer = await fetch(webhook, { method: 'POST', body: JSON.stringify(record) });
    const { status, headers } = answer;
    await answer.arrayBuffer();
    if (answer.ok) ledger.acknowledged.add(id);
    else ledger.refused.set(id, { status, retryAfter: headers.get('retry-after') });
    return answer.ok;
  } catch {
    ledger.unknown.add(id);
    return false;
  }
}
