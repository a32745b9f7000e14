/** The thread of the intake: reads, folds and keeps what the front door hands on, batch by batch (`front/intake.ts`). */

import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openStore } from '@/db/store';
import { roomFor } from '@/desk/intake';
import { receive } from '@/desk/receive';
import { openSettings } from '@/desk/settings-in-force';
import { withWatchedWrites } from '@/desk/watched-writes';
import type { FromThread, Group, IntakeData, ToThread } from './front/intake';
import { packSettled, sizeOf, unpackBatch } from './front/packing';

const { url, directUrl, turns, defaults } = workerData as IntakeData;
const store = withWatchedWrites(await openStore(url, directUrl, turns));
const desk = { store, settings: openSettings(defaults) };
const front = parentPort!;

const groups: Group[] = [];
let isClosing = false;
let isAtWork = false;

front.on('message', async (message: ToThread) => {
  take(message);
  if (isAtWork) return;
  isAtWork = true;
  for (takeAll(); groups.length > 0; takeAll()) await keepTogether();
  isAtWork = false;
  if (!isClosing) return;
  await store.close();
  front.close();
});

function take(message: ToThread): void {
  if (message === 'close') isClosing = true;
  else groups.push(message);
}

/** Whatever lies in the port by now, which its event would bring one by one. */
function takeAll(): void {
  for (let next = receiveMessageOnPort(front); next; next = receiveMessageOnPort(front)) take(next.message);
}

/** The groups that have room in one transaction share it. */
async function keepTogether(): Promise<void> {
  const together = groups.splice(
    0,
    roomFor(groups, ({ packed }) => sizeOf(packed)),
  );
  const settled = await receive(
    desk,
    together.flatMap(({ packed }) => unpackBatch(packed)),
  );
  const ids = together.map(({ id }) => id);
  front.postMessage({ ids, packed: packSettled(settled) } satisfies FromThread);
}
