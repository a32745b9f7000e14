/** Which deliveries a withdrawal takes out, and which of their legs also came by others. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { QuarantineRow, Withdrawn } from '@/db/queries/quarantine';
import type { StoredDelivery, StoredLeg } from '@/db/queries/records';
import { grouped } from '@/domain/grouped';
import { deliveredLegs, isHeldBack } from './delivered-records';

/** A delivery to take out: the places of its records, and how many legs stand because of it. */
export type Target = { deliveryId: number; positions: number[]; legs: number };

export type WithdrawalPlan = {
  of: Withdrawn;
  targets: Target[];
  /** The copies of legs that stand because of the targets. */
  copies: Set<string>;
  /** Of those that also came by another delivery: the leg as that one brought it. */
  heirs: Map<string, StoredLeg>;
  /** The delivery up to which heirs were looked for. */
  lookedUpTo: number;
};

const deliveriesAtOnce = 200;

export async function planWithdrawal(read: Queries, of: Withdrawn): Promise<WithdrawalPlan> {
  const plan: WithdrawalPlan = { of, targets: [], copies: new Set(), heirs: new Map(), lookedUpTo: 0 };
  for await (const { deliveries, held } of pagesOf(read, 0)) {
    const meant = deliveries.filter((it) => isMeant(it, of));
    const legs = await read.loadLegsOfDeliveries(meant.map(({ id }) => id));
    const legsOf = grouped(legs, ({ deliveryId }) => deliveryId);
    for (const { copy } of legs) plan.copies.add(copy);
    for (const delivery of meant) {
      const rows = held.get(delivery.id) ?? [];
      const positions = deliveredLegs(delivery).flatMap(({ position }) =>
        isHeldBack(position, rows) ? [] : [position],
      );
      const own = legsOf.get(delivery.id)?.length ?? 0;
      if (positions.length + own > 0) plan.targets.push({ deliveryId: delivery.id, positions, legs: own });
    }
  }
  await lookForHeirs(read, plan);
  return plan;
}

/** Goes on from where it has looked. Of several the earliest receipt holds, as with any copies (rules.md 1). */
export async function lookForHeirs(read: Queries, plan: WithdrawalPlan): Promise<void> {
  for await (const { deliveries, held } of pagesOf(read, plan.lookedUpTo)) {
    for (const delivery of deliveries) {
      plan.lookedUpTo = delivery.id;
      if (isMeant(delivery, plan.of)) continue;
      const rows = held.get(delivery.id) ?? [];
      for (const { position, leg } of deliveredLegs(delivery)) {
        if (!plan.copies.has(leg.copy) || isHeldBack(position, rows)) continue;
        const heir = plan.heirs.get(leg.copy);
        if (heir && heir.firstReceivedAt <= leg.firstReceivedAt) continue;
        plan.heirs.set(leg.copy, { ...leg, deliveryId: delivery.id });
      }
    }
  }
}

function isMeant({ token, receivedAt }: StoredDelivery, of: Withdrawn): boolean {
  return token === of.token && receivedAt >= of.from && receivedAt <= of.to;
}

type Page = { deliveries: StoredDelivery[]; held: Map<number, QuarantineRow[]> };

/** So few at once that the desk answers between two pages. */
async function* pagesOf(read: Queries, after: number): AsyncGenerator<Page> {
  for (let last = after; ; ) {
    const deliveries = await read.loadDeliveriesAfter(last, deliveriesAtOnce);
    const end = deliveries.at(-1);
    if (!end) return;
    const rows = await read.loadQuarantineOf(deliveries.map(({ id }) => id));
    yield { deliveries, held: grouped(rows, ({ deliveryId }) => deliveryId) };
    last = end.id;
    await breathe();
  }
}
