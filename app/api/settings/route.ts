/** The settings of the desk and of every DID; a change holds from now on, or from the instant that it names. */

import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { changeSettings } from '@/desk/change-settings';
import { loadSettings } from '@/desk/load-settings';
import { settingsChange } from './change';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => json(await loadSettings(desk, by, desk.clock())));
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, settingsChange);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const now = desk.clock();
    const { from = now, ...change } = read.given;
    if (from > now) return refuse(400, '`from` must not be in the future.', 'from');
    await changeSettings(desk, by, { ...change, from }, now);
    return json(await loadSettings(desk, by, now));
  });
}
