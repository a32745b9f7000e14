/** The callers whom somebody named, by the alphabet, or those marked as spam; in pages. */

import { z } from 'zod';
import { admitting } from '@/app/api/admission';
import { json, refuse, refuseForNow } from '@/app/api/answers';
import { loadKnownCallers } from '@/desk/known-callers';

export const dynamic = 'force-dynamic';

const pageEnd = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(z.tuple([z.string(), z.string()]));

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const params = new URL(request.url).searchParams;
    const q = params.get('q')?.replaceAll('\0', '').trim() || null;
    if (q && q.length > 100) return refuse(400, '`q` has at most 100 characters.', 'q');
    const after = cursorIn(params.get('cursor'));
    if (after === undefined) return refuse(400, '`cursor` is not one that this desk gave.', 'cursor');
    if (after !== null) {
      const wait = await desk.limits.furtherPages.take(by.id ?? by.name);
      if (wait > 0) return refuseForNow(wait, 'That were very many pages in a minute.');
    }
    return json(await loadKnownCallers(desk, by, { q, onlySpam: params.get('only') === 'spam', after }));
  });
}

function cursorIn(text: string | null) {
  if (text === null) return null;
  try {
    const [letters, caller] = pageEnd.parse(text.replaceAll('\0', ''));
    return { letters, caller };
  } catch {
    return undefined;
  }
}
