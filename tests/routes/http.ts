/** The doors as they are asked over HTTP: the route modules, as functions from request to answer. */

import * as decisionRoute from '@/app/api/cases/[id]/decisions/[decision]/route';
import * as decisionsRoute from '@/app/api/cases/[id]/decisions/route';
import * as caseRoute from '@/app/api/cases/[id]/route';
import * as manyRoute from '@/app/api/cases/decisions/route';
import * as casesRoute from '@/app/api/cases/route';
import * as eventsRoute from '@/app/api/events/route';
import * as healthRoute from '@/app/api/health/route';
import * as quarantinedRoute from '@/app/api/quarantine/[place]/route';
import * as quarantineRoute from '@/app/api/quarantine/route';
import * as recordTestRoute from '@/app/api/record-test/route';
import * as rehearsalRoute from '@/app/api/settings/rehearsal/route';
import * as settingsRoute from '@/app/api/settings/route';
import * as webhookWithToken from '@/app/api/webhook/cdr/[token]/route';
import * as webhookRoute from '@/app/api/webhook/cdr/route';
import type { Desk } from '@/desk/the-desk';
import type { BoardJson, CaseJson } from '@/domain/case-json';
import { aCaller, aCdr, aDid, aLeg, type CdrJson, morning } from '../builders';
import { aDesk, type Engine, post, webhookToken, withClock } from '../desks';

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** Decisions of many stand before the id of a case, as Next has it. */
const routes: [RegExp, object][] = [
  [/^\/api\/webhook\/cdr$/, webhookRoute],
  [/^\/api\/webhook\/cdr\/(?<token>[^/]+)$/, webhookWithToken],
  [/^\/api\/cases$/, casesRoute],
  [/^\/api\/cases\/decisions$/, manyRoute],
  [/^\/api\/cases\/(?<id>[^/]+)$/, caseRoute],
  [/^\/api\/cases\/(?<id>[^/]+)\/decisions$/, decisionsRoute],
  [/^\/api\/cases\/(?<id>[^/]+)\/decisions\/(?<decision>[^/]+)$/, decisionRoute],
  [/^\/api\/settings$/, settingsRoute],
  [/^\/api\/settings\/rehearsal$/, rehearsalRoute],
  [/^\/api\/quarantine$/, quarantineRoute],
  [/^\/api\/quarantine\/(?<place>[^/]+)$/, quarantinedRoute],
  [/^\/api\/record-test$/, recordTestRoute],
  [/^\/api\/events$/, eventsRoute],
  [/^\/api\/health$/, healthRoute],
];

/** Asks a door, from this machine unless the headers say otherwise. */
export async function ask(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000');
  const headers = new Headers(init.headers);
  if (!headers.has('host')) headers.set('host', url.host);
  const request = new Request(url, { ...init, headers });
  const [pattern, methods] = routes.find(([pattern]) => pattern.test(url.pathname))!;
  const name = request.method === 'HEAD' ? 'GET' : request.method;
  const handler = (methods as Record<string, Handler>)[name]!;
  return handler(request, { params: Promise.resolve({ ...pattern.exec(url.pathname)?.groups } as never) });
}

export async function askJson<Body = Record<string, unknown>>(path: string, init: RequestInit = {}) {
  const answer = await ask(path, init);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}

export const getBoard = (search = '', headers: HeadersInit = {}) =>
  askJson<BoardJson>(`/api/cases${search}`, { headers });

export const getCase = (id: string) => askJson<CaseJson & { error?: string }>(`/api/cases/${id}`);

/** Sends JSON to a door that changes the desk. */
export const change = (method: 'POST' | 'DELETE', path: string, body?: unknown, headers: HeadersInit = {}) =>
  askJson(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });

export const postCdr = (
  body: RequestInit['body'],
  init: RequestInit & { duplex?: 'half' } = {},
  path = `/api/webhook/cdr/${webhookToken}`,
) => ask(path, { method: 'POST', body, ...init });

/** A desk behind the doors, at 10:00 until somebody sets `clock.now`. */
export async function aDeskAtTheDoors(env: Record<string, string> = {}, engine: Engine = 'sqlite') {
  const clock = { now: morning };
  const desk = withClock(await aDesk(engine, env), () => clock.now);
  (globalThis as { ringbackDesk?: Promise<Desk> }).ringbackDesk = Promise.resolve(desk);

  /** Posts a missed call of its own caller and DID, unless they are given. */
  async function missedCall(given: CdrJson = {}) {
    const record = aCdr({ to: aDid(), from: aCaller(), ...given });
    await post(desk, record);
    return { record, id: aLeg(record).callId, did: `+${record.to}`, caller: `+${record.from}` };
  }

  return { desk, clock, missedCall };
}
