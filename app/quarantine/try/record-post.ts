/** Asks the desk how it would read what was pasted. */

import type { Trial } from '@/desk/try-record';

/** `said` is the desk's own sentence, in English. */
export type Tried = { trial: Trial } | { trouble: 'nothingPasted' | 'noAnswer' | 'refused'; said?: string };

export async function postRecord(text: string): Promise<Tried> {
  if (text.trim() === '') return { trouble: 'nothingPasted' };
  try {
    const response = await fetch('/api/record-test', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(15_000),
    });
    const answer = await response.json();
    if (response.ok) return { trial: answer as Trial };
    return { trouble: 'refused', said: answer.error };
  } catch {
    return { trouble: 'noAnswer' };
  }
}
