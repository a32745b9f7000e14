/** The posts that a small Indian firm's desk would get from PIOPIY, in the order of posting: pure and seeded. */

import { callsOf } from './calls';
import type { Span } from './hours';
import { placed } from './placed';
import { type Post, postsOf } from './posts';
import { type Random, seededRandom, whole } from './random';

export type Traffic = Span & {
  /** 0 to 4294967295 */
  seed: number;
  /** For a live run, how much faster than life it goes: 1 or more. */
  rate?: number;
};

/**
 * The same options give the same bytes. With `days` the calls lie in the days before `endsAt`; without, they begin
 * at `endsAt` at the pace of a busy hour, and each post is to be sent at its `at`.
 */
export function traffic({ seed, rate = 1, ...span }: Traffic): Post[] {
  const random = seededRandom(seed);
  // A seed used again at another time tells of other calls, so their ids must not be the same.
  const ids = seededRandom((seed ^ span.endsAt ^ Math.floor(span.endsAt / 2 ** 32)) >>> 0);
  const calls = callsOf(random, span);
  const onClock = span.days === 0 ? placed(calls, span.endsAt, rate) : calls;
  const posts = onClock.flatMap((call, index) => postsOf(random, ids, call, index, rate));
  posts.sort((a, b) => a.at - b.at);
  return withBalances(random, posts);
}

/** What the account still holds when a record is sent: less every time, until somebody pays in. */
function withBalances(random: Random, posts: Post[]): Post[] {
  let paise = 89_900;
  return posts.map((post) => {
    if (!('balance' in post.body)) return post;
    paise -= whole(random, 1, 60);
    if (paise < 5_000) paise += 150_000;
    return { ...post, body: { ...post.body, balance: (paise / 100).toFixed(6) } };
  });
}
