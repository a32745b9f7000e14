/** `kill -9` of the server while it sends alerts to a receiver in trouble: each arrives, and doubles can be told by their id. */

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aReceiver, everything } from './alerts';
import { aCaller, aCdr, aDid, aLeg } from './builders';
import { aFolder, spawnServer, until } from './built-server';
import { anAccount, cookieIn } from './signed-in';

const token = 'a-token-for-the-killed-server';
const calls = 24;
const kills = 3;

/** Fails now and then, answers twice, or not at all; then it has been told anyway, and does not say so. */
const troubles = new Map<number, number | 'hang' | 'twice'>([
  [2, 500],
  [4, 'hang'],
  [5, 'twice'],
  [9, 503],
  [12, 429],
  [15, 302],
  [20, 'twice'],
]);

async function start(folder: string) {
  const server = spawnServer({
    DATABASE_URL: `file:${folder}/ringback.db`,
    WEBHOOK_TOKENS: token,
    ALERTS_PRIVATE_ADDRESSES: 'allow',
  });
  const origin = await until(server, /The desk: (\S+)/);
  return { ...server, origin: origin.replace('localhost', '127.0.0.1') };
}

test('every alert reaches a receiver that fails, is slow and answers twice, though the server is killed', async () => {
  const taken = new Map<string, string>();
  const hook = await aReceiver(({ body, headers }, count) => {
    const answer = troubles.get(count) ?? 204;
    if (answer === 204 || answer === 'twice') taken.set(caseIn(body), String(headers['webhook-id']));
    return answer;
  });
  const folder = aFolder();
  let server = await start(folder);
  await makeChannel(server.origin, hook.url);

  const sent = new Set<string>();
  const post = async () => {
    const record = aCdr({ to: aDid(), from: aCaller(), time: Date.now(), start_time: Date.now() / 1000 });
    const answer = await fetch(`${server.origin}/api/webhook/cdr/${token}`, {
      method: 'POST',
      body: JSON.stringify(record),
    });
    expect(answer.status).toBe(200);
    sent.add(aLeg(record).callId);
  };
  for (let kill = 0; kill < kills; kill += 1) {
    for (let call = 0; call < calls / kills; call += 1) await post();
    // In the middle of things: the calls of the round before have settled, and are on their way.
    const enough = hook.received.length + (kill === 0 ? 0 : 2);
    while (hook.received.length < enough) await setTimeout(20);
    server.child.kill('SIGKILL');
    await server.exited;
    server = await start(folder);
  }
  while (taken.size < calls) await setTimeout(100);

  expect([...taken.keys()].toSorted()).toEqual([...sent].toSorted());
  const idsOf = new Map<string, Set<unknown>>();
  for (const { body, headers } of hook.received)
    idsOf.set(caseIn(body), (idsOf.get(caseIn(body)) ?? new Set()).add(headers['webhook-id']));
  expect([...idsOf.values()].map((ids) => ids.size)).toEqual(Array(calls).fill(1));
  expect(hook.received.length, 'some came twice, or the test tried nothing').toBeGreaterThan(calls);
});

function caseIn(body: Buffer): string {
  return JSON.parse(String(body)).data.case.id;
}

async function makeChannel(origin: string, target: string): Promise<void> {
  const send = (path: string, body: object, cookie = '') =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
  const asha = anAccount('Asha');
  expect((await send('/api/first-admin', asha)).status).toBe(200);
  const answer = await send('/api/auth/sign-in/email', { email: asha.email, password: asha.password });
  const channel = { kind: 'webhook', name: 'Hook', target, rules: { ...everything, reasons: ['missed'] } };
  const made = await send('/api/alerts/channels', channel, cookieIn(answer.headers.getSetCookie()));
  expect(made.status).toBe(201);
}
