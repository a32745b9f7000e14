/** The name that admins gave their desk; null for none. */

import type { Queries } from '@/db/queries';

const choice = 'desk name';

export async function deskNameIn(from: Queries): Promise<string | null> {
  return (await from.loadChoice(choice)) as string | null;
}

export async function saveDeskName(tx: Queries, name: string | null, now: number, by: string): Promise<void> {
  await tx.saveChoice(choice, name, now, by);
}
