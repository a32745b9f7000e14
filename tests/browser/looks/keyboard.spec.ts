/** The keyboard alone is enough: no test in this file touches the pointer. */

import { expect, type Locator, type Page } from 'playwright/test';
import { aMissedCall, shown, waiting } from '../calls';
import { test } from '../desk';
import { callerRows, detailOf, look, panelOf, rowOf, toastOf } from '../on-screen';

test.describe('moving', () => {
  test('j and k, and the arrows, walk over the rows and stop at both ends', async ({ desk, reader }) => {
    const { did } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    const rows = callerRows(asha);
    for (const [key, index] of [
      ['j', 0],
      ['j', 1],
      ['ArrowDown', 2],
      ['j', 2],
      ['k', 1],
      ['ArrowUp', 0],
      ['k', 0],
    ] as const) {
      await asha.keyboard.press(key);
      await expectFocus(rows.nth(index));
    }
  });

  test('the row in the focus is in sight, clear of the bars, in a list longer than the screen', async ({
    desk,
    reader,
  }) => {
    const { did } = await waiting(desk, ...Array.from({ length: 30 }, (_, index) => 30 - index));
    const asha = await reader('Asha', did);
    for (const key of [...Array(30).fill('j'), ...Array(29).fill('k')]) {
      await asha.keyboard.press(key);
      const isInSight = await asha.evaluate(() => {
        const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
        return [top + 3, top + height - 3].every((y) =>
          document.activeElement!.contains(document.elementFromPoint(left + width / 2, y)),
        );
      });
      expect(isInSight, `after ${key}: ${await focused(asha.locator(':focus'))}`).toBe(true);
    }
  });

  test('o and Space show the calls of a row beneath it and hide them, Escape too, and the focus stays on it', async ({
    desk,
    reader,
  }) => {
    const {
      did,
      calls: [call],
    } = await waiting(desk, 2);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('j');
    await asha.keyboard.press('o');
    await expect(detailOf(asha, call)).toBeVisible();
    await asha.keyboard.press('Space');
    await expect(detailOf(asha, call)).toHaveCount(0);
    await asha.keyboard.press('Space');
    await expect(detailOf(asha, call)).toBeVisible();
    await asha.keyboard.press('Escape');
    await expect(detailOf(asha, call)).toHaveCount(0);
    await expectFocus(rowOf(asha, call));
  });
});

