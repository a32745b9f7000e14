/** A line to PostgreSQL that dies without a word: nothing closes it, and nothing comes through any more. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLine } from '@/db/postgres/line';
import type { Desk } from '@/desk/the-desk';
import { afterTheFile } from '../after-the-file';
import { aCdr } from '../builders';
import { aDesk, post } from '../desks';

/** A way to PostgreSQL that goes silent for those who came before, and lets in who comes later. */
async function aWayTo(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isSilent = (_born: number) => false;
  const proxy = createServer((near) => {
    const born = performance.now();
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('data', (bytes) => {
        if (!isSilent(born)) to.write(bytes);
      });
      from.on('close', () => {
        if (!isSilent(born)) to.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  afterTheFile(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const through = new URL(url);
  through.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    url: through.href,
    goSilent() {
      const now = performance.now();
      isSilent = (born) => born < now;
    },
  };
}

/** Waits for what is seen. */
async function until(isSeen: () => boolean): Promise<void> {
  while (!isSeen()) await setTimeout(20);
}

async function aLineThroughAWay() {
  // Tells of each commit, as every server with an address past the pooler does.
  const { DATABASE_URL } = (await aDesk('postgres')).env;
  const server: Desk = await aDesk('postgres', { DATABASE_URL, DATABASE_DIRECT_URL: DATABASE_URL });
  const way = await aWayTo(DATABASE_URL);
  const line = openLine(way.url);
  afterTheFile(() => line.close());
  let heard = -1;
  const { isHearing } = line.hear((revision) => {
    heard = revision;
  });
  await until(isHearing);
  return {
    way,
    isHearing,
    heard: () => heard,
    async commit() {
      await post(server, aCdr({ time: Date.now() }));
      return server.store.read.revision();
    },
  };
}

test.concurrent('what another server commits meanwhile is heard within ten seconds, and what it commits then at once', async () => {
  const { way, isHearing, heard, commit } = await aLineThroughAWay();
  const first = await commit();
  await until(() => heard() === first);

  way.goSilent();
  const began = performance.now();
  const meanwhile = await commit();
  expect([isHearing(), heard()]).toEqual([true, first]);
  await until(() => !isHearing());
  // From here on the desk asks once a second; the line comes back by itself.
  console.log(`A silent line was noticed after ${Math.round(performance.now() - began)} ms.`);
  await until(isHearing);
  expect(heard()).toBe(meanwhile);
  const later = await commit();
  await until(() => heard() === later);
});

test.concurrent('control: a line that speaks is kept for longer than a silent one', async () => {
  const { isHearing, heard, commit } = await aLineThroughAWay();
  const enough = performance.now() + 7500;
  let wasLost = false;
  while (performance.now() < enough) {
    wasLost ||= !isHearing();
    await setTimeout(50);
  }
  expect(wasLost).toBe(false);
  const last = await commit();
  await until(() => heard() === last);
});
