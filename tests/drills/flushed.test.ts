/** Nothing is answered before it is on the disk: seen from outside, in what the server asks of the kernel. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aFolder } from '../built-server';
import { type Fault, putOnTrial } from './on-trial';
import { startSending } from './sending';
import { times } from './times';

const whyNot =
  spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0 ? null : 'strace cannot trace here';

/** How many of at least `count` answers went out with no flush since the answer before; one sender, so no two share one. */
async function trace(count: number, fault?: Fault): Promise<{ answers: number; early: number }> {
  const server = await putOnTrial(fault);
  const log = join(aFolder(), 'trace');
  const options = ['-f', '-s', '16', '-e', 'trace=fsync,fdatasync,write,writev,sendto,sendmsg'];
  const tracer = spawn('strace', [...options, '-o', log, '-p', String(server.pid())], { stdio: 'pipe' });
  await once(tracer.stderr, 'data');
  // It attaches to the threads one by one.
  await setTimeout(500);
  const sending = startSending(server.webhook, 1);
  await sending.untilTaken(count);
  await sending.stop();
  tracer.kill('SIGINT');
  await once(tracer, 'exit');
  let isFlushed = false;
  let answers = 0;
  let early = 0;
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    if (/f(data)?sync(\(\d+\)| resumed).*= 0/.test(line)) isFlushed = true;
    if (!/(write|writev|sendto|sendmsg)\(.*"HTTP\/1\.1 200/.test(line)) continue;
    answers += 1;
    if (!isFlushed) early += 1;
    isFlushed = false;
  }
  return { answers, early };
}

test('every answer goes out after its record was flushed', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  const count = times(50, 1000);
  const { answers, early } = await trace(count);
  expect(answers).toBeGreaterThanOrEqual(count);
  expect(early).toBe(0);
});

test('control: one that does not flush (synchronous=NORMAL) answers early', async ({ skip }) => {
  if (whyNot) skip(whyNot);
  expect((await trace(20, 'not flushed')).early).toBeGreaterThan(0);
});