test.describe('marking', () => {
  test('e marks as called back, the focus lands on the next row, and z takes it back', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('j');
    await asha.keyboard.press('j');
    await asha.keyboard.press('e');
    await expect(rowOf(asha, calls[1])).toHaveCount(0);
    await expectFocus(rowOf(asha, calls[2]));
    await expect(toastOf(asha, `Called back: ${shown(calls[1].from)}`)).toBeVisible();
    await asha.keyboard.press('z');
    await expect(callerRows(asha)).toHaveCount(3);
    await expectFocus(rowOf(asha, calls[1]));
  });

  test('a row that z takes back stands where it stood', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7);
    const asha = await reader('Asha', did);
    for (const key of ['j', 'j', 'e']) await asha.keyboard.press(key);
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await asha.keyboard.press('z');
    await expect(callerRows(asha)).toHaveCount(3);
    await expect(callerRows(asha).nth(1)).toContainText(shown(calls[1].from));
  });

  test('several marks in a row work through the list, and z takes them back one by one', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 9, 8, 7, 6);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('j');
    for (const key of ['e', 'l', 'e']) await asha.keyboard.press(key);
    // All at once, for a toast goes again by itself.
    const said = [
      `Called back: ${shown(calls[0].from)}`,
      `Left a message: ${shown(calls[1].from)}`,
      `Called back: ${shown(calls[2].from)}`,
    ];
    await Promise.all(said.map((text) => expect(toastOf(asha, text)).toHaveCount(1)));
    await expect(callerRows(asha)).toHaveCount(1);
    await expectFocus(rowOf(asha, calls[3]));
    for (const call of [calls[2], calls[1], calls[0]]) {
      await asha.keyboard.press('z');
      await expectFocus(rowOf(asha, call));
    }
    await expect(callerRows(asha)).toHaveCount(4);
  });

  test('a row that is marked in the very moment in which the rows have come goes at once, too', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 90, 80, 70);
    const asha = await reader('Asha', did);
    const views = asha.getByRole('navigation', { name: 'Views', exact: true });
    await views.getByRole('link', { name: 'All' }).click();
    await expect(callerRows(asha).first()).toContainText(shown(calls[2].from));
    await asha.keyboard.press('j');
    await expectFocus(rowOf(asha, calls[2]));
    // Before the page has done what follows on the rows: no hand is so quick, but a page may be so slow.
    await asha.evaluate((oldest) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('tbody tr')?.textContent.includes(oldest)) return;
        observer.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    }, shown(calls[0].from));
    await views.getByRole('link', { name: 'Open' }).click();
    await expect(toastOf(asha, `Called back: ${shown(calls[2].from)}`)).toBeVisible();
    await expect(rowOf(asha, calls[2])).toHaveCount(0);
    await expect(rowOf(asha, calls[1])).toBeFocused();
  });

  test('after the last row of the list the focus lands on the one before', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    for (const key of ['j', 'j', 'e']) await asha.keyboard.press(key);
    await expect(rowOf(asha, calls[1])).toHaveCount(0);
    await expectFocus(rowOf(asha, calls[0]));
  });

  test('after the very last mark the desk goes on by itself', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    const ravi = await reader('Ravi', did);
    for (const key of ['j', 'e']) await asha.keyboard.press(key);
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    const next = aMissedCall(did);
    await desk.post(next);
    await expect(rowOf(asha, next)).toBeVisible();
    await expect(rowOf(ravi, next)).toBeVisible();
    await expect(rowOf(ravi, calls[0])).toHaveCount(0);
    for (const key of ['j', 'e']) await ravi.keyboard.press(key);
    // Nobody reads Asha's rows, so nothing keeps this one there.
    await expect(rowOf(asha, next)).toHaveCount(0);
  });

  test('l leaves a message, t keeps the row as tried', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 9, 8);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('j');
    await asha.keyboard.press('t');
    await expect(rowOf(asha, calls[0])).toContainText('Tried');
    await expect(rowOf(asha, calls[0])).toContainText('Asha, just now');
    await expectFocus(rowOf(asha, calls[0]));
    await asha.keyboard.press('l');
    await expect(toastOf(asha, `Left a message: ${shown(calls[0].from)}`)).toBeVisible();
    await expectFocus(rowOf(asha, calls[1]));
  });

  test('c calls the number of the row', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 3);
    const asha = await reader('Asha', did);
    const dialled = await asha.evaluateHandle(() => {
      const numbers: string[] = [];
      document.addEventListener('click', (event) => {
        event.preventDefault();
        numbers.push((event.target as Element).closest('a')?.getAttribute('href') ?? '');
      });
      return numbers;
    });
    await asha.keyboard.press('j');
    await asha.keyboard.press('c');
    expect(await dialled.jsonValue()).toEqual([`tel:+${calls[0].from}`]);
  });

  test('without a row nothing is marked', async ({ desk, reader }) => {
    const { did } = await waiting(desk, 3);
    const asha = await reader('Asha', did);
    const said = saidBy(asha);
    for (const key of ['e', 'l', 't', 'a', 'x', 'z', 'Enter', 'Escape']) await asha.keyboard.press(key);
    for (const key of ['j', 't']) await asha.keyboard.press(key);
    await expect(toastOf(asha, 'Tried')).toBeVisible();
    expect(said).toEqual(['tried']);
  });
});

test.describe('notes', () => {
  test('a opens the case and its note; what is typed there is text and no key', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 5, 4);
    const asha = await reader('Asha', did);
    const said = saidBy(asha);
    await asha.keyboard.press('j');
    await asha.keyboard.press('a');
    const note = panelOf(asha, calls[0]).getByRole('textbox', { name: 'Note' });
    await expect(note).toBeFocused();
    await asha.keyboard.type('jkeltzxao/?c');
    await expect(note).toHaveValue('jkeltzxao/?c');
    await expect(callerRows(asha)).toHaveCount(2);
    await expect(asha.getByRole('dialog')).toHaveCount(0);
    await asha.keyboard.press('Escape');
    await asha.keyboard.press('t');
    await expect(toastOf(asha, 'Tried')).toBeVisible();
    expect(said).toEqual(['tried']);
  });

  test('Escape leaves the note without losing it, and e takes it along', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    for (const key of ['j', 'a']) await asha.keyboard.press(key);
    const note = panelOf(asha, calls[0]).getByRole('textbox', { name: 'Note' });
    await expect(note).toBeFocused();
    await asha.keyboard.type('Comes on Monday');
    await asha.keyboard.press('Escape');
    await expectFocus(rowOf(asha, calls[0]));
    await expect(rowOf(asha, calls[0])).toContainText('note not saved');
    await asha.keyboard.press('e');
    await expect(toastOf(asha, 'Called back')).toBeVisible();
    await look(asha, desk.board(did, { view: 'closed' }));
    for (const key of ['j', 'Enter']) await asha.keyboard.press(key);
    await expect(panelOf(asha, calls[0])).toContainText('Comes on Monday');
  });

  test('a note is saved by keys, and the focus does not get lost', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    for (const key of ['j', 'a']) await asha.keyboard.press(key);
    const panel = panelOf(asha, calls[0]);
    await expect(panel.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await asha.keyboard.type('Comes on Monday');
    await asha.keyboard.press('Tab');
    await expectFocus(panel.getByRole('button', { name: 'Save note' }));
    await asha.keyboard.press('Enter');
    await expect(toastOf(asha, 'Note saved')).toBeVisible();
    await expect(panel).toContainText('Asha: Note');
    await expect(panel.getByRole('textbox', { name: 'Note' })).toBeFocused();
  });
});

