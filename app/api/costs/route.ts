/** What calls cost, the balances, and which balance is low: for admins. */

import { z } from 'zod';
import { admitting, admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { changeLowBalance, loadCosts } from '@/desk/costs';
import { decimalIn } from '@/domain/costs';

export const dynamic = 'force-dynamic';

const shownDays = 30;
const mostDays = 92;

const anAmount = 'must be an amount such as 250.50, or null for no warning';

const change = z.object({
  lowBalance: z
    .string(anAmount)
    .trim()
    .refine((text) => decimalIn(text) !== null, anAmount)
    .nullable(),
});

export function GET(request: Request): Promise<Response> {
  return admitting(request, async (desk, by) => {
    const days = new URL(request.url).searchParams.get('days') ?? String(shownDays);
    if (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > mostDays)
      return refuse(400, `\`days\` must be a number from 1 to ${mostDays}.`, 'days');
    return json(await loadCosts(desk, by, Number(days), desk.clock()));
  });
}

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, change);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const now = desk.clock();
    await changeLowBalance(desk, by, read.given.lowBalance, now);
    return json(await loadCosts(desk, by, shownDays, now));
  });
}
