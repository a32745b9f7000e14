/** Who may ask: this machine, or a program with the API token; and no other site through somebody's browser. */

import { createHash, timingSafeEqual } from 'node:crypto';
import { refuseForeign, refuseStranger } from '@/desk/strangers';
import { type Desk, theDesk } from '@/desk/the-desk';
import { answering, refuse } from './answers';

/** Runs a door that reads the desk. */
export function admitting(request: Request, work: (desk: Desk) => Promise<Response>): Promise<Response> {
  return answering(async () => {
    const stranger = refuseStranger(request.headers);
    if (stranger) return refuse(403, stranger);
    // PostgreSQL takes no text with it, and nothing of ours is named so.
    if (request.url.includes('%00')) return refuse(404, 'There is nothing at this address.');
    const desk = await theDesk();
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (bearer !== undefined && !isSame(bearer, desk.env.API_TOKEN))
      return refuse(401, 'The API token is not valid.');
    return work(desk);
  });
}

/** Runs a door that changes the desk. */
export function admittingChange(
  request: Request,
  work: (desk: Desk) => Promise<Response>,
): Promise<Response> {
  const foreign = refuseForeign(request.headers);
  return foreign ? Promise.resolve(refuse(403, foreign)) : admitting(request, work);
}

function isSame(given: string, token: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return token !== undefined && timingSafeEqual(digest(given), digest(token));
}
