/** What the desk of this process counts, for `GET /metrics` (app/metrics/route.ts): totals only, never a number or a name. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type Metrics = ReturnType<typeof openMetrics>;

/** Next bundles its own copy of every module; all of them count in one place. */
const shared = globalThis as typeof globalThis & { ringbackMetrics?: Metrics };

export function metrics(): Metrics {
  shared.ringbackMetrics ??= openMetrics();
  return shared.ringbackMetrics;
}

/** What was committed. */
export function countCommit(
  deliveries: { receivedAt: number; outcome: string }[],
  receipts: { received: number; new: number; quarantined: number }[],
): void {
  const { commit, deliveries: kept, records } = metrics();
  const now = Date.now();
  const outcomes = new Map<string, number>();
  for (const { receivedAt, outcome } of deliveries) {
    commit.observe(Math.max(0, now - receivedAt) / 1000);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  for (const [outcome, count] of outcomes) kept.inc({ outcome }, count);
  const kinds = { new: 0, known: 0, quarantined: 0 };
  for (const receipt of receipts) {
    kinds.new += receipt.new;
    kinds.quarantined += receipt.quarantined;
    kinds.known += receipt.received - receipt.new - receipt.quarantined;
  }
  for (const [kind, count] of Object.entries(kinds)) records.inc({ kind }, count);
}

/** A delivery was sent away, for too many were waiting. */
export function countBusy(): void {
  const all = metrics();
  all.refused.inc({ reason: 'busy' });
  all.busyAt = Date.now();
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

function openMetrics() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  return {
    register,
    /** When a delivery was last sent away because too many were waiting, ms. */
    busyAt: 0,
    /** How many deliveries wait for a transaction now, and what they hold. */
    queue: () => ({ deliveries: 0, bytes: 0 }),
    deliveries: new Counter({
      name: 'ringback_deliveries_total',
      help: 'Deliveries that were kept, by what was understood of them.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    records: new Counter({
      name: 'ringback_records_total',
      help: 'Records in them: new, known already or ignored, and quarantined.',
      labelNames: ['kind'] as const,
      registers,
    }),
    refused: new Counter({
      name: 'ringback_refused_total',
      help: 'What was refused at a door, by the reason; those that are busy are among the unavailable.',
      labelNames: ['reason'] as const,
      registers,
    }),
    commit: new Histogram({
      name: 'ringback_commit_seconds',
      help: 'From the arrival of a delivery to its commit.',
      buckets: seconds,
      registers,
    }),
    batch: new Histogram({
      name: 'ringback_batch_deliveries',
      help: 'Deliveries that shared a transaction.',
      buckets: [1, 4, 16, 64, 256],
      registers,
    }),
    write: new Histogram({
      name: 'ringback_write_seconds',
      help: 'Writing transactions, with their wait for the turn.',
      buckets: seconds,
      registers,
    }),
    waiting: new Gauge({
      name: 'ringback_waiting_deliveries',
      help: 'Deliveries on their way to a transaction.',
      registers,
    }),
    waitingBytes: new Gauge({
      name: 'ringback_waiting_bytes',
      help: 'What they hold.',
      registers,
    }),
    streams: new Gauge({
      name: 'ringback_streams',
      help: 'Open streams of events.',
      registers,
    }),
    told: new Counter({
      name: 'ringback_revisions_told_total',
      help: 'Revisions that were told to the open streams.',
      registers,
    }),
    boards: new Counter({
      name: 'ringback_board_answers_total',
      help: 'Answers with the board: built, kept from before, or not changed (304).',
      labelNames: ['how'] as const,
      registers,
    }),
    requests: new Counter({
      name: 'ringback_requests_total',
      help: 'Requests, by the class of their path and the status of the answer.',
      labelNames: ['path', 'status'] as const,
      registers,
    }),
    // These two are read when somebody asks (`desk/read-metrics.ts`).
    cases: new Gauge({
      name: 'ringback_cases',
      help: 'Cases now.',
      labelNames: ['state'] as const,
      registers,
    }),
    lastDelivery: new Gauge({
      name: 'ringback_last_delivery_age_seconds',
      help: 'Since the last delivery; absent where none ever came.',
      registers,
    }),
  };
}
