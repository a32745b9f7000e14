/** Calls that come in while a test looks on. */

import { expect } from 'playwright/test';
import { aCaller, aCdr, aDid, aLegB, type CdrJson, minute, second } from '../builders';
import { type Desk, token } from './built-desk';

/** Leg a of a call to `did` that rang for 5 s and was missed; some minutes ago, as the desk knows no future. */
export function aMissedCall(did: number, given: CdrJson = {}, minutesAgo = 1): CdrJson {
  const time = Date.now() - minutesAgo * minute;
  const startTime = Math.floor(time / second);
  return aCdr({
    to: did,
    from: aCaller(),
    time,
    start_time: startTime,
    end_time: startTime + 5,
    ...given,
  });
}

/** Posts what nobody can read: `{"nonsense": 1}`, `2`, … */
export async function postNonsense(desk: Desk, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const answer = await fetch(`${desk.url}/api/webhook/cdr/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ nonsense: at }),
    });
    expect(answer.status).toBe(202);
  }
}

/** Callers who were missed on a DID of their own, so many minutes ago each. */
export async function waiting<Minutes extends number[]>(
  desk: Desk,
  ...minutesAgo: Minutes
): Promise<{ did: number; calls: { [Index in keyof Minutes]: CdrJson } }> {
  const did = aDid();
  const calls = minutesAgo.map((minutes) => aMissedCall(did, {}, minutes));
  for (const call of calls) await desk.post(call);
  return { did, calls: calls as { [Index in keyof Minutes]: CdrJson } };
}

/** Three missed calls, of which Asha called back the first, and one that was answered, on a DID of their own. */
export async function aReportedDay(desk: Desk) {
  const { did, calls } = await waiting(desk, 50, 40, 1);
  const answered = aMissedCall(did, {}, 45);
  await desk.post(answered);
  await desk.post(aLegB(answered, { status: 'answered', duration: 40 }));
  const board = await desk.cast.getAs('Asha', `/api/cases?q=${calls[0].from}`);
  const { cases } = (await board.json()) as { cases: { id: string }[] };
  await desk.cast.postAs('Asha', `/api/cases/${cases[0]!.id}/decisions`, { kind: 'called_back' });
  return { did, calls };
}

/** The caller of a record, or a DID, as the desk shows it: "+91 98841 12233", "+91 44 4211 0011". */
export function shown(number: unknown): string {
  return String(number).replace(/^91(?:(44)(\d{4})(\d{4})|(\d{5})(\d{5}))$/, (_all, ...parts) =>
    ['+91', ...parts.slice(0, 5).filter(Boolean)].join(' '),
  );
}
