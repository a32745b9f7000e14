/** The board stands still while it comes to life, and takes in what is typed while it changes. */

import { expect, type Page } from 'playwright/test';
import { aLegB } from '../../builders';
import type { Desk } from '../built-desk';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, detailOf, look, pressIn, rowOf } from '../on-screen';

type Noted = { shifts: { value: number; what: string }[]; longTasks: number[]; delays: number[] };

test('nothing shifts from the first paint until new rows have come', async ({ desk, person }) => {
  const { did } = await waiting(desk, 50, 40, 25, 20, 15, 10, 5);
  const asha = await person('Asha', { viewport: { width: 1440, height: 900 } });
  await noteWork(asha);
  await look(asha, desk.board(did));
  await asha.evaluate(() => document.fonts.ready);
  for (const call of [aMissedCall(did, {}, 3), aMissedCall(did, {}, 2), aMissedCall(did, {}, 1)]) {
    await desk.post(call);
    await expect(rowOf(asha, call)).toBeVisible();
  }
  // What a count gains when it gets another digit is no ground that moves.
  const shifts = await shiftsOf(asha);
  expect(sumOf(shifts), JSON.stringify(shifts)).toBeLessThan(0.001);

  // Control: what moves without anybody's doing is noticed.
  await asha.evaluate(() => document.querySelector('main')!.prepend(document.createElement('hr'), 'Hm.'));
  await expect.poll(async () => sumOf(await shiftsOf(asha))).toBeGreaterThan(0.001);
});

// The page asks what became of a row that it holds, and hears that it is no case any more.
test.use({ expectedTrouble: /status of 404 .*\/api\/cases\// });

test('with 200 rows and 50 changes a second no keystroke is dropped, in a note or in the search', async ({
  desk,
  person,
}) => {
  const { did, calls } = await waiting(desk, ...Array.from({ length: 200 }, (_, index) => 100 - index / 10));
  const asha = await person('Asha', { viewport: { width: 1440, height: 900 } });
  await noteWork(asha);
  await look(asha, desk.board(did, { limit: '200' }));
  await expect(callerRows(asha)).toHaveCount(200);
  await pressIn(rowOf(asha, calls[100]!), 'More about');
  const note = detailOf(asha, calls[100]!).getByRole('textbox', { name: 'Note' });
  const search = asha.getByRole('textbox', { name: 'Search' });

  const storm = aStorm(desk, did, calls);
  await note.click();
  const noted = await typedUntil(asha, (letters) => storm.count() >= 150 && letters >= 40);
  await expect(note).toHaveValue(noted);
  await search.click();
  const number = shown(storm.last().from);
  await asha.keyboard.type(number, { delay: 20 });
  await expect(search).toHaveValue(number);
  await storm.end();
  await expect(rowOf(asha, storm.last())).toBeVisible();
  await expect(search).toHaveValue(number);

  const { longTasks, delays } = await asha.evaluate(() => (window as unknown as { noted: Noted }).noted);
  const longest = (times: number[]) => Math.round(Math.max(0, ...times));
  console.log(
    `${storm.count()} changes, ${storm.rate().toFixed(0)} a second, ${noted.length} letters: ` +
      `the longest task took ${longest(longTasks)} ms, the slowest interaction ${longest(delays)} ms`,
  );
});

/** 50 changes a second: callers who ring again, new ones, and calls that were answered after all. */
function aStorm(desk: Desk, did: number, calls: ReturnType<typeof aMissedCall>[]) {
  const from = Date.now();
  let to = from;
  let sent = 0;
  let isOver = false;
  const last = aMissedCall(did);
  const change = (index: number) => {
    const call = calls[(index * 7) % calls.length]!;
    if (index % 6 === 0) return aMissedCall(did);
    // The row that is written on stays out of it.
    if (index % 2 === 1 || call === calls[100]) return aMissedCall(did, { from: call.from });
    return aLegB(call, { status: 'answered', duration: 9 });
  };
  const whole = (async () => {
    while (!isOver) {
      const due = Math.floor((Date.now() - from) / 20) - sent;
      await Promise.all(Array.from({ length: due }, () => desk.post(change(sent++))));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    to = Date.now();
    await desk.post(last);
  })();
  return {
    count: () => sent,
    rate: () => (sent * 1000) / (to - from),
    last: () => last,
    end: () => {
      isOver = true;
      return whole;
    },
  };
}

/** Types letters that all differ from the one before, as long as it is wanted. */
async function typedUntil(page: Page, isEnough: (letters: number) => boolean): Promise<string> {
  let text = '';
  while (!isEnough(text.length)) {
    const next = 'the quick brown fox jumps over a lazy dog. '[text.length % 43]!;
    await page.keyboard.type(next, { delay: 20 });
    text += next;
  }
  return text;
}

/** Notes from the first paint on: what shifts with nobody's doing, tasks that take long, and keys that are answered late. */
async function noteWork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { shifts: [], longTasks: [], delays: [] };
    Object.assign(window, { noted });
    const observe = (type: string, note: (entry: PerformanceEntry) => void, more = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
        ...more,
      });
    observe('layout-shift', (entry) => {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      };
      const what = sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ');
      if (!hadRecentInput) noted.shifts.push({ value, what });
    });
    observe('longtask', ({ duration }) => noted.longTasks.push(duration));
    observe('event', ({ duration }) => noted.delays.push(duration), { durationThreshold: 16 });
  });
}

function shiftsOf(page: Page): Promise<Noted['shifts']> {
  return page.evaluate(() => (window as unknown as { noted: Noted }).noted.shifts);
}

function sumOf(shifts: Noted['shifts']): number {
  return shifts.reduce((sum, { value }) => sum + value, 0);
}
