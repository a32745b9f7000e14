/** A thousand screens at the built server, of which some break off: each hears of the last change. Needs `npm run build`. */

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { aServer, ours, program } from './built-server';

const many = 1000;
const openedAtOnce = 50;
const changes = 40;

type Server = Awaited<ReturnType<typeof aServer>>;

/** A screen that hears the pulse; after `breakOff` it comes back only where it is told to. */
async function aScreen(server: Server) {
  const screen = { last: 0, breakOff: () => {}, come };
  async function come(): Promise<void> {
    const { asked, answered } = server.open('/api/events', { headers: program });
    asked.end();
    const stream: IncomingMessage = await answered;
    expect(stream.statusCode).toBe(200);
    stream.on('error', () => {});
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const [, id] of text.matchAll(/^id: (\d+)$/gm)) screen.last = Number(id);
    });
    screen.breakOff = () => stream.destroy();
    await once(stream, 'data');
  }
  await come();
  return screen;
}

/** Waits for what is seen. */
async function until(isSeen: () => boolean): Promise<void> {
  while (!isSeen()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('each of a thousand screens hears of the last change, those that broke off on the way as well', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  console.log(`Seed ${seed}`);
  let turn = seed;
  const any = (below: number) => {
    turn = (Math.imul(turn, 1664525) + 1013904223) >>> 0;
    return turn % below;
  };
  const server = await aServer();
  const screens: Awaited<ReturnType<typeof aScreen>>[] = [];
  while (screens.length < many)
    screens.push(...(await Promise.all(Array.from({ length: openedAtOnce }, () => aScreen(server)))));
  const gone = screens.pop()!;

  for (let change = 0; change < changes; change += 1) {
    expect((await server.post(JSON.stringify(ours()))).status).toBe(200);
    const leaving = screens[any(screens.length)]!;
    leaving.breakOff();
    await leaving.come();
    if (change === changes / 2) gone.breakOff();
  }
  const { revision } = await server.board();
  expect(revision).toBeGreaterThanOrEqual(changes);
  await until(() => screens.every(({ last }) => last === revision));
  // Control: one that broke off and did not come back has heard of older changes only.
  expect(gone.last).toBeLessThan(revision);
  for (const { breakOff } of screens) breakOff();
});
