/** The built server's front door: what every answer tells browsers, and what it believes of a request's way. */

import { beforeAll, describe, expect, test } from 'vitest';
import { aServer } from './built';

const API_TOKEN = 'a-token-for-programs';
const signedIn = { authorization: `Bearer ${API_TOKEN}` };
const pages = ['/', '/rules', '/settings', '/nowhere', '/api/nowhere'];
const doors = ['/api/health', '/api/cases', '/api/sessions', '/api/webhook/cdr/wrong', '/api/people'];

type Server = Awaited<ReturnType<typeof aServer>>;

describe('at this machine', () => {
  let server: Server;
  beforeAll(async () => {
    server = await aServer({ API_TOKEN });
  });

  const files = ['/icon.svg', '/_next/static/nothing.js'];
  test.each([...pages, ...doors, ...files])(
    '%s tells browsers to be careful, and not by what it was made',
    async (path) => {
      const { headers } = await server.ask(path, signedIn);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(Object.keys(headers)).not.toContain('x-powered-by');
      expect(Object.keys(headers), 'without TLS').not.toContain('strict-transport-security');
    },
  );

  test.each([...pages.filter((path) => !path.startsWith('/api/')), ...files])(
    '%s keeps what belongs to the machine, and its own window, from pages',
    async (path) => {
      expect((await server.ask(path, signedIn)).headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    },
  );

  test.each(doors)('%s is no page, wherever somebody opens it', async (path) => {
    const { headers } = await server.ask(path, signedIn);
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test.each([...pages, ...doors, '/api/events'])('nobody on the way may keep %s', async (path) => {
    const headers = path === '/api/events' ? {} : signedIn;
    const kept = (await server.ask(path, headers)).headers['cache-control'];
    expect(kept).toMatch(/private/);
    expect(kept).toMatch(/no-store/);
  });

  test('every page has a nonce of its own, which all of its scripts carry', async () => {
    const nonces = new Set<string>();
    for (const path of ['/rules', '/rules', '/nowhere']) {
      const { headers, body } = await server.ask(path);
      const nonce = /script-src 'nonce-([^']{22,})' 'strict-dynamic';/.exec(
        String(headers['content-security-policy']),
      )?.[1];
      const scripts = body.match(/<script\b[^>]*>/g)!;
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
      nonces.add(nonce!);
    }
    expect(nonces.size).toBe(3);
  });

  test('the nonce is not what somebody asks for', async () => {
    const wished = "script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='";
    const { headers, body } = await server.ask('/rules', {
      'content-security-policy': wished,
      'x-nonce': 'AAAA',
    });
    expect(String(headers['content-security-policy'])).not.toContain('nonce-AAAA');
    expect(body).not.toContain('nonce="AAAA');
  });

  test('the policy lets in nothing that nobody needs', async () => {
    const policy = String((await server.ask('/rules')).headers['content-security-policy']);
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
      "img-src 'self' data:",
    ]) {
      expect(policy.split('; ')).toContain(directive);
    }
    expect(policy).not.toMatch(/unsafe-|\*|http/);
  });

  test('the first admin is made from this machine, and by nobody who only says so', async () => {
    const make = (headers: Record<string, string>) => {
      const asked = { host: 'localhost', 'content-type': 'application/json', ...headers };
      const origin = headers.origin ?? `http://${asked.host}`;
      const body = JSON.stringify({
        name: 'Asha',
        email: 'asha@example.com',
        password: 'behind the tin shed',
      });
      return server.ask('/api/first-admin', { ...asked, origin }, { method: 'POST', body });
    };
    for (const headers of [
      { host: 'desk.example.com' },
      { host: 'desk.example.com', 'x-forwarded-host': 'localhost', origin: 'http://localhost' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-host': 'localhost' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
    ] as Record<string, string>[]) {
      expect([headers, (await make(headers)).status]).toEqual([headers, 403]);
    }
    expect((await make({})).status, 'control').toBe(200);
  });

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    '%s makes nobody another client, unless a proxy is trusted',
    async (header) => {
      expect(await waiting(server, header)).toBeGreaterThan(5);
    },
  );
});

/** How many of 40 tries of a wrong token are told to wait, each with an address of its own in `header`. */
async function waiting(server: Server, header: string): Promise<number> {
  let waiting = 0;
  for (let n = 0; n < 40; n += 1) {
    const { status } = await server.ask('/api/webhook/cdr/wrong', { [header]: `203.0.113.${n}` });
    if (status === 429) waiting += 1;
  }
  return waiting;
}

describe('behind a proxy that is trusted', () => {
  let server: Server;
  const behind = { PUBLIC_URL: 'https://desk.example.com', TRUST_PROXY: '1', API_TOKEN };
  beforeAll(async () => {
    server = await aServer(behind);
  });

  test('every client is counted by the address that the proxy wrote last', async () => {
    expect(await waiting(server, 'x-forwarded-for')).toBe(0);
    let waitingAll = 0;
    for (let n = 0; n < 40; n += 1) {
      const list = `198.51.100.${n}, 203.0.113.99`;
      const { status } = await server.ask('/api/webhook/cdr/wrong', { 'x-forwarded-for': list });
      if (status === 429) waitingAll += 1;
    }
    expect(waitingAll).toBeGreaterThan(5);
  });

  test('browsers are told to come by TLS only', async () => {
    for (const path of ['/rules', '/api/health']) {
      const { headers } = await server.ask(path);
      expect(headers['strict-transport-security']).toBe('max-age=63072000');
    }
  });

  test('the link for the first admin is printed with its code, at the public address', () => {
    expect(server.said).toMatch(/https:\/\/desk\.example\.com\/welcome\?code=[\w-]{22}\n/);
  });
});
