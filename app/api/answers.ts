/** The desk's answers over HTTP: three kinds of trouble, three answers (style.md 8). */

import { NotPermitted } from '@/desk/permission';
import { isUnavailable } from '@/desk/unavailable';

/** JSON that nobody on the way may keep: it holds phone numbers. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      ...headers,
    },
  });
}

/** Bad input: a sentence, with the field that it is about. */
export function refuse(status: number, error: string, field?: string): Response {
  return json(field ? { error, field } : { error }, status);
}

/** Somebody tried too often: `wait` in ms. */
export function refuseForNow(wait: number, why: string): Response {
  const seconds = Math.ceil(wait / 1000);
  const after = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return json({ error: `${why} Try again in ${after}.` }, 429, { 'retry-after': String(seconds) });
}

/** Runs a door: an outage is 503 with `Retry-After`, a bug is logged once and told in a plain sentence. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) {
      return json({ error: 'The desk cannot save anything right now. Try again in a moment.' }, 503, {
        'retry-after': '2',
      });
    }
    if (error instanceof NotPermitted) return refuse(403, error.message);
    console.error(error);
    return refuse(500, 'Something went wrong in the desk. Its log says what.');
  }
}
