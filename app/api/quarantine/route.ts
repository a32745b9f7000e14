/** What was not understood: listed, or all of it read again. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { listQuarantine } from '@/desk/quarantine';
import { readAllAgain } from '@/desk/read-again';
import { placeIn } from './place';

export const dynamic = 'force-dynamic';

const pageLength = 50;

const readAgain = z.object({ action: z.literal('read', 'must be read') });

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    const after = cursor === null ? null : placeIn(cursor);
    if (after === undefined) return refuse(400, '`cursor` is not one that this desk gave.', 'cursor');
    return json(await listQuarantine(desk, by, after, pageLength));
  });
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, readAgain);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    return json(await readAllAgain(desk, by, desk.clock()));
  });
}
