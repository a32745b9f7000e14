/** The doors as they are asked over HTTP: the route modules, as functions from request to answer. */

import type { Desk } from '@/desk/the-desk';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import { aCaller, aCdr, aDid, aLeg, type CdrJson, morning } from '../builders';
import { aDesk, type Engine, givenEngine, post, webhookToken, withClock } from '../desks';
import { cookieOf } from '../signed-in';
import { doors } from './doors';

export const here = 'http://localhost:3000';

/** `as` is who asks: Asha unless it is said otherwise, null for nobody. */
type Asking = RequestInit & { duplex?: 'half'; as?: string | null };

const shared = globalThis as { ringbackDesk?: Promise<Desk> };

/** Asks a door, from this machine unless the headers say otherwise; a cookie or token of the headers speaks for itself. */
export async function ask(path: string, { as = 'Asha', ...init }: Asking = {}): Promise<Response> {
  const url = new URL(path, here);
  const headers = new Headers(init.headers);
  if (!headers.has('host')) headers.set('host', url.host);
  if (as !== null && !headers.has('cookie') && !headers.has('authorization'))
    headers.set('cookie', await cookieOf((await shared.ringbackDesk)!, as));
  const request = new Request(url, { ...init, headers });
  const { pattern, methods } = doors.find(({ pattern }) => pattern.test(url.pathname))!;
  const answer = methods[request.method === 'HEAD' ? 'GET' : request.method]!;
  return answer(request, { params: Promise.resolve({ ...pattern.exec(url.pathname)?.groups } as never) });
}

export async function askJson<Body = Record<string, unknown>>(path: string, init: Asking = {}) {
  const answer = await ask(path, init);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}

export const getBoard = (search = '', init: Asking = {}) => askJson<BoardJson>(`/api/cases${search}`, init);

export const getCase = (id: string, init: Asking = {}) =>
  askJson<CaseJson & { error?: string }>(`/api/cases/${id}`, init);

type Change = 'POST' | 'PATCH' | 'DELETE';

/** Sends JSON to a door that changes the desk, from a page of the desk unless the headers say otherwise. */
export const change = (method: Change, path: string, body?: unknown, { headers, ...init }: Asking = {}) =>
  askJson(path, {
    ...init,
    method,
    headers: { 'content-type': 'application/json', origin: here, ...(headers as Record<string, string>) },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });

export const postCdr = (
  body: RequestInit['body'],
  init: Asking = {},
  path = `/api/webhook/cdr/${webhookToken}`,
) => ask(path, { method: 'POST', body, as: null, ...init });

/** A desk behind the doors, at 10:00 until somebody sets `clock.now`. */
export async function aDeskAtTheDoors(env: Record<string, string> = {}, engine: Engine = givenEngine) {
  const clock = { now: morning };
  const desk = withClock(await aDesk(engine, env), () => clock.now);
  shared.ringbackDesk = Promise.resolve(desk);

  /** Posts a missed call of its own caller and DID, unless they are given. */
  async function missedCall(given: CdrJson = {}) {
    const record = aCdr({ to: aDid(), from: aCaller(), ...given });
    await post(desk, record);
    return { record, id: aLeg(record).callId, did: `+${record.to}`, caller: `+${record.from}` };
  }

  return { desk, clock, missedCall };
}
