/** What somebody sends to make an account. */

import { z } from 'zod';
import { longestPassword, shortestPassword } from '@/desk/password';
import { weaknessOf } from '@/desk/weak-password';

export const newAccount = {
  name: z
    .string('must be a name')
    .trim()
    .min(1, 'must be a name')
    .max(60, 'has at most 60 characters')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a name must not hold
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'must be text'),
  email: z.email('must be an e-mail address').max(254, 'has at most 254 characters').toLowerCase(),
  password: z
    .string('must be text')
    .min(shortestPassword, `needs ${shortestPassword} characters or more`)
    .max(longestPassword, `has at most ${longestPassword} characters`),
};

/** Refuses a password that would be guessed: `z.object({ ...newAccount }).superRefine(notGuessed)`. */
export function notGuessed(
  { name, email, password }: { name: string; email: string; password: string },
  context: z.RefinementCtx,
): void {
  const message = weaknessOf(password, { name, email });
  if (message) context.addIssue({ code: 'custom', path: ['password'], message });
}
