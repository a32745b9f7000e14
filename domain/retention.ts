/** For how many days rows are kept, by their kind; null keeps them. */

import { z } from 'zod';

export type Retention = {
  /** The bytes of deliveries, as they came. */
  deliveriesDays: number | null;
  /** Calls, with their legs, cases and decisions. */
  callsDays: number | null;
  auditDays: number | null;
};

export const keepAll: Retention = { deliveriesDays: null, callsDays: null, auditDays: null };

const rule = 'must be a whole number of days from 1 to 3650, or null to keep everything';
const days = z.number(rule).int(rule).min(1, rule).max(3650, rule).nullable();

export const retentionForm: z.ZodType<Retention> = z.object({
  deliveriesDays: days,
  callsDays: days,
  auditDays: days,
});

const dayMs = 24 * 60 * 60_000;

/** The instant before which rows are removed, ms; null where all are kept. */
export function keptSince(days: number | null, now: number): number | null {
  return days === null ? null : now - days * dayMs;
}