test.describe('the rest of the page', () => {
  test('/ searches, and Escape leaves the search with its text', async ({ desk, reader }) => {
    const { did, calls } = await waiting(desk, 5, 4);
    const asha = await reader('Asha', did);
    await asha.keyboard.press('/');
    const search = asha.getByRole('textbox', { name: 'Search' });
    await expectFocus(search);
    const part = shown(calls[1].from).slice(-5);
    await asha.keyboard.type(part);
    await expect(rowOf(asha, calls[0])).toHaveCount(0);
    await asha.keyboard.press('Escape');
    await expect(search).not.toBeFocused();
    await expect(search).toHaveValue(part);
    await asha.keyboard.press('j');
    await expectFocus(rowOf(asha, calls[1]));
  });

  test('? shows all keys; they do nothing beneath the dialog, and Escape closes it', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    const said = saidBy(asha);
    await asha.keyboard.press('j');
    await asha.keyboard.press('?');
    const dialog = asha.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toBeVisible();
    for (const key of ['j', 'k', 'o', 'Enter', 'c', 'e', 'l', 't', 'a', 'x', 'z', '/', '?']) {
      if (key !== 'Enter') await asha.keyboard.press(key);
      await expect(dialog.getByText(key, { exact: true })).toBeVisible();
    }
    await asha.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expectFocus(rowOf(asha, calls[0]));
    await asha.keyboard.press('t');
    await expect(toastOf(asha, 'Tried')).toBeVisible();
    expect(said).toEqual(['tried']);
  });

  test('with Ctrl, Alt or Meta a letter belongs to the browser', async ({ desk, reader }) => {
    const { did } = await waiting(desk, 5);
    const asha = await reader('Asha', did);
    const said = saidBy(asha);
    await asha.keyboard.press('j');
    for (const key of ['Control+e', 'Alt+l', 'Meta+t', 't']) await asha.keyboard.press(key);
    await expect(toastOf(asha, 'Tried')).toBeVisible();
    expect(said).toEqual(['tried']);
  });

  test('Tab alone reaches the row and its buttons, and the focus can be seen at every stop', async ({
    desk,
    reader,
  }) => {
    const { did, calls } = await waiting(desk, 5, 4);
    const asha = await reader('Asha', did);
    const selectAll = asha.getByRole('checkbox', { name: 'Select all shown' });
    await asha.getByRole('textbox', { name: 'Search' }).focus();
    // Past the tools beside the search and the figures.
    for (let stops = 0; stops < 20 && !(await isFocused(selectAll)); stops += 1) {
      await asha.keyboard.press('Tab');
      await expectFocus(asha.locator(':focus'));
    }
    await expectFocus(selectAll);
    await asha.keyboard.press('Tab');
    await expectFocus(rowOf(asha, calls[0]));
    const row = rowOf(asha, calls[0]);
    for (const stop of [
      row.getByRole('checkbox', { name: 'Select' }),
      row.getByRole('link', { name: shown(calls[0].from), exact: true }),
      row.getByRole('link', { name: 'Call' }),
      row.getByRole('button', { name: 'Claim' }),
      row.getByRole('button', { name: 'Snooze' }),
      row.getByRole('button', { name: 'Called back' }),
      row.getByRole('button', { name: 'More about' }),
    ]) {
      await asha.keyboard.press('Tab');
      await expectFocus(stop);
    }
    await asha.keyboard.press('Space');
    await expect(detailOf(asha, calls[0])).toBeVisible();
    await asha.keyboard.press('Shift+Tab');
    await asha.keyboard.press('Enter');
    await expect(toastOf(asha, `Called back: ${shown(calls[0].from)}`)).toBeVisible();
    await expectFocus(rowOf(asha, calls[1]));
  });
});

/** Collects what the page tells the desk from now on. */
function saidBy(page: Page): string[] {
  const said: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') said.push(request.postDataJSON().kind ?? request.method());
  });
  return said;
}

/** It has the focus, and one can see that. */
async function expectFocus(at: Locator): Promise<void> {
  await expect(at).toBeFocused();
  await expect(at).not.toHaveCSS('outline-style', 'none');
  await expect(at).toBeInViewport();
}

async function isFocused(at: Locator): Promise<boolean> {
  return at.evaluate((element) => element === document.activeElement);
}

async function focused(at: Locator): Promise<string> {
  return (await at.count()) === 0 ? 'nothing has the focus' : ((await at.textContent()) ?? '');
}
