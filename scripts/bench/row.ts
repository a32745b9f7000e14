/** From the post of a record to its row on the screen of a real browser, while others post and watch. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright';
import { findChromium } from '../find.mjs';
import { type Arm, apiToken } from './arms';
import { aRecord } from './firm';
import { startSender } from './load';
import { type Figure, measure } from './measure';

/** Starts `count` watching desks over the server; the function that comes back ends them. */
export async function startWatchers({ origin }: Arm, count: number): Promise<() => void> {
  const watchers = fork('dist/scripts/bench/watchers.js', [origin, apiToken, String(count)]);
  await once(watchers, 'message');
  return () => void watchers.kill();
}

export async function postToRow(arm: Arm, rows: number, perSecond: number, desks: number): Promise<Figure> {
  const endWatch = await startWatchers(arm, desks);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const sender = startSender({
    url: arm.url,
    connections: 16,
    warmSeconds: 0,
    seconds: 600,
    rate: perSecond,
  });
  sender.stdout!.resume();
  try {
    const page = await browser.newPage({ extraHTTPHeaders: { authorization: `Bearer ${apiToken}` } });
    await page.goto(`${arm.origin}/?order=newest`);
    await page.evaluate(noteWhenShown);
    let n = 7e6;
    return await measure(`POST to row, ${perSecond} records/s, ${desks} desks`, rows, async () => {
      const record = aRecord(n++, 'missed', Date.now());
      const digits = String(record.from).slice(-10);
      const seen = page.evaluate((text) => (globalThis as unknown as Watched).shown(text), digits);
      const posted = Date.now();
      await fetch(arm.url, { method: 'POST', body: JSON.stringify(record) });
      const took = (await seen) - posted;
      await setTimeout(50);
      return took;
    });
  } finally {
    sender.kill();
    endWatch();
    await browser.close();
  }
}

type Watched = { shown(text: string): Promise<number> };

/** In the page: tells when a row with a text was drawn, ms. */
function noteWhenShown(): void {
  // Not `innerText`, which has the page laid out at each look.
  const isThere = (text: string) => document.body.textContent.replace(/\s/g, '').includes(text);
  (globalThis as unknown as Watched).shown = (text) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isThere(text)) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
}
