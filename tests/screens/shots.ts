/** What there is a picture of: add a line here for every new page and state. A visit looks, and saves nothing. */

import { expect, type Locator, type Page } from 'playwright/test';
import type { Desk } from '../browser/built-desk';
import { look } from '../browser/on-screen';
import { firstNamed, firstOpenCase, sales } from './filled-desk';

export type Shot = {
  /** Of the file: `board` gives board-light-wide.png and its three sisters. */
  name: string;
  /** Whom the page is shown to; null is nobody (default: Asha, the admin). */
  who?: string | null;
  /** A path on the desk. */
  address: string | ((desk: Desk) => Promise<string>);
  /** What is done on the page before the picture. */
  before?: (page: Page) => Promise<unknown>;
};

/** By a link that an admin makes. */
async function hangOnAWall(page: Page): Promise<void> {
  const secret = await page.evaluate(async () => {
    const answer = await fetch('/api/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'wall', name: `Office ${crypto.randomUUID().slice(0, 8)}` }),
    });
    return ((await answer.json()) as { secret: string }).secret;
  });
  await page.goto(new URL(`/wall/${secret}`, page.url()).href);
}

const keys = (page: Page, ...pressed: string[]) =>
  pressed.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
/** What comes later than the rows is waited for. */
const until = async (acts: Promise<unknown>, seen: Locator) => {
  await acts;
  await expect(seen.first()).toBeVisible();
};
const openFirstRow = (page: Page) =>
  until(keys(page, 'j', 'o'), page.getByRole('region', { name: /^Calls of/ }));
const today = 'from=2026-11-18&to=2026-11-18';

/** On a desk with three days of a small firm. */
export const onTheFilledDesk: Shot[] = [
  // The board
  { name: 'board', address: '/', before: (page) => keys(page, 'j', 'j') },
  { name: 'open-row', address: '/', before: openFirstRow },
  {
    name: 'case-at-the-side',
    address: '/',
    before: (page) => until(keys(page, 'j', 'j', 'Enter'), page.getByRole('textbox', { name: 'Note' })),
  },
  {
    name: 'selected',
    address: '/',
    before: (page) => until(keys(page, 'j', 'x', 'Shift+j', 'Shift+j'), page.getByRole('toolbar')),
  },
  {
    name: 'commands',
    address: '/',
    before: (page) => until(keys(page, 'j', 'Control+k'), page.getByRole('option')),
  },
  {
    name: 'filters',
    address: '/',
    before: (page) => until(page.getByRole('button', { name: 'Filter' }).click(), page.getByLabel('Who')),
  },
  { name: 'filtered', address: `/?view=all&who=Meera&${today}` },
  { name: 'saved-views', address: `/?view=all&who=Meera&${today}`, before: openSavedViews },
  { name: 'notices', address: '/', before: (page) => page.getByRole('button', { name: 'Notices' }).click() },
  { name: 'board-mine', who: 'Meera', address: '/?view=mine' },
  { name: 'board-attempted', address: '/?view=attempted' },
  { name: 'board-in-hindi', address: '/', before: (page) => inHindi(page) },
  { name: 'account-in-hindi', address: '/account', before: (page) => inHindi(page) },
  { name: 'board-one-number', address: `/?did=%2B${sales}` },
  { name: 'board-snoozed', address: '/?view=snoozed' },
  { name: 'board-no-number', address: '/?view=uncallable' },
  { name: 'board-done', address: '/?view=closed' },
  { name: 'board-all', address: '/?view=all' },
  { name: 'search', address: '/?q=98' },
  { name: 'search-finds-nobody', address: '/?q=Meenakshi' },
  { name: 'keys', address: '/', before: (page) => until(keys(page, '?'), page.getByRole('dialog')) },
  { name: 'snooze-times', address: '/', before: openSnoozeTimes },
  { name: 'viewer', who: 'Cleo', address: '/', before: openFirstRow },
  { name: 'agent', who: 'Ravi', address: '/' },

  // Calls and callers
  { name: 'calls', address: '/calls' },
  { name: 'reports', address: '/reports' },
  { name: 'report-rows', address: '/reports/rows?rows=waiting' },
  { name: 'reports-in-hindi', address: '/reports', before: (page) => inHindi(page) },
  { name: 'callers', address: '/callers' },
  { name: 'caller', address: async (desk) => `/callers/${encodeURIComponent(await firstNamed(desk))}` },
  { name: 'import', address: '/callers/import' },
  { name: 'import-with-faults', address: '/callers/import', before: lookAtAnImport },
  { name: 'set-up-later', address: '/setup' },

  // A case and its reasons
  { name: 'case', address: async (desk) => `/cases/${await firstOpenCase(desk)}` },
  { name: 'rules', address: '/rules#rule-9' },

  // What admins look after
  { name: 'settings', address: '/settings' },
  { name: 'quarantine', address: '/quarantine' },
  { name: 'try-a-record', address: '/quarantine/try', before: tryARecord },
  { name: 'people', address: '/people' },
  { name: 'audit', address: '/audit' },
  { name: 'tokens', address: '/data/tokens' },
  { name: 'alerts', address: '/settings/alerts' },
  { name: 'wall', address: '/', before: hangOnAWall },
  { name: 'withdrawal', address: '/data/withdrawal' },
  { name: 'retention', address: '/data/retention' },
  { name: 'erasure', address: '/data/erasure' },
  { name: 'costs', address: '/costs' },
  { name: 'account', address: '/account' },
  { name: 'not-for-agents', who: 'Ravi', address: '/settings' },

  // The door
  { name: 'sign-in', who: null, address: '/sign-in' },
  {
    name: 'invitation',
    who: null,
    address: async (desk) => `/invitation/${(await desk.cast.invited('agent')).secret}`,
  },
  { name: 'no-such-page', address: '/nowhere' },
];

