/** Passwords: argon2id, 12 characters or more, and none that everybody tries first. */

import { hash, verify } from '@node-rs/argon2';

export const shortestPassword = 12;
export const longestPassword = 200;

/** Memory in KiB: what OWASP asks of argon2id, and some 50 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function passwordHash(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

export function isPassword({ hash: kept, password }: { hash: string; password: string }): Promise<boolean> {
  return verify(kept, password.normalize('NFKC'));
}
