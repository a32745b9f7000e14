/** The cookies that the library found to be of a session: a signature that was right once stays right. */

import type { Auth } from './auth';
import { digestOf } from './valid-tokens';

/** The id of the session that a request's cookie was made for, whether that still lasts or not; null where it is none. */
export type ProvenCookies = (headers: Headers) => Promise<string | null>;

const mostProven = 5000;

export function openCookies(auth: Auth): ProvenCookies {
  const sessions = new Map<string, string>();

  return async (headers) => {
    const cookie = headers.get('cookie');
    if (cookie === null) return null;
    const digest = digestOf(cookie);
    const proven = sessions.get(digest);
    if (proven !== undefined) return proven;
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    if (sessions.size >= mostProven) sessions.clear();
    sessions.set(digest, found.session.id);
    return found.session.id;
  };
}
