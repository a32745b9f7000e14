/** Who looks at a page for admins: whoever is none is sent to the board. */

import { redirect } from 'next/navigation';
import { mayDo } from '@/domain/person';
import { signedIn } from './signed-in';

export async function adminAt(address: string) {
  const { desk, by } = await signedIn(address);
  if (!mayDo(by, 'administer')) redirect('/');
  return { desk, by };
}
