/** Posts records to a webhook as PIOPIY would, and counts what it answered. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Kind } from './calls';
import type { Post } from './posts';

export type Target = {
  url: URL;
  /** For the Authorization header; undefined where the URL holds it. */
  token: string | undefined;
};

export type Tally = {
  posted: number;
  copies: number;
  calls: Map<number, Kind>;
  answers: Map<number, number>;
};

/** Why nothing more can be posted, in a sentence. */
export class NoDesk extends Error {}

const underWay = 8;
const tries = 6;
const longestWaitMs = 30_000;
const patienceMs = 30_000;

/**
 * Posts in order, at most eight at a time: each at its `at` when live, else at once. Fills `tally` as it goes. Ends
 * early when `signal` aborts; throws `NoDesk`.
 */
export async function sendAll(
  posts: Post[],
  target: Target,
  isLive: boolean,
  tally: Tally,
  signal: AbortSignal,
) {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const queue = posts.values();
  const sender = async () => {
    for (const post of queue) {
      if (isLive) await sleep(Math.max(0, post.at - Date.now()), undefined, { signal: stop });
      stop.throwIfAborted();
      count(tally, post, await answerTo(post, target, stop));
    }
  };
  const senders = Array.from({ length: underWay }, () =>
    sender().catch((error) => {
      if (!stop.aborted) failed.abort(error);
    }),
  );
  await Promise.all(senders);
  if (failed.signal.aborted) throw failed.signal.reason;
}

/** Looks whether a desk is there and knows the token, as PIOPIY's dashboard does. Throws `NoDesk`. */
export async function lookFor(target: Target, stop: AbortSignal) {
  await asked(target, stop, { method: 'HEAD' });
}

function count(tally: Tally, post: Post, status: number) {
  tally.posted += 1;
  if (post.copy > 0) tally.copies += 1;
  tally.calls.set(post.call, post.kind);
  tally.answers.set(status, (tally.answers.get(status) ?? 0) + 1);
}

/** The last answer's status. A desk that is full (503) is asked again when it says so, a broken line as well. */
async function answerTo(post: Post, target: Target, stop: AbortSignal): Promise<number> {
  for (let left = tries - 1; ; left -= 1) {
    const answer = await asked(target, stop, { method: 'POST', body: JSON.stringify(post.body) });
    if (answer.status !== null && (answer.status !== 503 || left === 0)) return answer.status;
    if (left === 0) throw new NoDesk(`The line to ${target.url.host} broke ${tries} times.`);
    await sleep(answer.waitMs, undefined, { signal: stop });
  }
}

/** `status` is null when the line broke before an answer came; the record may have arrived. */
async function asked({ url, token }: Target, stop: AbortSignal, request: RequestInit) {
  const response = await fetch(url, {
    ...request,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    redirect: 'manual',
    signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
  }).catch((error) => {
    stop.throwIfAborted();
    if (isRefused(error))
      throw new NoDesk(`No desk answers at ${url.host}: start it with npm start, or give --url.`);
    return null;
  });
  await response?.arrayBuffer().catch(() => null);
  if (response?.status === 401) throw new NoDesk(`The desk at ${url.host} says that the token is wrong.`);
  return { status: response?.status ?? null, waitMs: waitMsOf(response?.headers.get('retry-after') ?? null) };
}

function isRefused(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND';
}

/** Seconds or a date, as HTTP has it. */
function waitMsOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? 1);
  const ms = Number.isNaN(seconds) ? Date.parse(String(retryAfter)) - Date.now() : seconds * 1000;
  return Math.min(Math.max(Number.isNaN(ms) ? 1_000 : ms, 100), longestWaitMs);
}
