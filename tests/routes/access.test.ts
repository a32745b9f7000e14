/** Nobody sees what is not theirs (promises.md): every door and method that there is, tried as everybody. */

import { describe, expect, test } from 'vitest';
import { changePerson } from '@/desk/people';
import { deskDefaults } from '@/domain/settings';
import { everything } from '../alerts';
import { letSessionsExpire, webhookToken } from '../desks';
import { cookieOf, nameBy, personAt, postAuth } from '../signed-in';
import { type Door, doors } from './doors';
import { aDeskAtTheDoors, ask, here } from './http';

/** Who may pass: anybody, whoever is signed in, people but no programs, those who work, admins, admins and programs, or who holds the door's own secret. */
type Rule = 'public' | 'signed in' | 'a person' | 'agent' | 'admin' | 'a program or admin' | 'own secret';

/** A new door stays shut until it has its line here: the first test fails. */
const rules: Record<string, Rule> = {
  'GET /api/alerts': 'admin',
  'POST /api/alerts/[id]': 'admin',
  'POST /api/alerts/channels': 'admin',
  'PATCH /api/alerts/channels/[id]': 'admin',
  'DELETE /api/alerts/channels/[id]': 'admin',
  'POST /api/alerts/channels/[id]/test': 'admin',
  'GET /api/audit': 'admin',
  'GET /api/auth/[...all]': 'own secret',
  'POST /api/auth/[...all]': 'own secret',
  'GET /api/calls': 'signed in',
  'GET /api/calls.csv': 'agent',
  'GET /api/callers': 'agent',
  'GET /api/callers/[key]': 'agent',
  'PATCH /api/callers/[key]': 'agent',
  'POST /api/callers/[key]/notes': 'agent',
  'DELETE /api/callers/[key]/notes/[id]': 'agent',
  'GET /api/callers/export': 'admin',
  'POST /api/callers/import': 'admin',
  'GET /api/cases': 'signed in',
  'GET /api/cases.csv': 'agent',
  'GET /api/cases/[id]': 'signed in',
  'POST /api/cases/[id]/decisions': 'agent',
  'DELETE /api/cases/[id]/decisions/[decision]': 'agent',
  'POST /api/cases/[id]/reveal': 'a person',
  'POST /api/cases/decisions': 'agent',
  'DELETE /api/cases/decisions': 'agent',
  'POST /api/choices': 'public',
  'GET /api/costs': 'admin',
  'POST /api/costs': 'admin',
  'GET /api/daily': 'own secret',
  'GET /api/digest': 'a person',
  'POST /api/digest': 'a person',
  'POST /api/erasures': 'admin',
  'GET /api/events': 'signed in',
  'GET /api/figures': 'signed in',
  'POST /api/first-admin': 'own secret',
  'GET /api/health': 'public',
  'POST /api/invitations': 'admin',
  'POST /api/invitations/accept': 'own secret',
  'GET /metrics': 'a program or admin',
  'GET /api/people': 'admin',
  'PATCH /api/people/[id]': 'admin',
  'GET /api/quarantine': 'admin',
  'POST /api/quarantine': 'admin',
  'POST /api/quarantine/[place]': 'admin',
  'POST /api/record-test': 'admin',
  'GET /api/reports.csv': 'agent',
  'GET /api/retention': 'admin',
  'POST /api/retention': 'admin',
  'POST /api/retention/application': 'admin',
  'GET /api/sessions': 'signed in',
  'DELETE /api/sessions/[id]': 'signed in',
  'GET /api/settings': 'admin',
  'POST /api/settings': 'admin',
  'POST /api/settings/rehearsal': 'admin',
  'GET /api/setup': 'admin',
  'POST /api/setup': 'admin',
  'POST /api/setup/test-call': 'admin',
  'GET /api/silence': 'signed in',
  'GET /api/tokens': 'admin',
  'POST /api/tokens': 'admin',
  'DELETE /api/tokens/[id]': 'admin',
  'GET /api/views': 'signed in',
  'POST /api/views': 'a person',
  'DELETE /api/views/[id]': 'a person',
  'PATCH /api/views/[id]': 'a person',
  'GET /api/wall/[token]': 'own secret',
  'GET /api/webhook/cdr': 'own secret',
  'POST /api/webhook/cdr': 'own secret',
  'GET /api/webhook/cdr/[token]': 'own secret',
  'POST /api/webhook/cdr/[token]': 'own secret',
  'POST /api/withdrawals': 'admin',
};

