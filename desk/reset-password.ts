/** Gives somebody another password, from the machine that the desk runs on: for who has lost theirs, or the last admin. */

import { auditRow } from './audit';
import { longestPassword, passwordHash, shortestPassword } from './password';
import type { Desk } from './the-desk';
import { weaknessOf } from './weak-password';

export type Reset = { is: 'reset'; name: string } | { is: 'refused'; error: string };

/** Who has shell access to the machine speaks for it. */
const machine = { id: null, name: 'the server' };

/** Ends all of their sessions; `dropsSecondFactor` also puts aside a second factor that they have lost. */
export async function resetPassword(
  desk: Desk,
  email: string,
  password: string,
  { dropsSecondFactor }: { dropsSecondFactor: boolean },
  now: number,
): Promise<Reset> {
  const found = await desk.store.read.loadPersonByEmail(email.trim().toLowerCase());
  if (!found) return { is: 'refused', error: `Nobody here has the address ${email}.` };
  if (password.length < shortestPassword || password.length > longestPassword) {
    return {
      is: 'refused',
      error: `A password has ${shortestPassword} to ${longestPassword} characters.`,
    };
  }
  const weakness = weaknessOf(password, found);
  if (weakness) return { is: 'refused', error: `The password ${weakness}.` };
  const hash = await passwordHash(password);
  await desk.store.write(async (tx) => {
    await tx.savePassword(found.id, hash);
    await tx.deleteSessions(found.id);
    if (dropsSecondFactor) await tx.deleteSecondFactor(found.id);
    await tx.saveAudit(auditRow(machine, now, 'reset a password', { name: found.name, dropsSecondFactor }));
  });
  return { is: 'reset', name: found.name };
}
