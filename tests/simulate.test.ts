import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { dids } from '../scripts/simulate/people';
import type { Post } from '../scripts/simulate/posts';
import { sendAll, type Tally } from '../scripts/simulate/send';
import { traffic } from '../scripts/simulate/traffic';

const endsAt = Date.UTC(2026, 10, 20, 12);
const week = traffic({ seed: 7, calls: 500, days: 7, endsAt });
const live = traffic({ seed: 7, calls: 200, days: 0, endsAt, rate: 60 });
const text = (posts: unknown[]) => JSON.stringify(posts);
const isCdr = ({ body }: Post) =>
  body.type === 'cdr' || ['duration', 'answeredsec', 'waitedsec', 'end_time'].some((key) => key in body);
const isPiopiy = ({ body }: Post) => Number(body.appid) === 2222222;
const recordsOf = (posts: Post[]) => posts.filter((post) => isCdr(post) && isPiopiy(post) && post.copy === 0);
const ofKind = (posts: Post[], kind: string) => recordsOf(posts).filter((post) => post.kind === kind);
const legB = (posts: Post[]) => posts.filter(({ body }) => body.leg === 'b');
/** The posts of each call, or of whatever else `key` names. */
const grouped = (posts: Post[], key: (post: Post) => unknown) => [
  ...posts
    .reduce(
      (groups, post) => groups.set(key(post), [...(groups.get(key(post)) ?? []), post]),
      new Map<unknown, Post[]>(),
    )
    .values(),
];

test('the same seed, options and start give the same posts', () => {
  expect(text(traffic({ seed: 7, calls: 500, days: 7, endsAt }))).toBe(text(week));
  expect(text(traffic({ seed: 8, calls: 500, days: 7, endsAt }))).not.toBe(text(week));
});

test('the same seed at another time tells of other calls', () => {
  const ids = (posts: Post[]) => new Set(posts.map(({ body }) => body.cmiuuid));
  const later = ids(traffic({ seed: 7, calls: 500, days: 7, endsAt: endsAt + 60_000 }));
  expect([...ids(week)].filter((id) => later.has(id))).toEqual([]);
});

test('posts come in the order of posting, of exactly as many calls as were asked for', () => {
  expect(week.map(({ at }) => at)).toEqual(week.map(({ at }) => at).sort((a, b) => a - b));
  expect(new Set(week.map(({ call }) => call)).size).toBe(500);
});