const namesOf = (all: Pick<Door, 'path' | 'methods'>[]) =>
  all.flatMap(({ path, methods }) => Object.keys(methods).map((method) => `${method} ${path}`));
const withoutRule = (all: Pick<Door, 'path' | 'methods'>[]) => namesOf(all).filter((name) => !rules[name]);

describe('the list of doors', () => {
  test('has a rule for each, and no rule for one that is not there', () => {
    expect(withoutRule(doors)).toEqual([]);
    expect(Object.keys(rules).filter((name) => !namesOf(doors).includes(name))).toEqual([]);
  });

  test('control: a new door without a rule is found', () => {
    const made = { path: '/api/export', methods: { GET: doors[0]!.methods.GET! } };
    expect(withoutRule([...doors, made])).toEqual(['GET /api/export']);
  });
});

const apiToken = 'a-token-of-the-api-of-the-tests';
const { desk, missedCall } = await aDeskAtTheDoors({ API_TOKEN: apiToken });
const { id, caller } = await missedCall();
const cleo = await personAt(desk, 'Cleo');

/** What makes each change a sound one, so that only who asks decides. */
const bodies: Record<string, object> = {
  'POST /api/alerts/channels': {
    kind: 'slack',
    name: 'x',
    target: 'https://example.com/',
    rules: everything,
  },
  'PATCH /api/alerts/channels/[id]': { name: 'x', rules: everything },
  'PATCH /api/callers/[key]': { isSpam: false },
  'POST /api/callers/[key]/notes': { text: 'x' },
  'POST /api/cases/[id]/decisions': { kind: 'note', note: 'x' },
  'POST /api/cases/decisions': { ids: [id], kind: 'note', note: 'x' },
  'DELETE /api/cases/decisions': { decisions: [{ case: id, decision: 'x' }] },
  'POST /api/costs': { lowBalance: '1' },
  'POST /api/digest': { digest: null },
  'POST /api/erasures': { action: 'count', number: '+919884000001' },
  'POST /api/invitations': { role: 'viewer' },
  'POST /api/quarantine': { action: 'read' },
  'POST /api/quarantine/[place]': { action: 'read' },
  'POST /api/record-test': { text: '{"type":"cdr"}' },
  'POST /api/retention': { deliveriesDays: null, callsDays: null, auditDays: null },
  'POST /api/settings': { scope: 'desk', settings: deskDefaults('IN', 'Asia/Kolkata') },
  'POST /api/settings/rehearsal': { scope: 'desk', settings: deskDefaults('IN', 'Asia/Kolkata') },
  'POST /api/setup': { step: 'webhook', said: 'done' },
  'POST /api/tokens': { kind: 'api', name: 'Sheet' },
  'PATCH /api/views/[id]': { name: 'Sales' },
  'POST /api/views': { name: 'Sales', query: 'view=closed' },
  'POST /api/withdrawals': {
    action: 'count',
    token: '0123456789ab',
    from: '2026-11-22T00:00:00Z',
    to: '2026-11-22T01:00:00Z',
  },
};

/** The doors of the desk itself; those with a secret of their own are tried in `own-secrets.test.ts`. */
const guarded = Object.entries(rules)
  .filter(([, rule]) => rule !== 'public' && rule !== 'own secret')
  .map(([name, rule]) => {
    const [method = '', path = ''] = name.split(' ');
    return { name, rule, method, isChange: method !== 'GET', address: filled(path) };
  });

function filled(path: string): string {
  const ids: Record<string, string> = { '/api/people/[id]': cleo.id!, '/api/cases/[id]': id };
  const own = Object.entries(ids).find(([start]) => path.startsWith(start));
  return path
    .replace('[key]', caller)
    .replace('[id]', own?.[1] ?? 'x')
    .replace(/\[\w+\]/g, '1.0');
}

