/** Asked at the beginning of every verb: may this person do that? The doors answer 403 (`app/api/answers.ts`). */

import { type Duty, mayDo, type Person } from '@/domain/person';

export class NotPermitted extends Error {
  override name = 'NotPermitted';
}

const sentences: Record<Duty, string> = {
  decide: 'Viewers can look, and change nothing.',
  administer: 'Only admins can do that.',
  export: 'Viewers can look, and take no file with them.',
  keep: 'Only people with an account have views and digests of their own.',
  'know callers': 'Viewers see numbers in part only, and the page of a caller names one.',
  measure: 'Only programs and admins read what the server counts.',
  reveal: 'Only people with an account are shown a whole number, so that the audit can name them.',
};

/** Throws NotPermitted, with a sentence for people. */
export function demand(person: Person, duty: Duty): void {
  if (!mayDo(person, duty)) throw new NotPermitted(sentences[duty]);
}
