/** A note about a caller, whatever the case. */

import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { callerNote } from '@/app/api/caller-words';
import { readJson } from '@/app/api/json-body';
import { addCallerNote } from '@/desk/describe-caller';
import { callerKeyIn } from '@/domain/caller-key';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, callerNote);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const id = await addCallerNote(desk, by, callerKeyIn((await params).key), read.given.text, desk.clock());
    return id ? json({ id }, 201) : refuse(404, 'Nothing is known of that number.');
  });
}
