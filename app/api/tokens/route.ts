/** The tokens of the webhook, of programs and of walls, for admins; a new one's secret is in this answer and nowhere again. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { loadTokens, makeToken, type NewToken } from '@/desk/tokens';

export const dynamic = 'force-dynamic';

const newToken: z.ZodType<NewToken> = z.object({
  kind: z.enum(['webhook', 'api', 'wall'], 'must be webhook, api or wall'),
  name: z
    .string('must be a name')
    .overwrite((text) => text.replaceAll('\0', ''))
    .trim()
    .min(1, 'must not be empty')
    .max(60, 'has at most 60 characters'),
  did: z.string('must be the key of a number').min(1, 'must not be empty').max(40).nullable().default(null),
});

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json({ tokens: await loadTokens(desk, by) }));
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, newToken);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const made = await makeToken(desk, by, read.given, desk.clock());
    return made.is === 'made'
      ? json({ id: made.id, secret: made.secret }, 201)
      : refuse(409, made.error, 'name');
  });
}
