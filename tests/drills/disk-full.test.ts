/** The disk fills up under load: reads go on, writes are 503, nothing is lost, and it heals by itself. */

import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../built-server';
import { accountOf, balanced } from './ledger';
import { aSmallDisk, whyNoMount } from './mounted';
import { type Fault, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { printedChance, times } from './times';

const connections = 8;
/** Of the disk, and the most that is left of it when it counts as full. */
const diskBytes = 96 * 1024 * 1024;
const mostLeft = 512 * 1024;
const random = printedChance();
const whyNot = whyNoMount();

/** Fills the disk `points` times, each time up to another byte, and makes room again. */
async function fill(points: number, fault?: Fault) {
  const disk = aSmallDisk(diskBytes);
  const server = await putOnTrial(fault, disk);
  const sending = startSending(server.webhook, connections);
  const reads: number[] = [];
  for (let point = 0; point < points; point += 1) {
    await sending.untilTaken(connections);
    const ballast = takeSpace(disk, Math.floor(random() * mostLeft));
    if (fault) await sending.untilTaken(connections * 100);
    else await sending.untilRefused(connections * 2);
    reads.push((await fetch(`${server.origin}/api/cases`, { headers: program })).status);
    rmSync(ballast);
  }
  await sending.untilTaken(connections * 2);
  await sending.stop();
  await server.kill();
  return { reads, ledger: sending.ledger, account: accountOf(sending.ledger, server.kept()) };
}

test('a full disk is told, read from, and written to again once there is room', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  const points = times(5, 200);
  const { reads, ledger, account } = await fill(points);
  expect(account).toEqual(balanced);
  expect(reads).toEqual(Array(points).fill(200));
  const refusals = [...ledger.refused.values()];
  expect(refusals.filter(({ status, retryAfter }) => status !== 503 || !retryAfter)).toEqual([]);
  expect(ledger.unknown.size).toBe(0);
});

test('control: one that answers before it has kept the record loses some', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  expect((await fill(1, 'answers early')).account.lost).not.toEqual([]);
});

/** Leaves `left` bytes free, under writes that go on meanwhile; gives the file that took the rest. */
function takeSpace(disk: string, left: number): string {
  const path = join(disk, 'ballast');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(64 * 1024);
  const free = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize;
  };
  try {
    while (free() > left) writeSync(file, block, 0, Math.min(block.length, Math.max(4096, free() - left)));
  } catch (error) {
    // The server took what was left, in the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
  closeSync(file);
  return path;
}
