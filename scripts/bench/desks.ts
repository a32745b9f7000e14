/** Desks that watch as their screens do: each hears the pulse, and at a beat asks for its rows; in a thread of their own. */

import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { parentPort, Worker, workerData } from 'node:worker_threads';

type Watching = { desks: number; url: string; headers: Record<string, string> };

/** Over all desks; ms from a beat to the last byte of the rows, and from asking for them. */
type Watched = {
  beats: number;
  boards: number;
  megabytes: number;
  broken: number;
  beatToRows: { median: number; p99: number };
  askToRows: { median: number; p99: number };
};

/**
 * Opens so many desks at a server (`http://127.0.0.1:3000`), each with a stream, once all of them hear it. `headers` say who
 * they are: a program's `authorization`, or a `cookie`, with which a person may have 20 streams.
 */
export async function watch(desks: number, url: string, headers: Record<string, string>) {
  const worker = new Worker('./dist/scripts/bench/desks.js', {
    workerData: { desks, url, headers } satisfies Watching,
  });
  await Promise.race([
    once(worker, 'message'),
    once(worker, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return {
    /** Ends the desks, and tells how it was. */
    async stop(): Promise<Watched> {
      worker.postMessage('stop');
      const [watched] = await once(worker, 'message');
      await worker.terminate();
      return watched;
    },
  };
}

async function run({ desks, url, headers }: Watching): Promise<void> {
  const seen = {
    beats: 0,
    boards: 0,
    bytes: 0,
    broken: 0,
    beatToRows: [] as number[],
    askToRows: [] as number[],
  };
  const { hostname, port } = new URL(url);

  function get(path: string, agent: Agent, etag?: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const all = { ...headers, ...(etag && { 'if-none-match': etag }) };
      request({ hostname, port, path, agent, headers: all }, resolve).once('error', reject).end();
    });
  }

  /** Reads an answer to its end and gives its ETag. */
  async function read(answer: IncomingMessage): Promise<string | undefined> {
    for await (const bytes of answer) seen.bytes += (bytes as Buffer).length;
    if (answer.statusCode !== 200 && answer.statusCode !== 304) seen.broken += 1;
    return answer.headers.etag;
  }

  async function openDesk(): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    let etag: string | undefined;
    let figures: { etag?: string; askedAt: number } = { askedAt: 0 };
    const everyMs = 5000 + 2000 * Math.random();
    let isAsking = false;
    let heardAt = 0;

    /** One question at a time, and one more where a beat came meanwhile. */
    async function ask(): Promise<void> {
      if (isAsking) return;
      isAsking = true;
      while (heardAt > 0) {
        const beatAt = heardAt;
        heardAt = 0;
        const askedAt = performance.now();
        etag = await read(await get('/api/cases?state=open', agent, etag));
        seen.boards += 1;
        seen.beatToRows.push(performance.now() - beatAt);
        seen.askToRows.push(performance.now() - askedAt);
      }
      isAsking = false;
      if (performance.now() - figures.askedAt < everyMs) return;
      figures = { ...figures, askedAt: performance.now() };
      figures.etag = await read(await get('/api/figures', agent, figures.etag));
    }

    const stream = await get('/api/events', agent);
    if (stream.statusCode !== 200) throw new Error(`The stream was answered with ${stream.statusCode}.`);
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('id: ')) return;
      seen.beats += 1;
      heardAt ||= performance.now();
      ask().catch(() => {
        seen.broken += 1;
        isAsking = false;
      });
    });
    await once(stream, 'data');
  }

  for (let desk = 0; desk < desks; desk += 1) await openDesk();
  parentPort!.postMessage('open');
  await once(parentPort!, 'message');
  const { beats, boards, bytes, broken, beatToRows, askToRows } = seen;
  const megabytes = Math.round(bytes / 1e5) / 10;
  parentPort!.postMessage({
    beats,
    boards,
    megabytes,
    broken,
    beatToRows: quantiles(beatToRows),
    askToRows: quantiles(askToRows),
  } satisfies Watched);
}

function quantiles(times: number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { median: at(0.5), p99: at(0.99) };
}

if (workerData) await run(workerData as Watching);