describe('in 500 calls there are', () => {
  const some = (name: string, found: (post: Post) => unknown) =>
    test(name, () => expect(week.filter(found).length).toBeGreaterThan(0));
  const inbound = ({ body }: Post) => body.direction === 'inbound';

  for (const did of dids)
    some(`calls to ${did.team}`, ({ body }) => String(body.to).endsWith(did.number.slice(2)));
  some(
    'callers written as a number',
    ({ body }) => inbound({ body } as Post) && typeof body.from === 'number',
  );
  some('callers written as a string', ({ body }) =>
    /^91\d{10}$/.test(`${typeof body.from === 'string' && body.from}`),
  );
  some(
    'callers without a country code',
    ({ body }) => inbound({ body } as Post) && /^[6-9]\d{9}$/.test(`${body.from}`),
  );
  some('callers from London', ({ body }) => `${body.from}`.startsWith('44207946'));
  some('callers from America', ({ body }) => `${body.from}`.startsWith('1415555'));
  some(
    'callers on a landline',
    ({ body }) => inbound({ body } as Post) && /^(91)?(44|80|22|11)\d{8}$/.test(`${body.from}`),
  );
  for (const hidden of [null, 0, '', 'anonymous']) {
    some(`hidden numbers as ${JSON.stringify(hidden)}`, ({ body }) => 'from' in body && body.from === hidden);
  }
  some(
    'short rings',
    ({ kind, body }) => kind === 'missed' && Number(body.end_time) - Number(body.start_time) < 5,
  );
  some('live events', ({ body }) => body.type === 'event');
  some('records of CHUB', ({ body }) => body.virtual_number);
  some(
    'staff of CHUB who did not pick up',
    ({ body }) => body.user && body.leg === 'b' && body.direction === 'inbound',
  );
  some('unknown extra fields', ({ body }) => body.trunk);
  some('extra_params that are not JSON', ({ body }) => `${body.extra_params}`.includes("'"));
  some('times as strings', ({ body }) => typeof body.start_time === 'string');
  some('a fourth copy', ({ copy }) => copy === 3);

  test('missed calls with no, one, two and three legs b', () => {
    const counts = grouped(ofKind(week, 'missed'), ({ call }) => call).map((legs) => legB(legs).length);
    expect([...new Set(counts)].sort()).toEqual([0, 1, 2, 3]);
  });

  test('legs b before, soon after and long after leg a', () => {
    const gaps = grouped(ofKind(week, 'answered'), ({ call }) => call).flatMap((legs) => {
      const [a, b] = ['a', 'b'].map((leg) => legs.find(({ body }) => body.leg === leg));
      return a && b ? [b.at - a.at] : [];
    });
    expect(gaps.some((gap) => gap < 0)).toBe(true);
    expect(gaps.some((gap) => gap > 0 && gap < 5_000)).toBe(true);
    expect(gaps.some((gap) => gap > 10_000)).toBe(true);
  });

  test('callers who ring again within ten minutes of a missed call', () => {
    const missed = ofKind(week, 'missed').filter(({ body }) => body.leg === 'a' && Number(body.from) > 0);
    const last10 = ({ body }: Post) => `${body.from}`.slice(-10);
    const again = missed.filter((one) =>
      week.some(
        (other) =>
          other.call > one.call &&
          other.body.direction === 'inbound' &&
          last10(other) === last10(one) &&
          other.at - one.at < 600_000,
      ),
    );
    expect(again.length).toBeGreaterThan(10);
  });
});

test('leg b of a call that came in says outbound, with our DID in "to" and the caller in "from"', () => {
  const inbound = ['answered', 'missed', 'missed after a menu'].flatMap((kind) => ofKind(week, kind));
  for (const legs of grouped(inbound, ({ call }) => call)) {
    const a = legs.find(({ body }) => body.leg === 'a')?.body;
    expect(a?.direction).toBe('inbound');
    for (const { body } of legB(legs)) {
      expect(body.direction).toBe('outbound');
      expect(body).not.toHaveProperty('request_id');
      expect([body.to, body.from, body.conversation_uuid].map(String)).toEqual(
        [a?.to, a?.from, a?.conversation_uuid].map(String),
      );
    }
  }
});

test('a menu answers leg a while every leg b is missed', () => {
  for (const { body } of ofKind(week, 'missed after a menu')) {
    expect(body.status).toBe(body.leg === 'a' ? 'answered' : 'missed');
  }
});

test('a callback rings our staff first, then somebody who was missed before', () => {
  const calls = ['callback answered', 'callback missed'].flatMap((kind) =>
    grouped(ofKind(week, kind), (post) => post.call),
  );
  expect(calls.length).toBeGreaterThan(20);
  for (const legs of calls) {
    const [a, b] = ['a', 'b'].map((leg) => legs.find(({ body }) => body.leg === leg)?.body);
    expect(a?.request_id).toMatch(/^[A-Za-z0-9]{43}$/);
    expect(b?.request_id).toBe(a?.request_id);
    expect(`${a?.to}`).toMatch(/^91/);
    const isMissed = ({ body, kind }: Post) =>
      kind.startsWith('missed') && `${body.from}`.slice(-10) === `${b?.to}`.slice(-10);
    expect(
      week
        .slice(
          0,
          week.findIndex(({ body }) => body === (b ?? a)),
        )
        .some(isMissed),
    ).toBe(true);
  }
  const lone = grouped(ofKind(week, 'callback without our staff'), ({ call }) => call);
  expect(lone.every((legs) => legs.length === 1 && legs[0]?.body.status === 'missed')).toBe(true);
});

