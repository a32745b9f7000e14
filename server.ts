/** The front door of a server of one's own: it answers the API itself, and leaves the pages to Next beside it. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { getRequestListener } from '@hono/node-server';
import { openBoard } from '@/desk/board';
import { withDailyWork } from '@/desk/daily';
import { settleForwarded } from '@/desk/forwarded';
import { greeting } from '@/desk/greeting';
import { openIntake } from '@/desk/intake';
import { withAlerts } from '@/desk/outbox';
import { theDesk } from '@/desk/the-desk';
import { env } from './env';
import { sayAtOnce } from './front/at-once';
import { startCheckpoints } from './front/checkpoints';
import { countAnswer } from './front/count';
import { openCrowd, refuseCrowd } from './front/crowd';
import { isOfApi, openDoors } from './front/doors';
import { fewAhead, startIntake } from './front/intake';
import { listen } from './front/listen';
import { startPages } from './front/pages';
import { say } from './front/say';
import { readApart } from './front/slow-reads';
import { stopOnSignal } from './front/stop';
import { askedTogether } from './front/together';
import { log, logEverything } from './log';
import { version } from './package.json';
import { apiHeaders, headersBehindTls, pageHeaders, safeHeaders } from './safe-headers.mjs';

/** What a connection may take of our time, ms: its headers, and the whole of a request with its body. */
const headersMs = 10_000;
const requestMs = 30_000;
/** How often connections are looked at for that, ms. */
const checkMs = 5_000;
/** How long a connection is kept for the next request, ms: longer than a proxy before us keeps it. */
const keptMs = 75_000;
/** A thousand desks with their streams and polls, and PIOPIY beside them. */
const mostConnections = 5000;

// What is young in memory is little, and soon swept by one: helpers would cost more than they save.
setFlagsFromString('--no-parallel-scavenge');
// What screens ask for grows old before the next question and is forgotten then: it is swept at twice what lives,
// not at up to four times.
setFlagsFromString('--heap-growing-percent=100');
// Two hundred open streams teach V8 that what is made for a request lives long. What it then makes among the old is found
// dead only with a sweep of all, and until then holds whatever young it names: the whole of each request.
setFlagsFromString('--no-allocation-site-pretenuring');

try {
  await start();
} catch (error) {
  console.error(`Ringback does not start. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { PUBLIC_URL, TRUST_PROXY } = env();
  const everywhere = Object.entries({
    ...safeHeaders,
    ...(PUBLIC_URL?.startsWith('https:') && headersBehindTls),
  });
  const ofPages = [...everywhere, ...Object.entries(pageHeaders)];
  const ofApi = [...everywhere, ...Object.entries(apiHeaders)];
  const saidAlways = ofApi.flat();
  const shared = await theDesk();
  const intake = startIntake(shared);
  const endCheckpoints = startCheckpoints(shared.env.DATABASE_URL);
  const endReads = readApart(shared);
  Object.assign(shared, {
    isAtFrontDoor: true,
    receive: openIntake(shared, intake.keep, fewAhead),
    board: openBoard(shared, askedTogether),
  });
  const desk = withAlerts(withDailyWork(shared));
  const doors = getRequestListener(openDoors(), { overrideGlobalObjects: false });
  const isRoomFor = openCrowd();
  const timeouts = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keptMs,
    connectionsCheckingInterval: checkMs,
  };

  const server = createServer(timeouts, (request, response) => {
    const path = pathOf(request.url);
    response.on('finish', () => countAnswer(path, response.statusCode));
    if (!server.listening) response.shouldKeepAlive = false;
    void answer(request, response, path);
  });

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const isForApi = isOfApi(path);
    const isCrowded = isForApi && !isRoomFor(request, response);
    const said = isForApi && !isCrowded ? await sayAtOnce(shared, request, path) : null;
    if (said) return say(response, saidAlways, said);
    settleForwarded(request, TRUST_PROXY);
    for (const [name, value] of isForApi ? ofApi : ofPages) response.setHeader(name, value);
    if (isCrowded) refuseCrowd(response);
    else if (isForApi) await doors(request, response);
    else await pages.answer(request, response);
  }

  server.maxConnections = mostConnections;
  await listen(server, env());
  const pages = startPages();
  stopOnSignal(
    server,
    () => {
      log().info({}, 'The desk stops.');
      desk.pulse.close();
    },
    async () => {
      pages.stop();
      await intake.close();
      await endCheckpoints();
      await endReads();
      await desk.close();
      log().info({}, 'The desk has stopped.');
    },
  );
  await pages.ready();
  console.log(await greeting(desk, (server.address() as AddressInfo).port));
  logEverything();
  log().info({ version, node: process.version }, 'The desk runs.');
}

function pathOf(url = '/'): string {
  return url.replace(/[?#].*$/s, '');
}
