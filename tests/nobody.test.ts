/** Nobody who is not signed in gets a number out of the built server, by whatever address or header they try. */

import type { RequestOptions } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { aLeg } from './builders';
import { aServer, ours, textOf } from './built-server';
import { anAccount, cookieIn } from './signed-in';

let server: Awaited<ReturnType<typeof aServer>>;
let cookie = '';
let marks: string[] = [];
let id = '';

beforeAll(async () => {
  server = await aServer();
  const { host } = new URL(server.origin);
  const changing = { 'content-type': 'application/json', origin: server.origin, host };
  const send = (path: string, body: object) =>
    fetch(server.origin + path, { method: 'POST', headers: changing, body: JSON.stringify(body) });
  const asha = anAccount('Asha');
  expect((await send('/api/first-admin', asha)).status).toBe(200);
  const answer = await send('/api/auth/sign-in/email', { email: asha.email, password: asha.password });
  expect(answer.status).toBe(200);
  cookie = cookieIn(answer.headers.getSetCookie());
  const record = ours();
  await server.post(JSON.stringify(record));
  id = aLeg(record).callId;
  marks = [String(record.from).slice(-6), String(record.to).slice(-6), asha.email];
});

/** Asks, and goes on to where the desk sends one: Next does so before it answers in its own format. */
async function ask(path: string, options: RequestOptions = {}, hops = 3) {
  const { asked, answered } = server.open(path, options);
  asked.end();
  const answer = await answered;
  const next = answer.headers.location;
  const isStream = answer.headers['content-type']?.startsWith('text/event-stream');
  if (isStream) answer.destroy();
  // Numbers are grouped on pages.
  const text = isStream ? 'a stream' : (await textOf(answer)).replace(/(?<=\d)[ -](?=\d)/g, '');
  if (next?.startsWith('/') && hops > 0 && !isLeak(text)) return ask(next, options, hops - 1);
  return { status: answer.statusCode!, text };
}

const isLeak = (text: string) => text === 'a stream' || marks.some((mark) => text.includes(mark));

/** Each address of the desk, and what might be taken for it. */
const addresses = () => [
  ...['/', '/?state=all', '//', '/.', '/index', '/index.rsc', '/index.txt', '/index.html', '/index.json'],
  ...['', '.rsc', '.txt', '/', '.segments/_tree.segment.rsc', '?_rsc=1'].map((end) => `/cases/${id}${end}`),
  ...[`//cases/${id}`, `/%63ases/${id}`, `/./cases/${id}`, `/CASES/${id}`, `/rules/../cases/${id}`],
  ...[
    '/settings',
    '/settings/alerts',
    '/wall/x',
    '/api/wall/x',
    '/api/alerts',
    '/api/digest',
    '/quarantine',
    '/quarantine/try',
    '/people',
    '/audit',
    '/calls',
    '/reports',
    '/reports/rows',
    '/setup',
    '/manifest.webmanifest',
    '/welcome',
    '/sign-in',
    '/rules',
  ],
  ...['/api/cases', '/api/cases?state=all', '/api/cases/', '//api/cases', '/api//cases', '/API/cases'],
  ...['/%61pi/cases', '/api/%63ases', '/api%2Fcases', '/api/cases%2F', '/api/cases.rsc', '/api/cases;x'],
  ...['/api/cases%00', '/api/../api/cases', '/api/./cases', '/api/health/../cases', '/api/webhook/../cases'],
  ...['/_next/../api/cases', '/_next/data/x/index.json', '/_next/image?url=%2Fapi%2Fcases&w=64&q=75'],
  ...[`/api/cases/${id}`, `//api/cases/${id}`, `/api/%63ases/${id}`, `/api/cases/${id}.rsc`],
  ...['/api/events', '//api/events', '/api/%65vents', '/api/settings', '/api/people', '/api/audit'],
  ...['/api/reports.csv', '/api/reports.csv?table=dids'],
  ...['/api/sessions', '/api/quarantine', '/api/auth/get-session', '/api/auth/list-sessions'],
  ...['http://localhost/api/cases', 'http://127.0.0.1/'],
];

const layers = (name: string) => Array(5).fill(name).join(':');
const tricks: [string, Record<string, string>][] = [
  ['nothing', {}],
  ['RSC', { rsc: '1' }],
  [
    'a prefetch',
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  ],
  ['a segment', { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['data of a page', { 'x-nextjs-data': '1' }],
  ['a subrequest of the middleware', { 'x-middleware-subrequest': layers('middleware') }],
  ['… in src', { 'x-middleware-subrequest': layers('src/middleware') }],
  ['a subrequest of the proxy', { 'x-middleware-subrequest': layers('proxy') }],
  [
    'a rewrite',
    { 'x-middleware-rewrite': '/api/cases', 'x-middleware-next': '1', 'x-middleware-invoke': '1' },
  ],
  [
    'an invocation',
    { 'x-invoke-path': '/api/cases', 'x-invoke-status': '200', 'x-matched-path': '/api/cases' },
  ],
  ['another address', { 'x-original-url': '/api/cases', 'x-rewrite-url': '/api/cases' }],
  ['a proxy here', { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '::1' }],
  [
    'a proxy elsewhere',
    { 'x-forwarded-host': 'desk.example.com', forwarded: 'for=127.0.0.1;host=localhost' },
  ],
  ['another host', { host: 'desk.example.com' }],
  ['a host here', { host: 'localhost' }],
  ['a revalidation', { 'x-prerender-revalidate': 'x', 'x-next-revalidated-tags': 'x', purpose: 'prefetch' }],
  ['a wrong token', { authorization: 'Bearer wrong' }],
  ['a user and password', { authorization: `Basic ${Buffer.from('asha@example.com:x').toString('base64')}` }],
  [
    'made-up cookies',
    { cookie: 'ringback.session_token=x.y; ringback.session_data=e30; __prerender_bypass=x' },
  ],
];

test('control: whoever is signed in finds the caller at the plain addresses', async () => {
  for (const path of ['/', `/cases/${id}`, '/api/cases', `/api/cases/${id}`])
    expect([path, isLeak((await ask(path, { headers: { cookie } })).text)]).toEqual([path, true]);
  expect((await ask('/api/events', { headers: { cookie } })).text).toBe('a stream');
  for (const path of ['/', `/cases/${id}`])
    expect([path, isLeak((await ask(path, { headers: { cookie, rsc: '1' } })).text)]).toEqual([path, true]);
});

test.each(tricks)('with %s nobody sees anything at any address', async (_, headers) => {
  for (const path of addresses()) {
    const { status, text } = await ask(path, { headers });
    expect([path, isLeak(text)]).toEqual([path, false]);
    expect(status, path).toBeLessThan(500);
  }
});

test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
  'nor by %s, also as an action of a page',
  async (method) => {
    for (const path of addresses())
      for (const headers of [{}, { 'next-action': 'a'.repeat(42) }, { 'x-http-method-override': 'GET' }]) {
        const { status, text } = await ask(path, { method, headers });
        expect([path, isLeak(text)]).toEqual([path, false]);
        expect(status, path).toBeLessThan(500);
      }
  },
);

test('nobody who looks at a page is shown it: they are sent to sign in, and told no address but their own', async () => {
  for (const path of ['/', `/cases/${id}`, '/settings', '/setup', '/quarantine', '/quarantine/try']) {
    const answer = await fetch(server.origin + path, { redirect: 'manual' });
    expect([path, answer.status]).toEqual([path, 307]);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in(\?to=%2F[^/]|$)/);
  }
});
