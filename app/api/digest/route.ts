/** One's own digest: whether it comes, and the last one as it would be; other wishes may be looked at before they are saved. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { type DigestWish, loadDigest, saveDigest } from '@/desk/digests';
import { digestTimes } from '@/domain/digest';
import { timeZone } from '@/domain/settings-form';

export const dynamic = 'force-dynamic';

const wish: z.ZodType<DigestWish> = z.object({
  every: z.enum(digestTimes, `must be ${digestTimes.join(' or ')}`),
  language: z.enum(['en', 'hi'], 'must be en or hi'),
  zone: timeZone,
});

const change = z.object({ digest: wish.nullable() });

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const given = wish.safeParse({ every: 'day', language: 'en', zone: desk.env.DESK_TIME_ZONE, ...asked });
    if (!given.success) {
      const [issue] = given.error.issues;
      const field = issue?.path.join('.');
      return refuse(400, `\`${field}\` ${issue?.message}.`, field);
    }
    return json(await loadDigest(desk, by, given.data, desk.clock()));
  });
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, change);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    await saveDigest(desk, by, read.given.digest, desk.clock());
    return json({});
  });
}
