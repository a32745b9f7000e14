/** Text from outside stays text: it is shown as it came, runs nowhere and leads nowhere. */

import { expect, type Locator, type Page } from 'playwright/test';
import { aCaller, aDid, aLegB, type CdrJson } from '../../builders';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, detailOf, look, pressIn, rowOf, toastOf } from '../on-screen';

/** The policy of the pages would stop a script, too; here it is off, so that only what is done with the text counts. */
test.use({ contextOptions: { bypassCSP: true } });

const hostile = [
  '<img src=x onerror="window.__pwned=true">',
  '"><script>window.__pwned=true</script>',
  '</script><script>window.__pwned=true</script>',
  '</textarea></title><svg onload=window.__pwned=true>',
  "' autofocus onfocus='window.__pwned=true",
  'javascript:window.__pwned=true',
  '{{constructor.constructor("window.__pwned=true")()}}',
  '{{7*7}} <%= 7*7 %>',
  '&lt;b&gt; &amp; &#x3c;',
  '__proto__',
  '\u202Ekcab dellac\u202C',
  '=HYPERLINK("http://192.0.2.1","x")',
];

test('as the number of the caller', async ({ desk, reader }) => {
  const did = aDid();
  for (const text of hostile) await desk.post(aMissedCall(did, { from: text }));
  const asha = await reader('Asha', did, { view: 'all' });
  await expect(callerRows(asha)).toHaveCount(hostile.length);
  for (const text of hostile) {
    const row = callerRows(asha).filter({ hasText: text });
    await pressIn(row, 'More about');
    await expect(asha.getByRole('region', { name: `Calls of ${text}` })).toBeVisible();
    await pressIn(row, 'Called back');
    await expect(toastOf(asha, `Called back: ${text}`)).toBeVisible();
  }
  await expectOnlyText(asha);
  await look(asha, desk.board(did, { view: 'closed' }));
  for (const text of hostile) await expect(callerRows(asha).filter({ hasText: text })).toBeVisible();
  await expectOnlyText(asha);
});

test('as our own number', async ({ ownDesk, person }) => {
  for (const text of hostile) await ownDesk.post(aMissedCall(0, { to: text }));
  await ownDesk.post(aMissedCall(0, { to: `${hostile[0]}914442110011` }));
  const asha = await person('Asha');
  await look(asha, ownDesk.url);
  await expect(callerRows(asha)).toHaveCount(hostile.length + 1);
  await expect(asha.getByRole('navigation', { name: 'Numbers', exact: true })).toContainText(
    shown(914442110011),
  );
  await expectOnlyText(asha);
});

test('in every other field of a record', async ({ desk, reader }) => {
  const did = aDid();
  const calls = hostile.map((text): [string, CdrJson] => [text, aHostileCall(did, text)]);
  for (const [text, call] of calls) {
    await desk.post(call);
    await desk.post(aLegB(call, { status: text, from: text, to: text }));
  }
  const asha = await reader('Asha', did);
  await expect(callerRows(asha)).toHaveCount(hostile.length);
  for (const [text, call] of calls) {
    await pressIn(rowOf(asha, call), 'More about');
    await expect(detailOf(asha, call)).toContainText(String(call.conversation_uuid));
    const legs = detailOf(asha, call).getByRole('list', { name: 'Legs' }).getByRole('listitem');
    await expect(legs).toHaveCount(2);
    for (const leg of await legs.all()) await expect(leg).toContainText(text);
  }
  await expectOnlyText(asha);
});

test('as a name and as a note', async ({ desk, person }) => {
  const did = aDid();
  const calls = hostile.map((text): [string, CdrJson] => [text, aMissedCall(did)]);
  for (const [, call] of calls) await desk.post(call);
  const mallory = await person(null);
  for (const [text, call] of calls) {
    await mallory.context().addCookies(await desk.cast.cookiesOf(text));
    await look(mallory, desk.board(did));
    await expect(mallory.getByRole('complementary')).toContainText(text);
    await pressIn(rowOf(mallory, call), 'More about');
    await detailOf(mallory, call).getByRole('textbox', { name: 'Note' }).fill(text);
    await detailOf(mallory, call).getByRole('button', { name: 'Tried' }).click();
    await expect(toastOf(mallory, `Tried: ${shown(call.from)}`)).toBeVisible();
    await expectOnlyText(mallory);
  }

  const asha = await person('Asha');
  await look(asha, desk.board(did));
  for (const [text, call] of calls) {
    await expect(rowOf(asha, call)).toContainText(`${text}, just now`);
    await pressIn(rowOf(asha, call), 'More about');
    await expect(detailOf(asha, call)).toContainText(`${text}: Tried`);
    await expect(detailOf(asha, call).getByRole('paragraph').filter({ hasText: text }).last()).toHaveText(
      text,
    );
  }
  await expectOnlyText(asha);
});

