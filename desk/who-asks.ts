/** Who asks: a person with a session, or a program with an API token. */

import { hash, timingSafeEqual } from 'node:crypto';
import type { Person } from '@/domain/person';
import { personOf } from './people';
import type { Desk } from './the-desk';

/** Programs read and decide; what they say is by "API". */
const program: Person = { id: null, name: 'API', role: 'agent', dids: null };

export type Asked = { person: Person; sessionId: string | null };

/** Null where nobody is signed in, the session has ended, or the token is not valid. */
export async function whoAsks(desk: Desk, headers: Headers): Promise<Asked | null> {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    if (isSame(bearer, desk.env.API_TOKEN)) return { person: program, sessionId: null };
    const token = await desk.tokens.find('api', bearer, desk.clock());
    return token && { person: { ...program, name: `API (${token.name})` }, sessionId: null };
  }
  const sessionId = await desk.sessionIn(headers);
  if (sessionId === null) return null;
  // Sessions begin and end by the library's clock, which is the machine's.
  const account = await desk.store.read.loadPersonOfSession(sessionId, new Date());
  return account ? { person: personOf(account), sessionId } : null;
}

function isSame(given: string, token: string | undefined): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return token !== undefined && timingSafeEqual(digest(given), digest(token));
}
