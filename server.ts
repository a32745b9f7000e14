/** The front door of a server of one's own: webhook, board and events before Next, the pages through it. */

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import * as cases from '@/app/api/cases/route';
import * as events from '@/app/api/events/route';
import * as health from '@/app/api/health/route';
import * as webhookWithToken from '@/app/api/webhook/cdr/[token]/route';
import * as webhook from '@/app/api/webhook/cdr/route';
import { settleForwarded } from '@/desk/forwarded';
import { greeting } from '@/desk/greeting';
import { type Desk, theDesk } from '@/desk/the-desk';
import { env } from './env';
import { apiHeaders, headersBehindTls, safeHeaders } from './safe-headers.mjs';

/** How long a stop waits for what is under way, ms. */
const drainMs = 10_000;
/** How often connections that have become idle are closed meanwhile, ms. */
const sweepMs = 50;
/** How long a connection may stay that has not asked anything, ms. */
const unaskedMs = 500;

type Params = { params: Promise<Record<string, string>> };
type Method = (request: Request, params: Params) => Promise<Response>;
type Door = { path: RegExp; methods: Record<string, unknown> };

/** The route modules that this server answers itself, by their own paths; Next answers everything else. */
const doors: Door[] = [
  { path: /^\/api\/webhook\/cdr\/?$/, methods: webhook },
  { path: /^\/api\/webhook\/cdr\/(?<token>[^/]+)\/?$/, methods: webhookWithToken },
  { path: /^\/api\/cases\/?$/, methods: cases },
  { path: /^\/api\/events\/?$/, methods: events },
  { path: /^\/api\/health\/?$/, methods: health },
];

try {
  await start();
} catch (error) {
  console.error(`Ringback does not start. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { HOST, PORT, PUBLIC_URL, TRUST_PROXY } = env();
  const everywhere = { ...safeHeaders, ...(PUBLIC_URL?.startsWith('https:') && headersBehindTls) };
  const desk = await theDesk();
  const pages = next({ dev: false, hostname: HOST, port: PORT });
  await pages.prepare();
  const toPages = pages.getRequestHandler();
  const toDoors = getRequestListener(answerAtDoor, { overrideGlobalObjects: false });

  const server = createServer((request, response) => {
    if (!server.listening) response.setHeader('connection', 'close');
    settleForwarded(request, TRUST_PROXY);
    const path = pathOf(request);
    const headers = path.startsWith('/api/') ? { ...everywhere, ...apiHeaders } : everywhere;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (doorFor(path)) void toDoors(request, response);
    else void toPages(request, response);
  });
  const unasked = unaskedSocketsOf(server);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(server, desk, unasked));
  await listen(server, PORT, HOST);
  console.log(await greeting(desk, (server.address() as AddressInfo).port));
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; set PORT to another.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Sockets that a browser keeps ready and has asked nothing on yet: Node does not count them as idle. */
function unaskedSocketsOf(server: Server): Set<Socket> {
  const unasked = new Set<Socket>();
  server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.on('request', ({ socket }) => unasked.delete(socket));
  return unasked;
}

/** Streams close first, then what is under way is answered; what is left after the deadline is cut off. */
async function stop(server: Server, desk: Desk, unasked: Set<Socket>): Promise<void> {
  const deadline = setTimeout(() => process.exit(0), drainMs).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  desk.pulse.close();
  // A request whose first bytes are on their way still comes in.
  setTimeout(() => {
    for (const socket of unasked) socket.destroy();
  }, unaskedMs);
  // A connection is idle once its stream has ended, or its last answer has gone out.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  await closed;
  clearInterval(sweep);
  await desk.close();
  clearTimeout(deadline);
  process.exit(0);
}
