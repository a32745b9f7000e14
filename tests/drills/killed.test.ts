/** `kill -9` of the whole server at a random moment under load: what was answered 2xx is there, once. */

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Account, accountOf, balanced } from './ledger';
import { type OnTrial, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { printedChance, times } from './times';

const connections = 16;
const longestMs = 300;
const random = printedChance();

async function kill(server: OnTrial, kills: number): Promise<Account> {
  const sending = startSending(server.webhook, connections);
  for (let left = kills; left > 0; left -= 1) {
    await sending.untilTaken(connections);
    await setTimeout(random() * longestMs);
    await server.kill();
    if (left > 1) await server.start();
  }
  await sending.stop();
  return accountOf(sending.ledger, server.kept());
}

test('a server that is killed again and again has every record that it took, once', async () => {
  expect(await kill(await putOnTrial(), times(10, 1000))).toEqual(balanced);
});

test('control: one that answers before it has kept the record loses some', async () => {
  expect((await kill(await putOnTrial('answers early'), 2)).lost).not.toEqual([]);
});