/** On a desk that nobody has rung yet. */
export const onAFreshDesk: Shot[] = [
  { name: 'welcome', who: null, address: '/welcome' },
  { name: 'no-calls-yet', address: '/' },
  { name: 'set-up', address: '/setup' },
  { name: 'quarantine-empty', address: '/quarantine' },
  { name: 'callers-empty', address: '/callers' },
  { name: 'calls-empty', address: '/calls' },
  { name: 'reports-empty', address: '/reports' },
];

/** The pictures of the README, by the names that it knows them under. */
export const inTheReadme: Record<string, string> = {
  'board.png': 'board-light-wide.png',
  'board-dark.png': 'board-dark-wide.png',
  'open-row.png': 'case-at-the-side-light-wide.png',
  'phone.png': 'board-light-phone.png',
};

async function openSavedViews(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function inHindi(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: 'hi', url: page.url() }]);
  await page.reload();
}

async function lookAtAnImport(page: Page): Promise<void> {
  await page.getByLabel('paste').fill('Name,Phone\nMeera,98410 22417\nNobody,\nZed,12\n');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByRole('table', { name: 'Faulty lines' })).toBeVisible();
}

async function openSnoozeTimes(page: Page): Promise<void> {
  await openFirstRow(page);
  await page
    .getByRole('region', { name: /^Calls of/ })
    .getByRole('button', { name: 'Snooze' })
    .click();
}

async function tryARecord(page: Page): Promise<void> {
  const record = `{ type: 'cdr', leg: 'a', direction: 'inbound', status: 'missed', from: 919840099001, to: ${sales} }`;
  await page.getByLabel('Paste a record').fill(record);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('It would put')).toBeVisible();
}

/** Opens the page of a shot; who is signed in waits until it is live. */
export async function visit(page: Page, desk: Desk, { who, address, before }: Shot): Promise<void> {
  const url = desk.url + (typeof address === 'string' ? address : await address(desk));
  const isOfTheDesk = who !== null && !/^\/(rules|nowhere)/.test(new URL(url).pathname);
  if (isOfTheDesk && who !== 'Ravi') await look(page, url);
  else await page.goto(url);
  await before?.(page);
}