test('a record is sent at most four times, 5, 10 and 15 minutes after each other, with another balance', () => {
  const kept = (body: object) => text([{ ...body, balance: undefined }]);
  for (const copies of grouped(week.filter(isCdr), ({ body }) => kept(body))) {
    expect(copies.length).toBeLessThanOrEqual(4);
    const first = copies[0]?.at ?? 0;
    expect(copies.map(({ at }) => (at - first) / 60_000)).toEqual([0, 5, 15, 30].slice(0, copies.length));
    const balances = copies.flatMap(({ body }) => body.balance ?? []);
    expect(new Set(balances).size).toBe(balances.length);
  }
});

test('time is in milliseconds, start_time and end_time in seconds, and all lie in the days asked for', () => {
  for (const { body, at } of recordsOf(week)) {
    expect(String(body.time)).toMatch(/^\d{10}000$/);
    if (!('end_time' in body)) continue;
    expect(Number(body.start_time)).toBeGreaterThan(endsAt / 1000 - 7 * 86_400);
    expect(Number(body.start_time)).toBeLessThan(Number(body.end_time));
    expect(Number(body.end_time) * 1000).toBeLessThanOrEqual(Math.min(at, endsAt));
  }
});

test('the firm is busy by day and quiet by night', () => {
  const month = recordsOf(traffic({ seed: 3, calls: 2_000, days: 28, endsAt }));
  const indianHour = (at: number) => new Date(at + 5.5 * 3_600_000).getUTCHours();
  const during = (...hours: number[]) => month.filter(({ at }) => hours.includes(indianHour(at))).length;
  expect(during(11, 16)).toBeGreaterThan(20 * during(2, 3));
});

test('a live run tells of calls that have just ended, and one person is never on two calls at once', () => {
  const timed = recordsOf(live).filter(({ body }) => 'end_time' in body);
  for (const { body, at } of timed) {
    expect(at - Number(body.end_time) * 1000).toBeGreaterThanOrEqual(0);
    const isLast = timed.every(
      (other) =>
        other.body.conversation_uuid !== body.conversation_uuid ||
        Number(other.body.end_time) <= Number(body.end_time),
    );
    if (isLast) expect(at - Number(body.end_time) * 1000).toBeLessThan(10_000);
  }
  for (const { body, at } of live) expect(Number(body.time)).toBeLessThanOrEqual(at);
  const whole = timed.filter(
    ({ body, kind }) => body.leg === 'a' && Number(body.from) > 0 && !kind.startsWith('callback'),
  );
  for (const calls of grouped(whole, ({ body }) => `${body.from}`.slice(-10))) {
    const inOrder = calls.toSorted((a, b) => a.call - b.call);
    inOrder.reduce((before, after) => {
      expect(Number(after.body.start_time)).toBeGreaterThan(Number(before.body.end_time));
      return after;
    });
  }
});

test('every number is a valid one', () => {
  const callers = week.flatMap(({ body }) =>
    body.direction === 'inbound' && Number(body.from) > 0 ? [`${body.from}`] : [],
  );
  for (const number of [...callers, ...dids.map((did) => did.number)]) {
    const isValid = [parsePhoneNumberFromString(number, 'IN'), parsePhoneNumberFromString(`+${number}`)].some(
      (one) => one?.isValid(),
    );
    expect(isValid, number).toBe(true);
  }
});

test('a full desk is asked again when it says so', async () => {
  let asked = 0;
  const desk = createServer((request, response) => {
    request.resume();
    asked += 1;
    response.writeHead(asked === 1 ? 503 : 200, { 'retry-after': '0' }).end('got it');
  });
  await new Promise<void>((ready) => desk.listen(0, '127.0.0.1', ready));
  const url = new URL(`http://127.0.0.1:${(desk.address() as AddressInfo).port}/`);
  const tally: Tally = { posted: 0, copies: 0, calls: new Map(), answers: new Map() };
  await sendAll(week.slice(0, 20), { url, token: undefined }, false, tally, new AbortController().signal);
  desk.close();
  expect([...tally.answers]).toEqual([[200, 20]]);
  expect(asked).toBe(21);
});
