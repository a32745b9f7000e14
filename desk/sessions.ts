/** Where somebody is signed in: listed, and ended by themselves. */

import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import type { Desk } from './the-desk';

export async function loadSessions(desk: Desk, by: Person, now: number) {
  if (by.id === null) return [];
  const rows = await desk.store.read.loadSessions(by.id, new Date(now));
  return rows.map(({ id, createdAt, expiresAt, userAgent }) => ({
    id,
    since: createdAt.toISOString(),
    until: expiresAt.toISOString(),
    browser: userAgent,
  }));
}

/** False where they have no such session. */
export async function endSession(desk: Desk, by: Person, id: string, now: number): Promise<boolean> {
  if (by.id === null) return false;
  const userId = by.id;
  return desk.store.write(async (tx) => {
    const isEnded = (await tx.deleteSessions(userId, { only: id })) > 0;
    if (isEnded) await tx.saveAudit(auditRow(by, now, 'ended a session', {}));
    return isEnded;
  });
}
