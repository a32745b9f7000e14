/** The front door of a server of one's own: webhook, board and events before Next, the pages through it. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import * as cases from '@/app/api/cases/route';
import * as events from '@/app/api/events/route';
import * as health from '@/app/api/health/route';
import * as webhookWithToken from '@/app/api/webhook/cdr/[token]/route';
import * as webhook from '@/app/api/webhook/cdr/route';
import { greeting } from '@/desk/greeting';
import { isLoopbackAddress, refuseStranger } from '@/desk/strangers';
import { type Desk, theDesk } from '@/desk/the-desk';
import { env } from './env';

/** How long a stop waits for what is under way, ms. */
const drainMs = 10_000;

type Params = { params: Promise<Record<string, string>> };
type Method = (request: Request, params: Params) => Promise<Response>;
type Door = { path: RegExp; methods: Record<string, unknown>; isPublic?: true };

/** The route modules that this server answers itself, by their own paths; Next answers everything else. */
const doors: Door[] = [
  { path: /^\/api\/webhook\/cdr\/?$/, methods: webhook, isPublic: true },
  { path: /^\/api\/webhook\/cdr\/(?<token>[^/]+)\/?$/, methods: webhookWithToken, isPublic: true },
  { path: /^\/api\/cases\/?$/, methods: cases },
  { path: /^\/api\/events\/?$/, methods: events },
  { path: /^\/api\/health\/?$/, methods: health, isPublic: true },
];

try {
  await start();
} catch (error) {
  console.error(`Ringback does not start. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { HOST, PORT } = env();
  const desk = await theDesk();
  const pages = next({ dev: false, hostname: HOST, port: PORT });
  await pages.prepare();
  const toPages = pages.getRequestHandler();
  const toDoors = getRequestListener(answerAtDoor, { overrideGlobalObjects: false });

  const server = createServer((request, response) => {
    if (!server.listening) response.setHeader('connection', 'close');
    const door = doorFor(pathOf(request));
    const refusal = door?.isPublic ? null : refusalOf(request);
    if (refusal) refuse(response, refusal);
    else if (door) void toDoors(request, response);
    else void toPages(request, response);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server, desk));
  await listen(server, PORT, HOST);
  console.log(greeting(desk, (server.address() as AddressInfo).port));
}

async function answerAtDoor(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const door = doorFor(pathname)!;
  const name = request.method === 'HEAD' ? 'GET' : request.method;
  const answer = door.methods[name] as Method | undefined;
  if (!/^[A-Z]+$/.test(name) || typeof answer !== 'function') return methodNotAllowed(door);
  const params = Object.entries(door.path.exec(pathname)?.groups ?? {});
  return answer(request, {
    params: Promise.resolve(Object.fromEntries(params.map(([key, value]) => [key, decoded(value)]))),
  });
}

function doorFor(path: string): Door | undefined {
  return doors.find((door) => door.path.test(path));
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/[?#].*$/s, '');
}

function methodNotAllowed({ methods }: Door): Response {
  const allow = ['GET', 'POST'].filter((name) => name in methods).join(', ');
  return Response.json({ error: `This address takes ${allow}.` }, { status: 405, headers: { allow } });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Who asks from another machine may name any host, so the address decides as well. */
function refusalOf({ socket, headers }: IncomingMessage): string | null {
  if (!isLoopbackAddress(socket.remoteAddress ?? '')) return refuseStranger(new Headers());
  return refuseStranger(new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])));
}

function refuse(response: ServerResponse, sentence: string): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; set PORT to another.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Streams close first, then what is under way is answered; what is left after the deadline is cut off. */
async function stop(server: Server, desk: Desk): Promise<void> {
  const deadline = setTimeout(() => process.exit(0), drainMs).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  desk.pulse.close();
  server.closeIdleConnections();
  await closed;
  await desk.close();
  clearTimeout(deadline);
  process.exit(0);
}
