/** Sends what an admin wants done with the desk's data; tells how it went. */

export type Answer<Good> =
  | { is: 'done'; good: Good }
  | { is: 'refused'; sentence: string | null }
  | { is: 'unanswered' };

/** Withdrawing, erasing and removing go through everything that is kept. */
const patienceMs = 10 * 60_000;

export async function sendData<Good>(
  method: 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body?: object,
): Promise<Answer<Good>> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer = await response.json();
    if (response.ok) return { is: 'done', good: answer as Good };
    return { is: 'refused', sentence: answer.error ?? null };
  } catch {
    return { is: 'unanswered' };
  }
}
