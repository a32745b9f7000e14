/** What came by one token between two times: counted, taken out of the desk, or brought back. */

import { z } from 'zod';
import { admittingChange } from '@/app/api/admission';
import { json, refuse } from '@/app/api/answers';
import { readJson } from '@/app/api/json-body';
import { bringBack } from '@/desk/bring-back';
import { countWithdrawal, withdraw } from '@/desk/withdraw';

export const dynamic = 'force-dynamic';

const instant = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-11-22T09:12:03Z' })
  .transform((text) => Date.parse(text));

const withdrawal = z
  .object({
    action: z.enum(['count', 'withdraw', 'bring_back'], 'must be count, withdraw or bring_back'),
    token: z.string('must be a fingerprint').regex(/^[0-9a-f]{12}$/, 'must be the fingerprint of a token'),
    from: instant,
    to: instant,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before `from`' });

export function POST(request: Request): Promise<Response> {
  return admittingChange(request, async (desk, by) => {
    const read = await readJson(request, withdrawal);
    if ('error' in read) return refuse(read.status, read.error, read.field);
    const { action, ...of } = read.given;
    const now = desk.clock();
    if (action === 'count') return json(await countWithdrawal(desk, by, of));
    if (action === 'withdraw') return json(await withdraw(desk, by, of, now));
    return json({ records: await bringBack(desk, by, of, now) });
  });
}
