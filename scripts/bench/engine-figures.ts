/** What one engine takes for reading and folding, over the wire, at a desk of a firm's size. */

import { Agent, request } from 'node:http';
import { openDesk } from '@/desk/the-desk';
import { readEnv } from '@/env';
import { type Arm, apiToken, ours, token } from './arms';
import { aRecord, did, fillDesk, fillInsistent, fillRegular, insistent, regular } from './firm';
import { type Figure, measure, timeOf } from './measure';

/** The desk's calls, and how many of them still wait. */
export const deskCalls = 5000;
export const deskWaiting = 500;
/** How many calls the two callers with a long history have. */
const longHistory = 2000;

export async function engineFigures(databaseUrl: string): Promise<Figure[]> {
  const desk = await openDesk(
    readEnv({ DATABASE_URL: databaseUrl, WEBHOOK_TOKENS: token, API_TOKEN: apiToken }),
  );
  if ((await desk.store.read.revision()) > 0) throw new Error(`${databaseUrl} is not empty.`);
  await fillDesk(desk, deskCalls, deskWaiting);
  await fillRegular(desk, longHistory);
  await fillInsistent(desk, longHistory);
  await desk.close();
  const server = await ours(databaseUrl);
  try {
    return await figuresOf(server);
  } finally {
    await server.stop();
  }
}

async function figuresOf({ origin, url }: Arm): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const get = (path: string, etag?: string) => ask(agent, 'GET', origin + path, undefined, etag);
  const etag = await get('/api/cases');
  let sent = 3e6;
  const postOne = () => ask(agent, 'POST', url, aRecord(sent++, 'missed', Date.now()));
  /** Calls of half a day ago and a second apart, so that each begins after the one before. */
  const post = (status: 'missed' | 'answered', from: number) => {
    const at = Date.now() - 432e5 + (sent % 1e6) * 1000;
    return ask(agent, 'POST', url, { ...aRecord(sent++, status, at), from, to: did });
  };
  /** A missed call and, not measured, the answered one that settles it: the caller's history stays as long as it is. */
  const missAndSettle = async (from: number) => {
    const took = await timeOf(() => post('missed', from));
    await post('answered', from);
    return took;
  };
  return [
    await measure('GET /api/cases, nothing changed (304)', 500, () => timeOf(() => get('/api/cases', etag))),
    await measure('GET /api/cases, built for this revision', 300, () => timeOf(() => get('/api/cases'))),
    await measure('GET /api/cases after each change', 100, async () => {
      await postOne();
      return timeOf(() => get('/api/cases'));
    }),
    await measure('GET / (the page)', 50, () => timeOf(() => get('/'))),
    await measure('POST a miss of a fresh caller', 100, () => missAndSettle(919700000000 + sent)),
    await measure(`POST a miss of one with ${longHistory} calls`, 100, () => missAndSettle(regular)),
    await measure(`POST a miss of one with ${longHistory} in an open case`, 100, () =>
      timeOf(() => post('missed', insistent)),
    ),
    await measure('POST one record, one sender', 200, () => timeOf(postOne)),
    await measure('POST one record, 16 senders', 1000, () => timeOf(postOne), 16),
  ];
}

/** Gives the answer's ETag. */
function ask(agent: Agent, method: string, url: string, body?: object, etag = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${apiToken}`,
      ...(etag && { 'if-none-match': etag }),
    };
    const asking = request(url, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        const isExpected = (answer.statusCode ?? 500) < 300 || answer.statusCode === 304;
        if (isExpected) resolve(answer.headers.etag ?? '');
        else reject(new Error(`${method} ${url} answered ${answer.statusCode}.`));
      });
    });
    asking.once('error', reject);
    asking.end(body ? JSON.stringify(body) : undefined);
  });
}
