/** No body can break the receiver: each is kept, read or put aside with a reason, or refused with one. */

import { once } from 'node:events';
import { connect } from 'node:net';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { callOf } from '@/domain/call';
import { readCdr } from '@/domain/cdr';
import { openBody } from '@/domain/reading';
import { oneOf, type Random, whole } from '@/scripts/simulate/random';
import { morning, settingsWith } from '../builders';
import { aDeskAtTheDoors, postCdr } from '../routes/http';
import { aBadBody } from './mutate';
import { putOnTrial } from './on-trial';
import { printedChance, times } from './times';

const together = 250;
const connections = 16;
const random = printedChance();
const settings = settingsWith();
const { desk } = await aDeskAtTheDoors();

test('every body is opened, or has a reason why not, and so has every record in it', () => {
  for (let left = times(100_000, 20_000_000); left > 0; left -= 1) {
    const body = aBadBody(random);
    const opened = openBody(body.toString());
    const read = 'records' in opened ? opened.records.map((record) => readCdr(record, morning)) : [opened];
    for (const one of read) {
      if ('reason' in one && !one.reason) throw new Error(`Without a reason: ${body.toString('base64')}`);
      if ('leg' in one) callOf([one.leg], settings);
    }
  }
});

test('every body that a door takes is kept, read or put aside, and any other is refused', async () => {
  const answers: Response[] = [];
  for (let left = times(5000, 1_000_000); left > 0; left -= together) {
    const bodies = Array.from({ length: together }, () => aBadBody(random));
    answers.push(...(await Promise.all(bodies.map((body) => postCdr(new Uint8Array(body))))));
  }
  expect(answers.filter(({ status }) => ![200, 202, 400, 413].includes(status))).toEqual([]);
  const taken = answers.filter(({ ok }) => ok).length;
  expect(accountOf(desk.env.DATABASE_URL)).toEqual({ kept: taken, unexplained: 0 });
});

test('no request breaks the server, whatever its body, its length and its end are', async () => {
  const server = await putOnTrial();
  const answers = await fuzz(server.webhook, times(5000, 1_000_000));
  console.log(JSON.stringify(answers));
  expect(Object.keys(answers).filter((status) => !/^(200|202|400|408|413|none)$/.test(status))).toEqual([]);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  await server.kill();
  const { kept, unexplained } = accountOf(`file:${server.file}`);
  const taken = answers[200]! + answers[202]!;
  // Of those who left before the answer, some had been heard.
  expect(kept).toBeGreaterThanOrEqual(taken);
  expect(taken, 'half of the requests are whole').toBeGreaterThan(1000);
  expect(unexplained).toBe(0);
});

test('control: a receiver that trusts what it gets breaks', async () => {
  const server = await putOnTrial('trusts');
  expect((await fuzz(server.webhook, 200))[500]).toBeGreaterThan(0);
});

/** Every delivery is kept as it came; one that was not wholly read has a reason for each part of it. */
function accountOf(url: string): { kept: number; unexplained: number } {
  const file = new Database(url.replace('file:', ''), { readonly: true });
  const count = (query: string) => file.prepare(query).pluck().get() as number;
  const account = {
    kept: count('select count(*) from deliveries'),
    unexplained: count(`
      select count(*) from deliveries where outcome <> 'understood' and not exists
        (select 1 from quarantine where delivery_id = deliveries.id and reason <> '')`),
  };
  file.close();
  return account;
}

/** How often each status was answered; `none` where the sender left, or the connection was cut. */
async function fuzz(webhook: string, count: number): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  let left = count;
  const sender = async () => {
    while (left-- > 0) {
      const status = await badRequest(new URL(webhook), random);
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return answers;
}

/** One request over a connection of its own, by hand, for no client would send it so. */
async function badRequest({ hostname, port, pathname }: URL, random: Random): Promise<string> {
  const body = aBadBody(random);
  const manner = oneOf(random, ['whole', 'whole', 'in pieces', 'too short', 'too long', 'leaves'] as const);
  const off = whole(random, 1, 20);
  const length = body.length + (manner === 'too short' ? off : manner === 'too long' ? -off : 0);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  let answer = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text;
  });
  const isPieces = manner === 'in pieces';
  const framing = isPieces ? 'transfer-encoding: chunked' : `content-length: ${Math.max(0, length)}`;
  const type = oneOf(random, [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    '\u00ff',
  ]);
  socket.write(`POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\n${framing}\r\n`, 'latin1');
  socket.write('connection: close\r\n\r\n');
  const half = whole(random, 0, body.length);
  if (manner === 'leaves') {
    socket.write(body.subarray(0, half), () => socket.destroy());
  } else if (isPieces) {
    for (const piece of [body.subarray(0, half), body.subarray(half)]) {
      if (piece.length === 0) continue;
      socket.write(`${piece.length.toString(16)}\r\n`);
      socket.write(piece);
      socket.write('\r\n');
    }
    socket.write('0\r\n\r\n');
  } else if (manner === 'too short') {
    socket.end(body);
  } else {
    // Who ends here has left, and hears no answer: the server ends what it has answered.
    socket.write(body);
  }
  await once(socket, 'close');
  return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'none';
}
