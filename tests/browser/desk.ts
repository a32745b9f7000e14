/** What every browser test stands on: a desk that runs, people who look at it, and calls that come in. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as plain,
} from 'playwright/test';
import { aCaller, aCdr, aDid, type CdrJson, minute, second } from '../builders';

export { expect } from 'playwright/test';

/** The built desk as a process of its own. */
export type Desk = {
  /** `http://127.0.0.1:<port>`; the port stays the same over a restart. */
  url: string;
  start(): Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Posts a record to the webhook, as PIOPIY would, and waits until it is kept. */
  post(cdr: CdrJson): Promise<void>;
  /** The address of the board that shows one DID only. */
  board(did: number, more?: Record<string, string>): string;
};

/** Opens a browser of somebody's own; with null they have not said their name yet. */
export type Person = (name: string | null, options?: BrowserContextOptions) => Promise<Page>;

/** The same, looking at the calls of one DID on the shared desk. */
type Reader = (name: string | null, did: number, more?: Record<string, string>) => Promise<Page>;

type OfTest = {
  /** A desk that no other test knows: to be stopped, or to be empty. */
  ownDesk: Desk;
  person: Person;
  reader: Reader;
  /** What the browsers of this test complained of. */
  trouble: string[];
  /** The complaints that the test brings about on purpose; all others fail it. */
  expectedTrouble: RegExp | null;
};

/** `desk` is shared by the tests of a worker: each mints its own DID on it. */
export const test = plain.extend<OfTest, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern
    async ({}, use) => running(use),
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  ownDesk: async ({}, use) => running(use),
  expectedTrouble: [null, { option: true }],
  trouble: async ({ expectedTrouble }, use) => {
    const trouble: string[] = [];
    await use(trouble);
    expect(trouble.filter((line) => !expectedTrouble?.test(line))).toEqual([]);
  },
  person: async ({ browser, contextOptions, trouble }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, options) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      contexts.push(context);
      watch(context, trouble);
      if (name !== null) {
        await context.addInitScript((typed) => {
          // A page that is still blank keeps nothing.
          if (location.protocol === 'http:') localStorage.setItem('ringback.name', typed);
        }, name);
      }
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  reader: async ({ desk, person }, use) => {
    await use(async (name, did, more) => {
      const page = await person(name);
      await look(page, desk.board(did, more));
      return page;
    });
  },
});

async function running(use: (desk: Desk) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-browser-'));
  const desk = aDesk(folder);
  try {
    await desk.start();
    await use(desk);
  } finally {
    await desk.stop();
    rmSync(folder, { recursive: true });
  }
}

const token = 'a-token-for-the-browser-tests';

function aDesk(folder: string): Desk {
  let child: ChildProcess | undefined;
  let port = '0';
  const desk: Desk = {
    url: '',
    async start() {
      child = spawn(process.execPath, ['dist/server.js'], {
        env: {
          PATH: process.env.PATH,
          PORT: port,
          DATABASE_URL: `file:${join(folder, 'ringback.db')}`,
          WEBHOOK_TOKENS: token,
          DESK_TIME_ZONE: 'Asia/Kolkata',
        } as unknown as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      port = await portOf(child);
      desk.url = `http://127.0.0.1:${port}`;
    },
    async stop(signal = 'SIGTERM') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
    async post(cdr) {
      const answer = await fetch(`${desk.url}/api/webhook/cdr/${token}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(cdr),
      });
      expect(answer.status).toBe(200);
    },
    board(did, more = {}) {
      return `${desk.url}/?${new URLSearchParams({ ...more, did: `+${did}` })}`;
    },
  };
  return desk;
}

/** The port that the start prints. */
async function portOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const port = /The desk: http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (port) {
      child.stdout!.resume();
      return port;
    }
  }
  throw new Error('The desk does not start. Is it built (npm run build)?');
}

/** Notes whatever a page should never do: complain, throw, ask, or speak to anybody but this machine. */
function watch(context: BrowserContext, trouble: string[]): void {
  const isTrouble = (type: string, text: string) =>
    type === 'error' || (type === 'warning' && /hydrat|server[- ]rendered|did not match/i.test(text));
  context.on('console', (message) => {
    if (isTrouble(message.type(), message.text())) {
      trouble.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) => trouble.push(`thrown: ${thrown.error().message}`));
  context.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') trouble.push(`asked ${request.url()}`);
  });
}

/** Opens an address of the desk and waits until the page is live: from then on it hears clicks and keys. */
export async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(lineWord(page)).toHaveText('Live');
}

/** The pointer and the focus leave the rows. */
export async function lookAway(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

/** Leg a of a call to `did` that rang for 5 s and was missed; some minutes ago, as the desk knows no future. */
export function aMissedCall(did: number, given: CdrJson = {}, minutesAgo = 1): CdrJson {
  const time = Date.now() - minutesAgo * minute;
  const startTime = Math.floor(time / second);
  return aCdr({
    to: did,
    from: aCaller(),
    time,
    start_time: startTime,
    end_time: startTime + 5,
    ...given,
  });
}

/** Callers who were missed on a DID of their own, so many minutes ago each. */
export async function waiting<Minutes extends number[]>(
  desk: Desk,
  ...minutesAgo: Minutes
): Promise<{ did: number; calls: { [Index in keyof Minutes]: CdrJson } }> {
  const did = aDid();
  const calls = minutesAgo.map((minutes) => aMissedCall(did, {}, minutes));
  for (const call of calls) await desk.post(call);
  return { did, calls: calls as { [Index in keyof Minutes]: CdrJson } };
}

/** The caller of a record, or a DID, as the desk shows it: "+91 98841 12233", "+91 44 4211 0011". */
export function shown(number: unknown): string {
  return String(number).replace(/^91(?:(44)(\d{4})(\d{4})|(\d{5})(\d{5}))$/, (_all, ...parts) =>
    ['+91', ...parts.slice(0, 5).filter(Boolean)].join(' '),
  );
}

/** The row of a caller. */
export function rowOf(page: Page, { from }: CdrJson) {
  return callerRows(page).filter({ hasText: shown(from) });
}

/** The rows of callers, without the head of the table and the details of opened rows. */
export function callerRows(page: Page) {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^More about/ }) });
}

/** What an opened row shows of its caller. */
export function detailOf(page: Page, { from }: CdrJson) {
  return page.getByRole('region', { name: `Calls of ${shown(from)}` });
}

/** A message at the foot of the page. */
export function toastOf(page: Page, text: string) {
  return page
    .getByRole('region', { name: /^Notifications/ })
    .getByRole('listitem')
    .filter({ hasText: text });
}

/** Whether the rows can be believed: "Live", "Reconnecting…", "Last update 10:02". */
export function lineWord(page: Page) {
  return page.getByRole('banner').getByRole('status');
}

/** Holds back what the page asks by GET of the addresses that match, until the returned function is called. */
export async function hold(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await released;
    // A request that the page gave up meanwhile needs no answer.
    await route.continue().catch(() => undefined);
  });
  return release;
}
