/** "Why is this here?": the page of a case tells all that happened, with the rule behind each verdict. */

import { expect, type Page } from 'playwright/test';
import { type CdrJson, second } from '../builders';
import { aMissedCall, shown, waiting } from './calls';
import { test } from './desk';
import { detailOf, pressIn, rowOf, toastOf } from './on-screen';

/** Our call back to the caller of a missed call: leg a to our staff, leg b to the caller. */
function callBack(call: CdrJson, minutesAgo: number, given: CdrJson = {}): CdrJson[] {
  const conversation = `back-${call.conversation_uuid}-${minutesAgo}`;
  const time = Date.now() - minutesAgo * 60_000;
  const start = Math.floor(time / second);
  const leg = (side: 'a' | 'b', to: unknown, status: string) => ({
    ...call,
    direction: 'outbound',
    leg: side,
    conversation_uuid: conversation,
    request_id: conversation,
    cmiuuid: `${conversation}-${side}`,
    from: call.to,
    to,
    time,
    start_time: start,
    end_time: start + 60,
    status,
    duration: status === 'answered' ? 42 : 0,
    ...(side === 'b' ? given : {}),
  });
  return [leg('a', 919840000077, 'answered'), leg('b', call.from, String(given.status ?? 'answered'))];
}

async function why(page: Page, call: CdrJson): Promise<void> {
  await pressIn(rowOf(page, call), 'More about');
  await detailOf(page, call).getByRole('link', { name: 'Why is this here?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why is this here?');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Live');
}

function stops(page: Page) {
  return page.getByRole('region', { name: 'What happened' }).getByRole('list').first().locator('> li');
}

test('an open case tells its calls, its target and its expiry, each with its rule', async ({
  desk,
  reader,
}) => {
  const { did, calls } = await waiting(desk, 5);
  await desk.post(aMissedCall(did, { from: calls[0].from }, 2));
  const asha = await reader('Asha', did);
  await why(asha, calls[0]);
  await expect(stops(asha)).toHaveText([
    /Expires.*Rule 23/,
    /Target.*Rule 14/,
    /Missed again.*Joined this case.*Rule 15.*Rule 9/,
    /Missed.*Opened this case.*Rule 15.*Rule 9/,
  ]);
  await expect(asha.getByRole('article', { name: shown(calls[0].from) })).toContainText('They rang 2 times');
});

test('an attempt is told, and the call that reached them closes the case', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 9);
  for (const leg of callBack(calls[0], 6, { status: 'missed' })) await desk.post(leg);
  const asha = await reader('Asha', did);
  await why(asha, calls[0]);
  await expect(stops(asha).filter({ hasText: 'An attempt' })).toContainText('Rule 17');
  for (const leg of callBack(calls[0], 3)) await desk.post(leg);
  const closing = stops(asha).filter({ hasText: 'This closed the case.' });
  await expect(closing).toContainText('Talked 42 s. We got through to them. Rule 18');
  await expect(closing).toContainText('Rule 20');
  await expect(asha.getByRole('article')).toContainText('Reached');
});

test('what was undone is struck through and names who undid it', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  for (const key of ['j', 't']) await asha.keyboard.press(key);
  await expect(toastOf(asha, 'Tried')).toBeVisible();
  await asha.keyboard.press('z');
  await expect(rowOf(asha, calls[0])).not.toContainText('Tried');
  await why(asha, calls[0]);
  await expect(stops(asha).filter({ hasText: 'Asha: Tried' })).toContainText('undone by Asha');
});

test('a closed case leads to the one before it, and a rule to its text', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  for (const key of ['j', 'e']) await asha.keyboard.press(key);
  // The row goes at once; the desk has it when the message is there. Only a call that begins after that is a new case.
  await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
  await expect(rowOf(asha, calls[0])).toHaveCount(0);
  const again = aMissedCall(
    did,
    { from: calls[0].from, time: Date.now(), start_time: Math.ceil(Date.now() / second) },
    0,
  );
  await desk.post(again);
  await why(asha, again);
  await asha.getByRole('link', { name: 'The case before this one' }).click();
  const settled = stops(asha).filter({ hasText: 'Asha: Called back' });
  await expect(settled).toContainText('This closed the case.');
  await settled.getByRole('link', { name: 'Rule 21' }).click();
  await expect(asha).toHaveURL(/\/rules#rule-21$/);
  await expect(asha.getByRole('region', { name: 'Rule 21', exact: true })).toBeInViewport();
  await expect(asha.locator('[data-named]')).toHaveId('rule-21');
});

test('every rule has an address', async ({ desk, person }) => {
  const asha = await person('Asha');
  await asha.goto(`${desk.url}/rules#rule-24`);
  for (let rule = 1; rule <= 24; rule += 1) await expect(asha.locator(`#rule-${rule}`)).toHaveCount(1);
  await expect(asha.locator('#rule-24')).toBeInViewport();
});

test.describe('a case that is none', () => {
  test.use({ expectedTrouble: /status of 404/ });

  test('says so', async ({ desk, person }) => {
    const asha = await person('Asha');
    const answer = await asha.goto(`${desk.url}/cases/nothing`);
    expect(answer?.status()).toBe(404);
    await expect(asha.getByRole('heading')).toHaveText('There is no such case.');
  });
});

test('a half-written note is there again after a look at the reasons', async ({ desk, reader }) => {
  const { did, calls } = await waiting(desk, 5);
  const asha = await reader('Asha', did);
  await pressIn(rowOf(asha, calls[0]), 'More about');
  await detailOf(asha, calls[0]).getByRole('textbox', { name: 'Note' }).fill('Half of a');
  await detailOf(asha, calls[0]).getByRole('link', { name: 'Why is this here?' }).click();
  await expect(asha.getByRole('heading', { level: 1 })).toHaveText('Why is this here?');
  await asha.goBack();
  await expect(rowOf(asha, calls[0])).toContainText('note not saved');
});
