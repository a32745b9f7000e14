/** Makes a channel for alerts; the secret of a signed webhook is in this answer and nowhere again. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { makeChannel } from '@/desk/alert-channels';
import { newChannel } from '../channel-shape';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, newChannel);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const made = await makeChannel(desk, by, read.given, desk.clock());
    if (made.is === 'refused') return refuse(400, made.error, made.field);
    return json({ id: made.id, secret: made.secret }, 201);
  });
}
