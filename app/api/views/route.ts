/** The views that a person saved for themselves. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { loadSavedViews, saveView } from '@/desk/saved-views';
import { viewName, viewQuery } from './view-shape';

export const dynamic = 'force-dynamic';

const shape = z.object({ name: viewName, query: viewQuery });

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json({ views: await loadSavedViews(desk, by) }));
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, shape);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const saved = await saveView(desk, by, read.given, desk.clock());
    return saved ? json(saved, 201) : refuse(409, 'There are 50 saved views, which is as many as one keeps.');
  });
}
