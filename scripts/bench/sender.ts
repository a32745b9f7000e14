/** A process of its own that posts believable records and tells how long the answers took: by windows, then the whole. */

import { setTimeout } from 'node:timers/promises';
import { openBodies } from './bodies';
import { type Line, openLine } from './line';
import type { Job, Load } from './load';
import { figureOf } from './measure';

const job = JSON.parse(process.argv[2]!) as Job;
/** How often the plan is looked at, ms. */
const tickMs = 1;
/** How long the last answers are waited for, ms. */
const patienceMs = 20_000;

/** More than any server here keeps, a second: what a free run needs is made before it, so that it costs nobody then. */
const mostKept = 20_000;

const next = await openBodies(job.rate ?? mostKept * (job.warmSeconds + job.seconds), !job.rate);
const lines = Array.from({ length: job.connections }, () => openLine(job.url));
// Node takes one connection at each turn of its loop, so a server that is busy already would be long without some of them.
for (const line of lines) await line.post(await next());
const begins = performance.now();
const measured = begins + job.warmSeconds * 1000;
const ends = measured + job.seconds * 1000;
const windowMs = (job.windowSeconds ?? job.seconds) * 1000;

let times: number[] = [];
let answers: Record<string, number> = {};
/** Of the windows that were told. */
const told: { times: number[]; answers: Record<string, number> }[] = [];
let windowEnds = measured + windowMs;

await (job.rate ? atRate(job.rate) : withoutPause());
tell();
if (job.windowSeconds) tellWhole();
process.exit(0);

async function withoutPause(): Promise<void> {
  const sender = async (line: Line) => {
    while (performance.now() < ends) {
      const asked = performance.now();
      note(await line.post(await next()), asked);
    }
  };
  await Promise.all(lines.map(sender));
}

/** What is due and finds every connection at work waits for the first that is free. */
async function atRate(perSecond: number): Promise<void> {
  const free = [...lines];
  const due: number[] = [];
  let planned = 0;
  const sendDue = async () => {
    while (due.length > 0 && free.length > 0) {
      const line = free.pop()!;
      const asked = due.shift()!;
      void next()
        .then((body) => line.post(body))
        .then((status) => {
          note(status, asked);
          free.push(line);
          sendDue();
        });
    }
  };
  for (let now = begins; now < ends; now = performance.now()) {
    for (; begins + (planned / perSecond) * 1000 <= now; planned += 1)
      due.push(begins + (planned / perSecond) * 1000);
    sendDue();
    await setTimeout(tickMs);
  }
  if (due.length > 0) answers.unsent = due.splice(0).length;
  const patience = performance.now() + patienceMs;
  while (free.length < lines.length && performance.now() < patience) await setTimeout(tickMs);
}

function note(status: number, asked: number): void {
  const now = performance.now();
  if (now < measured) return;
  // What is answered after the end was sent before it, and belongs to the last window.
  if (now >= windowEnds && windowEnds < ends) tell();
  answers[status] = (answers[status] ?? 0) + 1;
  if (status >= 200 && status < 300) times.push(now - asked);
}

function tell(): void {
  say(times, answers, windowMs);
  told.push({ times, answers });
  times = [];
  answers = {};
  windowEnds += windowMs;
}

function tellWhole(): void {
  const whole: Record<string, number> = {};
  for (const { answers } of told)
    for (const [status, count] of Object.entries(answers)) whole[status] = (whole[status] ?? 0) + count;
  say(
    told.flatMap((one) => one.times),
    whole,
    job.seconds * 1000,
  );
}

function say(times: number[], answers: Record<string, number>, ms: number): void {
  const { runs, medianMs, p99Ms } = figureOf(job.url, times);
  const max = Math.round(times.reduce((most, time) => Math.max(most, time), 0));
  const load: Load = {
    perSecond: Math.round((runs / ms) * 1000),
    p50: medianMs,
    p99: p99Ms,
    max,
    answers,
  };
  console.log(JSON.stringify(load));
}