async function tryDoor({ name, method, isChange, address }: (typeof guarded)[number], headers: object) {
  const body = isChange ? JSON.stringify(bodies[name] ?? {}) : undefined;
  const leaving = new AbortController();
  const all = { ...(isChange && { 'content-type': 'application/json' }), ...headers };
  const answer = await ask(address, { method, body, headers: all, as: null, signal: leaving.signal });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await answer.text();
  leaving.abort();
  return { status: answer.status, text };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookieOfGone = {
  /** Signed in before their session was over, ended or they were disabled; all of them admins. */
  async expired() {
    const { cookie, person } = await anAdmin('Mala');
    await letSessionsExpire(desk, person.id!);
    return cookie;
  },
  async revoked() {
    const { cookie, person } = await anAdmin('Noor');
    await desk.store.write((tx) => tx.deleteSessions(person.id!));
    return cookie;
  },
  async 'signed out'() {
    const { cookie } = await anAdmin('Omar');
    await postAuth(desk, 'sign-out', {}, cookie);
    return cookie;
  },
  async disabled() {
    const { cookie, person } = await anAdmin('Puja');
    const asha = await personAt(desk, 'Asha');
    await changePerson(desk, asha, person.id!, { isDisabled: true }, Date.now());
    return cookie;
  },
};

async function anAdmin(name: string) {
  const person = await personAt(desk, name, { role: 'admin' });
  const cookie = await cookieOf(desk, name);
  expect(await nameBy(desk, cookie)).toBe(name);
  return { person, cookie };
}

/** The cookie with one letter of its signature changed. */
const tampered = (cookie: string) =>
  cookie.replace(/(\w)([^\w]*)$/, (_, last, rest) => `${last === 'A' ? 'B' : 'A'}${rest}`);

const strangers: [string, object][] = [
  ['nobody', {}],
  ['a made-up cookie', { cookie: 'ringback.session_token=x.y' }],
  ['a cookie that was tampered with', { cookie: tampered(await cookieOf(desk, 'Asha')) }],
  ['an empty token', { authorization: 'Bearer ' }],
  ['a wrong token', bearer('wrong')],
  ['a wrong token beside a good cookie', { ...bearer('wrong'), cookie: await cookieOf(desk, 'Asha') }],
  ['the token but for its last letter', bearer(apiToken.slice(0, -1))],
  ['the token of the webhook', bearer(webhookToken)],
];
for (const [name, cookie] of Object.entries(cookieOfGone))
  strangers.push([`an admin whose session is over (${name})`, { cookie: await cookie() }]);

const admin = { cookie: await cookieOf(desk, 'Asha') };
const team: [string, object, Rule[]][] = [
  ['a viewer', { cookie: await cookieOf(desk, 'Cleo') }, ['signed in', 'a person']],
  ['an agent', { cookie: await cookieOf(desk, 'Ravi') }, ['signed in', 'a person', 'agent']],
  ['a program', bearer(apiToken), ['signed in', 'agent', 'a program or admin']],
  ['an admin', admin, ['signed in', 'a person', 'agent', 'admin', 'a program or admin']],
];

describe('at every door of the desk', () => {
  test.each(strangers)('%s is asked to sign in, and sees nothing', async (_, headers) => {
    for (const door of guarded) {
      const { status, text } = await tryDoor(door, { origin: here, ...headers });
      // Who tries one wrong token after another is told to wait.
      expect([401, 429], door.name).toContain(status);
      expect(text, door.name).not.toContain(caller.slice(-5));
    }
  });

  test.each(team)('%s gets what is theirs, and nothing else', async (_, headers, theirs) => {
    for (const door of guarded) {
      const { status, text } = await tryDoor(door, { origin: here, ...headers });
      if (theirs.includes(door.rule)) {
        expect([401, 403, 405], door.name).not.toContain(status);
        expect(status, door.name).toBeLessThan(500);
      } else {
        expect([door.name, status]).toEqual([door.name, 403]);
        expect(text, door.name).not.toContain(caller.slice(-5));
      }
    }
  });

  test.each([
    ['another site', { origin: 'https://evil.example', ...admin }],
    ['another port', { origin: 'http://localhost:4000', ...admin }],
    ['a site that hides itself', { origin: 'null', ...admin }],
    ['a site that is not said', admin],
    ['another site with the token', { origin: 'https://evil.example', ...bearer(apiToken) }],
    ['another site, by what the browser says', { origin: here, 'sec-fetch-site': 'cross-site', ...admin }],
  ])('a change from %s is refused, whoever asks', async (_, headers) => {
    for (const door of guarded.filter(({ isChange }) => isChange))
      expect([door.name, (await tryDoor(door, headers)).status]).toEqual([door.name, 403]);
  });

  test('a program needs to say no site', async () => {
    for (const door of guarded.filter(
      ({ isChange, rule }) => isChange && (rule === 'signed in' || rule === 'agent'),
    ))
      expect([401, 403], door.name).not.toContain((await tryDoor(door, bearer(apiToken))).status);
  });

  test('control: a door that lets in everybody signed in would be found out', async () => {
    const door = guarded.find(({ name }) => name === 'GET /api/cases')!;
    const { status, text } = await tryDoor(door, team[1]![1]);
    expect([status, text.includes(caller.slice(-5))]).toEqual([200, true]);
  });
});
