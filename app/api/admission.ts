/** Who may come in at a door: somebody signed in, or a program with the API token; and no other site through a browser. */

import { refuseForeign } from '@/desk/strangers';
import { type Desk, theDesk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import type { Person } from '@/domain/person';
import { answering, refuse } from './answers';

/** Runs a door that reads the desk; what the person may see, the verbs decide. */
export function admitting(
  request: Request,
  work: (desk: Desk, by: Person) => Promise<Response>,
): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const asked = await whoAsks(desk, request.headers);
    if (asked) return work(desk, asked.person);
    const isProgram = request.headers.has('authorization');
    return refuse(401, isProgram ? 'The API token is not valid.' : 'Sign in first.');
  });
}

/** Runs a door that changes the desk. */
export function admittingChange(
  request: Request,
  work: (desk: Desk, by: Person) => Promise<Response>,
): Promise<Response> {
  const foreign = refuseForeign(request.headers);
  return foreign ? Promise.resolve(refuse(403, foreign)) : admitting(request, work);
}
