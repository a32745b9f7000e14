/** Takes out what came by one token between two times, as if it had never come; quarantine keeps it. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Withdrawn } from '@/db/queries/quarantine';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { demand } from './permission';
import { refold } from './refold';
import type { Desk } from './the-desk';
import { loadTokens } from './tokens';
import { lookForHeirs, planWithdrawal, type Target, type WithdrawalPlan } from './withdrawal-plan';

export type { Withdrawn };

export type Withdrawal = { deliveries: number; records: number; calls: number };

/** So few that what comes in meanwhile hardly waits. */
const deliveriesAtOnce = 50;

/** What a withdrawal would take away, taking nothing. */
export async function countWithdrawal(desk: Desk, by: Person, of: Withdrawn): Promise<Withdrawal> {
  demand(by, 'administer');
  return counted(desk, await planWithdrawal(desk.store.read, of));
}

/** In parts, each whole in itself; one that was broken off is completed by doing it again. */
export async function withdraw(desk: Desk, by: Person, of: Withdrawn, now: number): Promise<Withdrawal> {
  const tokens = await loadTokens(desk, by);
  const plan = await planWithdrawal(desk.store.read, of);
  const counts = await counted(desk, plan);
  const token = tokens.find(({ fingerprint }) => fingerprint === of.token)?.name ?? of.token;
  const about = { token, from: new Date(of.from), to: new Date(of.to), ...counts };
  await desk.store.write((tx) => tx.saveAudit(auditRow(by, now, 'withdrew what came by a token', about)));
  const reason = `Withdrawn by ${by.name}: it came by the token “${token}”.`;
  for (let start = 0; start < plan.targets.length; start += deliveriesAtOnce) {
    await takeOut(desk, plan, plan.targets.slice(start, start + deliveriesAtOnce), { by, reason, now });
    await breathe();
  }
  return counts;
}

async function takeOut(
  desk: Desk,
  plan: WithdrawalPlan,
  targets: Target[],
  { by, reason, now }: { by: Person; reason: string; now: number },
): Promise<void> {
  const revision = await desk.store.write(async (tx) => {
    // What came in since may hold the same legs by another token.
    await lookForHeirs(tx, plan);
    const deliveryIds = targets.map(({ deliveryId }) => deliveryId);
    const gone = await tx.loadLegsOfDeliveries(deliveryIds);
    await tx.deleteLegsOfDeliveries(deliveryIds);
    await tx.saveLegs(gone.flatMap(({ copy }) => plan.heirs.get(copy) ?? []));
    await tx.saveWithdrawn(
      targets.flatMap(({ deliveryId, positions }) =>
        positions.map((position) => ({ deliveryId, position, reason, at: now, withdrawnBy: by.name })),
      ),
    );
    await refold(tx, await desk.settings(tx), [...new Set(gone.map(({ callId }) => callId))]);
    return tx.raiseRevision(1);
  });
  desk.pulse.announce(revision);
}

async function counted(desk: Desk, { targets, heirs }: WithdrawalPlan): Promise<Withdrawal> {
  const { read } = desk.store;
  const legs = await read.loadLegsOfDeliveries(targets.map(({ deliveryId }) => deliveryId));
  const gone = new Set(legs.flatMap(({ copy }) => (heirs.has(copy) ? [] : [copy])));
  const touched = await read.loadLegs([...new Set(legs.map(({ callId }) => callId))]);
  const left = new Set(touched.filter(({ copy }) => !gone.has(copy)).map(({ callId }) => callId));
  return {
    deliveries: targets.length,
    records: targets.reduce((sum, { positions, legs }) => sum + Math.max(positions.length, legs), 0),
    calls: new Set(touched.map(({ callId }) => callId).filter((callId) => !left.has(callId))).size,
  };
}
