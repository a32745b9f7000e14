/** What calls cost per day and DID, and the newest balance of each app: for admins, and nowhere else. */

import { setImmediate as breathe } from 'node:timers/promises';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Began, StoredCall } from '@/db/queries/projections';
import { type Charge, costsOf, decimalIn, isLow, totalOf } from '@/domain/costs';
import { grouped } from '@/domain/grouped';
import { type Leg, mergedLegs } from '@/domain/leg';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { didJson } from './case';
import { demand } from './permission';
import type { Desk } from './the-desk';

const callsAtOnce = 300;
const dayMs = 24 * 60 * 60_000;
const threshold = 'low balance';

/** Of the calls of the last `days` days; amounts are decimals in the provider's currency, as text. */
export async function loadCosts(desk: Desk, by: Person, days: number, now: number) {
  demand(by, 'administer');
  const { read } = desk.store;
  const settings = await desk.settings(read);
  const { timeZone } = settings.desk(now);
  const charges: Charge[] = [];
  const newest = new Map<string, Leg>();
  for await (const { call, legs } of callsWithLegs(desk, now - days * dayMs)) {
    const day = format(new TZDate(call.startedAt, timeZone), 'yyyy-MM-dd');
    for (const leg of mergedLegs(legs)) charges.push({ day, did: call.did, rate: leg.rate });
    for (const leg of legs) {
      const app = leg.appId ?? '';
      if (decimalIn(leg.balance) && !isNewer(newest.get(app), leg)) newest.set(app, leg);
    }
  }
  const lowBalance = (await read.loadChoice(threshold)) as string | null;
  const costs = costsOf(charges);
  return {
    days,
    lowBalance,
    total: totalOf(costs.map(({ cost }) => cost)),
    costs: costs.map(({ did, ...cost }) => ({ ...cost, did: didJson(did, did, settings.did(did, now)) })),
    balances: [...newest]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([app, { balance, firstReceivedAt }]) => ({
        app,
        balance: balance!,
        at: new Date(firstReceivedAt).toISOString(),
        isLow: isLow(balance!, lowBalance),
      })),
  };
}

/** Null warns of nothing. */
export async function changeLowBalance(desk: Desk, by: Person, amount: string | null, now: number) {
  demand(by, 'administer');
  await desk.store.write(async (tx) => {
    await tx.saveChoice(threshold, amount, now, by.name);
    await tx.saveAudit(auditRow(by, now, 'changed which balance is low', { amount }));
  });
}

function isNewer(known: Leg | undefined, than: Leg): boolean {
  if (known === undefined) return false;
  const later = instantOf(known) - instantOf(than) || known.firstReceivedAt - than.firstReceivedAt;
  return later > 0;
}

/** The balance is that of the end of the leg; a clock ahead of ours is not believed. */
function instantOf({ endedAt, time, firstReceivedAt }: Leg): number {
  return Math.min(endedAt ?? time ?? firstReceivedAt, firstReceivedAt);
}

async function* callsWithLegs(
  { store: { read } }: Desk,
  since: number,
): AsyncGenerator<{ call: StoredCall; legs: Leg[] }> {
  for (let before: Began | undefined; ; ) {
    const calls: StoredCall[] = await read.loadCallsBegun({ since, before, of: null }, callsAtOnce);
    before = calls.at(-1);
    if (!before) return;
    const legsOf = grouped(await read.loadLegs(calls.map(({ id }) => id)), ({ callId }) => callId);
    for (const call of calls) yield { call, legs: legsOf.get(call.id) ?? [] };
    await breathe();
  }
}
