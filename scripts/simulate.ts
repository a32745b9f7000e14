/** `npm run simulate`: believable PIOPIY traffic through the webhook of a desk. */

import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { kinds } from './simulate/calls';
import { type Options, optionsFrom, usage, WrongOption } from './simulate/options';
import { lookFor, NoDesk, sendAll, type Tally } from './simulate/send';
import { traffic } from './simulate/traffic';

const tokenFile = 'data/webhook-token';
const progressMs = 10_000;

try {
  const options = optionsFrom(process.argv.slice(2));
  if (options) process.exitCode = await simulate(options);
  else console.log(usage);
} catch (error) {
  if (!(error instanceof WrongOption)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Gives the exit code: 0 when every record was taken. */
async function simulate(options: Options): Promise<number> {
  const { url, rate, calls, days, token = ownToken(url), seed = randomInt(2 ** 32) } = options;
  const isLive = days === 0;
  const posts = traffic({ seed, calls, days, endsAt: Date.now(), rate });
  const past = days === 1 ? 'of the last day, at once' : `of the last ${days} days, at once`;
  const pace = isLive ? `live, ${rate} times as fast as life` : past;
  console.log(`Seed ${seed}: ${calls} calls in ${posts.length} records, ${pace}, to ${url.host}.`);

  const tally: Tally = { posted: 0, copies: 0, calls: new Map(), answers: new Map() };
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  const tell = () => console.log(`${tally.posted} of ${posts.length} records posted`);
  const progress = setInterval(tell, progressMs);
  let hasDesk = true;
  try {
    await lookFor({ url, token }, stopped.signal);
    await sendAll(posts, { url, token }, isLive, tally, stopped.signal);
  } catch (error) {
    if (!(error instanceof NoDesk || stopped.signal.aborted)) throw error;
    hasDesk = stopped.signal.aborted;
    if (!hasDesk) console.error((error as Error).message);
  }
  clearInterval(progress);
  if (hasDesk || tally.posted > 0) console.log(summary(seed, tally));
  if (stopped.signal.aborted) return 130;
  return hasDesk && isAllTaken(tally) ? 0 : 1;
}

/** The token that the desk of this folder made for itself; none is needed where the URL holds one. */
function ownToken(url: URL): string | undefined {
  if (url.searchParams.has('token') || !/\/cdr\/?$/.test(url.pathname)) return undefined;
  const kept = existsSync(tokenFile) ? readFileSync(tokenFile, 'utf8') : '';
  const [token] = kept.match(/[^\s,]+/) ?? [];
  if (token) return token;
  throw new WrongOption(`No token: start the desk once, it makes ${tokenFile}, or give --token or --url.`);
}

function summary(seed: number, tally: Tally): string {
  const happened = [...tally.calls.values()];
  const byKind = kinds.map((kind) => `${happened.filter((one) => one === kind).length} ${kind}`);
  const byStatus = [...tally.answers]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${times} × ${status}`);
  const doubt = isAllTaken(tally) ? '' : '; only 2xx means that a record is kept';
  return [
    `Seed ${seed}: ${tally.posted} records posted, ${tally.copies} of them copies.`,
    `Calls: ${happened.length} (${byKind.join(', ')}).`,
    `Answers: ${byStatus.join(', ') || 'none'}${doubt}.`,
  ].join('\n');
}

function isAllTaken({ answers }: Tally): boolean {
  return [...answers.keys()].every((status) => status >= 200 && status < 300);
}
