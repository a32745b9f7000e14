/** Work of which one server at a time does each: the row of the job says who. Instants in ms. */

import { and, eq, lt } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

export function jobQueries(db: Connection, { jobs }: Tables) {
  return {
    /** False while another has the job, or where it was begun at `unlessSince` or later. */
    async takeJob(name: string, now: number, leaseMs: number, unlessSince = now + 1): Promise<boolean> {
      const taken = { startedAt: now, leaseEndsAt: now + leaseMs, doneAt: null };
      const made = await db
        .insert(jobs)
        .values({ name, ...taken })
        .onConflictDoNothing()
        .returning({ name: jobs.name });
      if (made.length > 0) return true;
      const taking = await db
        .update(jobs)
        .set(taken)
        .where(and(eq(jobs.name, name), lt(jobs.leaseEndsAt, now), lt(jobs.startedAt, unlessSince)))
        .returning({ name: jobs.name });
      return taking.length > 0;
    },

    /** False where another server has taken the job meanwhile, for it was held too long. */
    async keepJob(name: string, startedAt: number, leaseEndsAt: number): Promise<boolean> {
      const kept = await db
        .update(jobs)
        .set({ leaseEndsAt })
        .where(and(eq(jobs.name, name), eq(jobs.startedAt, startedAt)))
        .returning({ name: jobs.name });
      return kept.length > 0;
    },

    async finishJob(name: string, startedAt: number, doneAt: number): Promise<void> {
      await db
        .update(jobs)
        .set({ doneAt, leaseEndsAt: 0 })
        .where(and(eq(jobs.name, name), eq(jobs.startedAt, startedAt)));
    },

    async loadJob(name: string) {
      const [row] = await db.select().from(jobs).where(eq(jobs.name, name));
      return row ?? null;
    },
  };
}
