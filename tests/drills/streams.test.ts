/** Desks whose streams break off at random hear of every change in the end. */

import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { program } from '../built-server';
import { type OnTrial, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { printedChance, times } from './times';

const connections = 4;
const longestAwayMs = 100;
const random = printedChance();

/** How many of `desks` never hear of the last of `changes`, within `patienceMs` of it. */
async function change(server: OnTrial, desks: number, changes: number, patienceMs: number): Promise<number> {
  const watching = Array.from({ length: desks }, () => aWatchingDesk(server.origin));
  const sending = startSending(server.webhook, connections);
  await sending.untilTaken(changes);
  await sending.stop();
  // The last change comes while half of them are away.
  await Promise.all(watching.filter((_, index) => index % 2 === 0).map((desk) => desk.leave()));
  const last = startSending(server.webhook, 1);
  await last.untilTaken(1);
  await last.stop();
  const { revision } = await (await fetch(`${server.origin}/api/health`)).json();
  for (const desk of watching) desk.comeBack();
  const patience = AbortSignal.timeout(patienceMs);
  while (!patience.aborted && watching.some((desk) => desk.heard() < revision)) await setTimeout(20);
  const missed = watching.filter((desk) => desk.heard() < revision).length;
  for (const desk of watching) desk.close();
  return missed;
}

/** Breaks off after one revision in ten, and comes back a little later. */
function aWatchingDesk(origin: string) {
  let heard = 0;
  let isAway = false;
  let isClosed = false;
  let stream: IncomingMessage | undefined;
  void watch();

  async function watch(): Promise<void> {
    while (!isClosed) {
      if (isAway) await setTimeout(5);
      else await hear().catch(() => {});
      if (!isClosed) await setTimeout(random() * longestAwayMs);
    }
  }

  async function hear(): Promise<void> {
    const asked = get(`${origin}/api/events`, { headers: program, agent: false });
    [stream] = (await once(asked, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) {
      text += chunk;
      const ids = [...text.matchAll(/^id: (\d+)\n/gm)].map(([, id]) => Number(id));
      heard = Math.max(heard, ...ids);
      text = text.slice(text.lastIndexOf('\n') + 1);
      if (isAway || isClosed || random() < 0.1) break;
    }
  }

  return {
    heard: () => heard,
    async leave() {
      isAway = true;
      stream?.destroy();
      while (stream && !stream.closed) await setTimeout(5);
    },
    comeBack() {
      isAway = false;
    },
    close() {
      isClosed = true;
      stream?.destroy();
    },
  };
}

test('no desk misses the last of many changes, however often its stream breaks', async () => {
  const desks = times(100, 1000);
  expect(await change(await putOnTrial(), desks, times(500, 10_000), 60_000)).toBe(0);
});

test('control: of a desk that tells only what changes from now on, those who were away miss it', async () => {
  expect(await change(await putOnTrial('forgets'), 10, 50, 2000)).toBeGreaterThan(0);
});