test('as the name of a caller, in a note about them, and in a list of contacts', async ({ desk, person }) => {
  const did = aDid();
  const calls = hostile.map((text): [string, CdrJson] => [text, aMissedCall(did)]);
  for (const [text, call] of calls) {
    await desk.post(call);
    await desk.cast.postAs('Asha', `/api/callers/+${call.from}/notes`, { text });
  }
  const asha = await person('Asha');
  await look(asha, `${desk.url}/callers/import`);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = calls.map(([text, { from }]) => `${quoted(text)},${from}`);
  const wrong = hostile.map((text) => `${quoted(text)},${quoted(text)}`);
  await asha.getByLabel('paste').fill(['Name,Phone', ...lines, ...wrong].join('\n'));
  await asha.getByRole('button', { name: 'Look at it' }).click();
  await expect(asha.getByRole('table').getByRole('row')).toHaveCount(1 + hostile.length);
  await expectOnlyText(asha);
  await asha.getByRole('checkbox').check();
  await asha.getByRole('button', { name: `Import ${hostile.length} names` }).click();
  await expect(toastOf(asha, `Imported: ${hostile.length} new`)).toBeVisible();
  for (const [text, call] of calls) {
    await look(asha, `${desk.url}/callers/%2B${call.from}`);
    await expect(asha.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(text);
    await expect(asha.getByRole('list', { name: 'Notes' })).toContainText(text);
    await expectOnlyText(asha);
  }
  for (const address of [desk.board(did), `${desk.url}/callers`]) {
    await look(asha, address);
    for (const [text] of calls) await expect(asha.getByText(text, { exact: true }).first()).toBeVisible();
    await expectOnlyText(asha);
  }
});

test('in the search, as it is typed', async ({ desk, reader }) => {
  await waiting(desk, 5);
  const asha = await reader('Asha', aDid());
  for (const text of hostile) {
    await asha.getByRole('textbox', { name: 'Search' }).fill(text);
    await expect(asha.getByText(`Nothing matches “${text}”`)).toBeVisible();
    await expectOnlyText(asha);
  }
});

test('in the address, the search among it', async ({ desk, person }) => {
  const asha = await person('Asha');
  for (const text of hostile) {
    await look(asha, `${desk.url}/?${new URLSearchParams({ did: text, view: text, limit: text, q: text })}`);
    await expect(asha.getByRole('heading', { level: 1 })).toContainText(text);
    await expect(asha.getByText(`Nothing matches “${text}”`)).toBeVisible();
    await expect(asha.getByRole('textbox', { name: 'Search' })).toHaveValue(text);
    await expectOnlyText(asha);
  }
});

test('writing that turns around turns nothing but itself', async ({ desk, person }) => {
  const did = aDid();
  const call = aMissedCall(did);
  await desk.post(call);
  for (const name of ['Asha', '\u202EAsha']) {
    const page = await person(name);
    await look(page, desk.board(did));
    await pressIn(rowOf(page, call), 'More about');
    await detailOf(page, call).getByRole('button', { name: 'Tried' }).click();
    await expect(rowOf(page, call)).toContainText(`${name}, just now`);
    expect(await isLeftToRight(rowOf(page, call), 'just now'), `${name}, just now`).toBe(true);
    expect(await isLeftToRight(detailOf(page, call), 'Tried'), `${name}: Tried`).toBe(true);
  }
});

test.describe('control', () => {
  test.use({ expectedTrouble: /./ });

  test('put in as HTML, such text does run in this browser', async ({ desk, person }) => {
    const asha = await person('Asha');
    await asha.goto(desk.url);
    await asha.evaluate((html) => {
      document.body.innerHTML = html;
    }, hostile[0] as string);
    await asha.waitForFunction(() => '__pwned' in window);
  });
});

function aHostileCall(did: number, text: string): CdrJson {
  return aMissedCall(did, {
    [text]: text,
    status: text,
    conversation_uuid: `${text} ${aCaller()}`,
    cmiuuid: text,
    callerid: text,
    extra_params: { [text]: text },
    hangup_reason: text,
    request_id: text,
    user: text,
    team: text,
    ivr_name: text,
  });
}

/** Nothing ran, no element listens in its markup, and nothing leads to a script. */
async function expectOnlyText(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    // The icon with the count is drawn by the desk itself, of a number only.
    const attributes = [...document.querySelectorAll('*:not(link[rel=icon])')].flatMap((one) => [
      ...one.attributes,
    ]);
    return {
      hasRun: '__pwned' in window,
      listeners: attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      scripts: attributes
        .filter(({ name }) => ['href', 'src', 'action', 'formaction'].includes(name))
        .filter(({ value }) => /^\s*(javascript|data|vbscript):/i.test(value))
        .map(({ value }) => value),
    };
  });
  expect(found).toEqual({ hasRun: false, listeners: [], scripts: [] });
}

/** Whether the letters of a text stand from left to right where they are shown. */
async function isLeftToRight(at: Locator, text: string): Promise<boolean> {
  return at.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1;
      if (from < 0 || node.parentElement?.closest('button')) continue;
      const left = (offset: number) => {
        const range = document.createRange();
        range.setStart(node!, offset);
        range.setEnd(node!, offset + 1);
        return range.getBoundingClientRect().left;
      };
      return left(from) < left(from + wanted.length - 1);
    }
    throw new Error(`“${wanted}” is nowhere to be seen.`);
  }, text);
}
