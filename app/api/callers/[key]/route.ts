/** Everything about one number; and what somebody says of who it is. */

import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse, refuseForNow } from '@/app/api/answers';
import { description } from '@/app/api/caller-words';
import { readJson } from '@/app/api/json-body';
import { loadCaller, loadCallsBefore, loadCasesBefore } from '@/desk/caller';
import { describeCaller } from '@/desk/describe-caller';
import { callerKeyIn, pageEndIn } from '@/domain/caller-key';

export const dynamic = 'force-dynamic';

type Of = { params: Promise<{ key: string }> };

const noSuchCaller = () => refuse(404, 'Nothing is known of that number.');

/** `calls` or `cases` is the cursor of a further page, which is answered alone. */
export function GET(request: Request, { params }: Of): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const key = callerKeyIn((await params).key);
    const asked = new URL(request.url).searchParams;
    for (const [field, load] of Object.entries({ calls: loadCallsBefore, cases: loadCasesBefore })) {
      const cursor = asked.get(field);
      if (cursor === null) continue;
      const before = pageEndIn(cursor);
      if (!before) return refuse(400, `\`${field}\` is not one that this desk gave.`, field);
      const wait = await desk.limits.furtherPages.take(by.id ?? by.name);
      if (wait > 0) return refuseForNow(wait, 'That were very many pages in a minute.');
      const page = await load(desk, by, key, before, desk.clock());
      return page ? json(page) : noSuchCaller();
    }
    const found = await loadCaller(desk, by, key, desk.clock());
    return found ? json(found) : noSuchCaller();
  });
}

export function PATCH(request: Request, { params }: Of): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, description);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const isThere = await describeCaller(desk, by, callerKeyIn((await params).key), read.given, desk.clock());
    return isThere ? json({}) : noSuchCaller();
  });
}
