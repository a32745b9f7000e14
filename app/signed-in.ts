/** Who looks at a page: somebody signed in, or else they are sent to where they can sign in. */

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { isWithoutPeople } from '@/desk/people';
import { type Desk, theDesk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import type { Person } from '@/domain/person';

/** `address` is that of the page, to come back to. */
export async function signedIn(address: string): Promise<{ desk: Desk; by: Person }> {
  await connection();
  const desk = await theDesk();
  const asked = await whoAsks(desk, await headers());
  if (asked) return { desk, by: asked.person };
  if (await isWithoutPeople(desk)) redirect('/welcome');
  redirect(address === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: address })}`);
}
