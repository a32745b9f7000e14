/** The desk's answers over HTTP: three kinds of trouble, three answers (style.md 8). */

import { metrics } from '@/desk/metrics';
import { NotPermitted } from '@/desk/permission';
import { seldom } from '@/desk/seldom';
import { isUnavailable } from '@/desk/unavailable';
import { log } from '@/log';
import { inJson, respond, type Said } from './said';

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return respond(inJson(body, status, headers));
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

const tellOutage = seldom((times, err) =>
  log().warn({ times, err }, 'The desk could not save, and asked to try again.'),
);

/** Runs a door. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return respond(sayTrouble(error));
  }
}

/** An outage is 503 with `Retry-After`, a bug is logged once and told in a plain sentence. */
export function sayTrouble(error: unknown): Said {
  if (isUnavailable(error)) {
    tellOutage(error);
    metrics().refused.inc({ reason: 'unavailable' });
    const sentence = 'The desk cannot save anything right now. Try again in a moment.';
    return inJson({ error: sentence }, 503, { 'retry-after': '2' });
  }
  if (error instanceof NotPermitted) return inJson({ error: error.message }, 403);
  log().error({ err: error }, 'A door failed.');
  return inJson({ error: 'Something went wrong in the desk. Its log says what.' }, 500);
}
