/** Asks the desk how it would read what was pasted. */

import type { Trial } from '@/desk/try-record';

export type Tried = { trial: Trial } | { trouble: string };

export async function postRecord(text: string): Promise<Tried> {
  if (text.trim() === '') return { trouble: 'There is nothing to read yet: paste a record first.' };
  try {
    const response = await fetch('/api/record-test', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(15_000),
    });
    const answer = await response.json();
    if (response.ok) return { trial: answer as Trial };
    return { trouble: String(answer.error ?? 'The desk refused it.') };
  } catch {
    return { trouble: 'The desk did not answer. Try again.' };
  }
}
