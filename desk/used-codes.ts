/** A code of a second factor opens once (RFC 6238, 5.2); the library alone would take it as long as it is shown. */

import { hash } from 'node:crypto';
import type { Store } from '@/db/store';

/** How long the library takes a code: in its own half minute, the one before and the one after, ms. */
const takenMs = 90_000;

/** False where this person has used that code before; of two who use it at once, the database lets in one. */
export function takeCode(store: Store, personId: string, code: string, now: number): Promise<boolean> {
  const digest = hash('sha256', `${personId} ${code}`, 'hex');
  return store.write((tx) => tx.takeCode(`used-code-${digest}`, now, now + takenMs));
}
