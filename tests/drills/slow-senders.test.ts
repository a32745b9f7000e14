/** Whoever sends slowly, or keeps connections without asking anything, holds up nobody and is cut off. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type OnTrial, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { times } from './times';

const kinds = times(2, 3);

/** A head that never ends, and nothing at all; in a drill a body that never ends, too, which takes longer. */
function slowSenders({ webhook }: OnTrial, count: number) {
  const { port, hostname, pathname } = new URL(webhook);
  return Array.from({ length: count }, (_, index) => {
    const socket = connect(Number(port), hostname).on('error', () => {});
    const head = `POST ${pathname} HTTP/1.1\r\nhost: x\r\n`;
    if (index % kinds === 0) socket.write(head);
    if (index % kinds === 2) socket.write(`${head}content-length: 100\r\n\r\n{`);
    // What has been answered is read, or the end would never be seen.
    socket.resume();
    return { socket, closed: once(socket, 'close') };
  });
}

test('slow senders hold up nobody, and are cut off in the end', async () => {
  const server = await putOnTrial();
  const slow = slowSenders(server, times(300, 3000));
  const sending = startSending(server.webhook, 4);
  await sending.untilTaken(200);
  await Promise.all(slow.map(({ closed }) => closed));
  await sending.untilTaken(20);
  await sending.stop();
  expect([sending.ledger.refused.size, sending.ledger.unknown.size]).toEqual([0, 0]);
});
