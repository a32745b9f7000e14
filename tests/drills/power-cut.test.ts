/** A power cut under load: what was answered 2xx had reached the disk. */

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Account, accountOf, balanced } from './ledger';
import { aDiskToCut, whyNoCut } from './mounted';
import { type Fault, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { printedChance, times } from './times';

const connections = 16;
const longestMs = 300;
const random = printedChance();
const whyNot = whyNoCut();

async function cut(cuts: number, fault?: Fault): Promise<Account> {
  const { disk, cutPower, restore } = aDiskToCut();
  const server = await putOnTrial(fault, disk);
  const sending = startSending(server.webhook, connections);
  for (let left = cuts; left > 0; left -= 1) {
    await sending.untilTaken(connections * 4);
    await setTimeout(random() * longestMs);
    // A machine without power answers nobody. A program that runs on may be told that an fsync has succeeded which
    // the cut has overtaken (seen on ext4 of Linux 6.18 with a few lines of C, in 8 of 150 cuts).
    server.freeze();
    cutPower();
    await server.kill();
    restore();
    if (left > 1) await server.start();
  }
  await sending.stop();
  return accountOf(sending.ledger, server.kept());
}

test('a server whose power is cut has every record that it took, once', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  expect(await cut(times(2, 60))).toEqual(balanced);
});

test('control: one that does not wait for the disk (synchronous=NORMAL) loses some', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  expect((await cut(1, 'not flushed')).lost).not.toEqual([]);
});
