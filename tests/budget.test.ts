/** The first load of the board is small: people open it on phones, far from the server. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { en, type Messages } from '@/messages/en';
import { aServer, ours } from './built-server';
import { anAccount, cookieIn } from './signed-in';

/** Bytes of JavaScript, gzipped (issue: the screen). */
const budget = 175_000;

const build = '.next';

test('the board loads at most 175 kB of JavaScript at first', async () => {
  const files = [...scriptsOf(await theBoardsHtml()), languageOf(en)];
  const sizes = files.map((file) => gzipSync(readFileSync(join(build, file))).length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const list = files.map((file, index) => `${sizes[index]} ${file}`).join('\n');
  console.log(
    `First load of the board: ${sum} bytes of JavaScript, gzipped, in ${files.length} files\n${list}`,
  );
  expect(sum, list).toBeLessThanOrEqual(budget);

  // Control: by the build's own list no file is missed, and what every page needs is more than half of the budget.
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8'));
  expect(files).toEqual(expect.arrayContaining(rootMainFiles));
  expect(sum).toBeGreaterThan(budget / 2);
});

test('control: a script of another page is no part of it, and polyfills for old browsers are none', () => {
  const html = `<script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script>
    <script>self.__next_f.push([1,"2:I[1,[\\"static/chunks/a.js\\",\\"/_next/static/chunks/lazy.js\\"]]"])</script>`;
  expect(scriptsOf(html)).toEqual(['static/chunks/a.js', 'static/chunks/lazy.js']);
});

/** The language that is read: the page's script fetches it before anything comes to life. */
function languageOf({ board }: Messages): string {
  const [file, ...others] = readdirSync(join(build, 'static', 'chunks')).filter(
    (name) =>
      name.endsWith('.js') &&
      readFileSync(join(build, 'static', 'chunks', name), 'utf8').includes(board.noScript),
  );
  expect([file, others]).toEqual([expect.any(String), []]);
  return join('static', 'chunks', file!);
}

/** Every script that the page names, in a tag or in what React reads of it, but what no browser of our day loads. */
function scriptsOf(html: string): string[] {
  const named = html
    .replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, '')
    .match(/static\/chunks\/[\w.~-]+\.js/g);
  return [...new Set(named)];
}

async function theBoardsHtml(): Promise<string> {
  const { origin, post: postRecord } = await aServer();
  // Of a desk at work: with rows.
  await postRecord(
    JSON.stringify({ ...ours(), time: Date.now(), start_time: Math.floor(Date.now() / 1000) }),
  );
  const post = (path: string, body: object) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
  const account = anAccount('Asha');
  expect((await post('/api/first-admin', account)).status).toBe(200);
  const cookie = cookieIn((await post('/api/auth/sign-in/email', account)).headers.getSetCookie());
  const html = await (await fetch(origin, { headers: { cookie } })).text();
  expect(html).toContain('data-key');
  expect(html).toContain('<main');
  expect(html).toContain('Asha');
  return html;
}
