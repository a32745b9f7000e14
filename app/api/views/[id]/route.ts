/** Renames or removes a view that a person saved for themselves. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { removeView, renameView } from '@/desk/saved-views';
import { viewName } from '../view-shape';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

const shape = z.object({ name: viewName });
const noneSuch = 'There is no saved view of that id.';

export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const renamed = await renameView(desk, by, (await params).id, read.given.name);
    return renamed ? json(renamed) : refuse(404, noneSuch);
  });
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return admittingChange(request, async (desk, by) =>
    (await removeView(desk, by, (await params).id)) ? json({}) : refuse(404, noneSuch),
  );
}
