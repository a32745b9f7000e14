/** One record that was not understood: read again, or discarded with a note. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { noteText } from '@/app/api/wish';
import { discard } from '@/desk/discard';
import { readAgain } from '@/desk/read-again';
import { placeIn } from '../place';

export const dynamic = 'force-dynamic';

const action = z.discriminatedUnion(
  'action',
  [
    z.object({ action: z.literal('read') }),
    z.object({ action: z.literal('discard'), note: noteText.min(1, 'must say why') }),
  ],
  { error: 'must be read or discard' },
);

export function POST(
  request: Request,
  { params }: { params: Promise<{ place: string }> },
): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, action);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { given } = read;
    const place = placeIn((await params).place);
    const now = desk.clock();
    const settled =
      place &&
      (given.action === 'read'
        ? await readAgain(desk, by, place, now)
        : await discard(desk, by, place, given.note, now));
    if (!settled) return refuse(404, 'There is no such record in quarantine.');
    if (settled.is === 'refused') return json(settled.refusal, 409);
    return json(settled.is === 'read' ? { understood: settled.understood } : {});
  });
}
