/** The line breaks: the rows stay, the page says how old they are, and catches up when the line is back. */

import { expect, type Page, type Request } from 'playwright/test';
import { en } from '@/messages/en';
import { aDid } from '../../builders';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, lineWord, look, newRows, pressIn, rowOf, toastOf } from '../on-screen';

// The browser says of every request that nobody answered that it failed.
test.use({ expectedTrouble: /net::ERR_/ });

for (const [how, signal] of [
  ['is stopped', 'SIGTERM'],
  ['dies', 'SIGKILL'],
] as const) {
  test(`the server ${how} and comes back: the rows stay, and what came meanwhile is there`, async ({
    desk,
    person,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await person('Asha');
    await look(asha, desk.board(did));
    await asha.keyboard.press('j');

    const stopAt = Date.now();
    const stopped = desk.stop(signal);
    await expect(lineWord(asha)).toHaveText('Reconnecting…');
    await stopped;
    // It drains for 10 s at most; the rest is the machine's.
    expect(Date.now() - stopAt).toBeLessThan(30_000);
    await expect(lineWord(asha)).toHaveText(/^Last update \d\d:\d\d$/);
    await expect(callerRows(asha)).toHaveCount(2);
    await expect(rowOf(asha, calls[0])).toBeFocused();
    await expect(asha.getByText('Nobody is waiting')).toHaveCount(0);

    await desk.start();
    const meanwhile = aMissedCall(did);
    await desk.post(meanwhile);
    await expect(newRows(asha)).toHaveText(/1 new missed call/);
    await expect(lineWord(asha)).toHaveText('Live');
    await expect(rowOf(asha, calls[0])).toBeFocused();

    const later = aMissedCall(did);
    await desk.post(later);
    await expect(newRows(asha)).toHaveText(/2 new missed calls/);
    await newRows(asha).click();
    await expect(rowOf(asha, later)).toBeVisible();
    await expect(callerRows(asha)).toHaveCount(4);
  });
}

test('a server that freezes and closes nothing is told by its silence, and is heard again when it goes on', async ({
  ownDesk,
  person,
}) => {
  const { did } = await waiting(ownDesk, 9);
  const asha = await person('Asha');
  await asha.clock.install();
  const unanswered = questionsOf(asha);
  await look(asha, ownDesk.board(did));
  // One that is on its way when the server freezes is told of after ten seconds, and rightly.
  for (let quiet = 0; quiet < 3; quiet = unanswered.size === 0 ? quiet + 1 : 0)
    await asha.waitForTimeout(200);
  const goOn = ownDesk.freeze();
  try {
    // Control: for as long as it may say nothing, nothing is said of it.
    await asha.clock.fastForward(10_000);
    await expect(lineWord(asha)).toHaveText('Live');
    await asha.clock.fastForward(16_000);
    await expect(lineWord(asha)).toHaveText('Reconnecting…');
  } finally {
    goOn();
  }
  await expect(lineWord(asha)).toHaveText('Live');
  const call = aMissedCall(did);
  await ownDesk.post(call);
  await expect(rowOf(asha, call)).toBeVisible();
});

test('a mark made while the server is away says that it was not saved, and is saved by the retry', async ({
  desk,
  person,
}) => {
  const { did, calls } = await waiting(desk, 9, 8);
  const asha = await person('Asha');
  await look(asha, desk.board(did));
  await desk.stop();
  await pressIn(rowOf(asha, calls[0]), 'Called back');
  const trouble = toastOf(asha, `Not saved. Called back: ${shown(calls[0].from)}`);
  await expect(trouble).toBeVisible();
  await expect(rowOf(asha, calls[0])).toBeVisible();

  await desk.start();
  await expect(lineWord(asha)).toHaveText('Live');
  await trouble.getByRole('button', { name: 'Retry' }).click();
  await expect(rowOf(asha, calls[0])).toHaveCount(0);
  await asha.reload();
  await expect(callerRows(asha)).toHaveCount(1);
});

test('the line of the reader breaks, and the call that came meanwhile is there when it is back', async ({
  desk,
  reader,
}) => {
  const did = aDid();
  const asha = await reader('Asha', did);
  await asha.context().setOffline(true);
  await expect(lineWord(asha)).toHaveText(/^(Reconnecting…|Last update .*)$/);
  const meanwhile = aMissedCall(did);
  await desk.post(meanwhile);
  await expect(lineWord(asha)).toHaveText(/^Last update \d\d:\d\d$/);
  await asha.context().setOffline(false);
  await expect(lineWord(asha)).toHaveText('Live');
  await expect(rowOf(asha, meanwhile)).toBeVisible();
});

test('only the stream is cut off: the desk is asked instead, and says Live', async ({ desk, person }) => {
  const did = aDid();
  const asha = await person('Asha');
  await asha.route('**/api/events', (route) => route.abort());
  await look(asha, desk.board(did));
  const call = aMissedCall(did);
  await desk.post(call);
  await expect(rowOf(asha, call)).toBeVisible();
  await expect(lineWord(asha)).toHaveText('Live');
});

test('what the page loads after its rows may fail: the rows stay', async ({ ownDesk, person }) => {
  // Of all numbers: what the first paint shows beside the rows comes with it.
  const { calls } = await waiting(ownDesk, 9, 8);
  const asha = await person('Asha');
  const first = await (await ownDesk.cast.getAs('Asha', '/')).text();
  let refused = 0;
  let isBack = false;
  await asha.route('**/_next/static/chunks/**', async (route) => {
    if (isBack || first.includes(new URL(route.request().url()).pathname)) return route.continue();
    // The language comes with the first load, though no tag names it.
    const response = await route.fetch();
    if ((await response.text()).includes(en.board.noScript)) return route.fulfill({ response });
    refused += 1;
    return route.abort();
  });
  await look(asha, ownDesk.url);
  await expect.poll(() => refused).toBeGreaterThan(0);
  await expect(rowOf(asha, calls[0])).toBeVisible();
  await pressIn(rowOf(asha, calls[0]), 'Called back');
  await expect(rowOf(asha, calls[0])).toHaveCount(0);
  // It is asked for until it comes, and then what was told meanwhile is told.
  isBack = true;
  await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
});

/** What this page has asked the desk for and not heard yet, but for the stream, which never ends. */
function questionsOf(page: Page): ReadonlySet<Request> {
  const unanswered = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/events')) unanswered.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => unanswered.delete(request));
  return unanswered;
}
