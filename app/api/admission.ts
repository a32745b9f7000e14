/** Who may come in at a door: somebody signed in, or a program with the API token; and no other site through a browser. */

import { refuseForeign } from '@/desk/strangers';
import { type Desk, theDesk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import type { Person } from '@/domain/person';
import { answering, refuse } from './answers';
import { refuseToken } from './wrong-token';

/** Runs a door that reads the desk; what the person may see, the verbs decide. */
export function admitting(
  request: Request,
  work: (desk: Desk, by: Person) => Promise<Response>,
): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const asked = await whoAsks(desk, request.headers);
    if (asked) return work(desk, asked.person);
    if (!request.headers.has('authorization')) return refuse(401, 'Sign in first.');
    return refuseToken(desk, request, 'The API token is not valid.');
  });
}

/** Runs a door that changes the desk. */
export function admittingChange(
  request: Request,
  work: (desk: Desk, by: Person) => Promise<Response>,
): Promise<Response> {
  return answering(async () => {
    const foreign = refuseForeign((await theDesk()).env, request);
    return foreign ? refuse(403, foreign) : admitting(request, work);
  });
}
