/** Builders with calm defaults: a test writes only what matters to it. */

import { readFileSync } from 'node:fs';
import type { Listener } from '@/desk/pulse';
import { type Call, callOf } from '@/domain/call';
import type { Case } from '@/domain/case';
import type { CallJson, CaseJson } from '@/domain/case-json';
import { readCdr } from '@/domain/cdr';
import type { Decision } from '@/domain/decision';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import type { Person } from '@/domain/person';
import {
  type DeskSettings,
  type DidSettings,
  deskDefaults,
  didDefaults,
  type Settings,
  type SettingsRow,
  settingsOf,
} from '@/domain/settings';

/** Sunday 22 November 2026, 10:00 in Chennai. */
export const morning = Date.UTC(2026, 10, 22, 4, 30);
export const second = 1000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

/** The settings of a desk in Chennai on which nobody has set anything but these rows. */
export function settingsWith(...rows: SettingsRow[]): Settings {
  return settingsOf(rows, deskDefaults('IN', 'Asia/Kolkata'));
}

let made = process.pid % 1000;

/** A number that no other test has, so that all tests can share a desk. */
function fresh(): string {
  made += 1;
  return String((made * 7919) % 10_000).padStart(4, '0') + String(made % 100).padStart(2, '0');
}

/** A landline in Chennai. */
export function aDid(): number {
  return Number(`914442${fresh()}`);
}

/** A mobile in India. */
export function aCaller(): number {
  return Number(`919884${fresh()}`);
}

export function aConversation(): string {
  return crypto.randomUUID();
}

export type CdrJson = Record<string, unknown>;

/** What PIOPIY posts: by default leg a of an inbound call that rang for 5 s and was missed at 10:00. */
export function aCdr(given: CdrJson = {}): CdrJson {
  const conversation = given.conversation_uuid ?? aConversation();
  return {
    to: 914442110011,
    from: 919884112233,
    appid: 2222222,
    time: morning,
    start_time: morning / 1000,
    end_time: morning / 1000 + 5,
    direction: 'inbound',
    duration: 0,
    extra_params: '{"key":"value"}',
    cmiuuid: conversation,
    conversation_uuid: conversation,
    call_rate: 0,
    balance: '899.000000',
    leg: 'a',
    status: 'missed',
    type: 'cdr',
    ...given,
  };
}

/** Leg b of an inbound call: the provider says "outbound" of it. */
export function aLegB(of: CdrJson, given: CdrJson = {}): CdrJson {
  return { ...of, direction: 'outbound', leg: 'b', ...given };
}

/** The leg that a record is read as. */
export function aLeg(cdr: CdrJson = aCdr(), receivedAt = morning + 10 * second): Leg {
  const read = readCdr(cdr, receivedAt);
  if (!('leg' in read)) throw new Error(`Not read as a leg: ${JSON.stringify(read)}`);
  return read.leg;
}

/** A missed call at 10:00. */
export function aCall(given: Partial<Call> = {}): Call {
  const id = given.id ?? crypto.randomUUID();
  return {
    id,
    conversation: id,
    direction: 'inbound',
    caller: '+919884112233',
    callerRaw: '919884112233',
    did: '+914442110011',
    didRaw: '914442110011',
    startedAt: morning,
    firstReceivedAt: (given.startedAt ?? morning) + 10 * second,
    ringMs: 5000,
    isShort: false,
    isOutOfHours: false,
    callerAnswered: null,
    talkSeconds: null,
    other: null,
    otherAnswered: null,
    otherTalkSeconds: null,
    staff: null,
    verdict: 'missed',
    rule: 9,
    mark: null,
    decidesAt: null,
    ...given,
  };
}

/** Somebody who works on cases, about all DIDs. */
export function aPerson(name: string, given: Partial<Person> = {}): Person {
  return { id: `the id of ${name}`, name, role: 'agent', dids: null, ...given };
}

/** The cast: Asha looks after the desk, Ravi works on it, Cleo may only look. */
export const asha = aPerson('Asha', { role: 'admin' });
export const ravi = aPerson('Ravi');
export const cleo = aPerson('Cleo', { role: 'viewer' });

/** Asha called back at 10:10, having seen `calls`. */
export function aDecision(calls: Call[], given: Partial<Decision> = {}): Decision {
  return {
    id: crypto.randomUUID(),
    kind: 'called_back',
    by: 'Asha',
    at: morning + 10 * minute,
    note: null,
    until: null,
    undoneAt: null,
    undoneBy: null,
    calls: calls.map(({ id }) => id),
    ...given,
  };
}

/** A payload from `tests/samples`: as documented, or one named for its oddity. */
export function aSample(name: string): CdrJson {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8'));
}

/** The leg of a sample that arrived 10 s after its `time`. */
export function aSampledLeg(name: string): Leg {
  const cdr = aSample(name);
  return aLeg(cdr, Number(cdr.time) + 10 * second);
}

/** The cases of the caller of these calls, at a desk on which nobody has set anything. */
export function casesFrom(calls: Call[], decisions: Decision[], settings = settingsWith()): Case[] {
  return casesOf(calls[0]?.caller ?? '+919884112233', calls, decisions, settings);
}

/** A row of settings of one DID, from the beginning on. */
export function didRow(did: string, given: Partial<DidSettings>, from = 0, id = 1): SettingsRow {
  return { id, scope: 'did', did, from, settings: { ...didDefaults, ...given } };
}

/** A row of settings of the whole desk in Chennai, from the beginning on. */
export function deskRow(given: Partial<DeskSettings>, from = 0, id = 1): SettingsRow {
  return {
    id,
    scope: 'desk',
    did: null,
    from,
    settings: { ...deskDefaults('IN', 'Asia/Kolkata'), ...given },
  };
}

/** The cases as they are, without the reach that only the store's bookkeeping reads. */
export function asShown(cases: Case[]): Omit<Case, 'spansFrom' | 'spansTo'>[] {
  return cases.map(({ spansFrom: _from, spansTo: _to, ...shown }) => shown);
}

/** The calls that these legs are. */
export function callsFrom(legs: Leg[], settings = settingsWith()): Call[] {
  return [...grouped(legs, (leg) => leg.callId).values()].map((copies) => callOf(copies, settings));
}

/** Both legs of a call of ours so many minutes past 10:00: our phone was rung first, and both talked for a minute. */
export function aDial(minutes: number, a: CdrJson = {}, b: CdrJson = {}): [CdrJson, CdrJson] {
  const began = morning + minutes * minute;
  const first = aCdr({
    direction: 'outbound',
    from: 914442110011,
    to: 919840000001,
    request_id: `request ${aConversation()}`,
    status: 'answered',
    duration: 60,
    time: began,
    start_time: began / 1000,
    end_time: began / 1000 + 70,
    ...a,
  });
  return [first, { ...first, leg: 'b', to: 919884112233, ...b }];
}

/** A case as the screen gets it: missed at 10:00, of a caller of its own. */
export function aShownCase(given: Partial<CaseJson> = {}): CaseJson {
  const id = given.id ?? crypto.randomUUID();
  const e164 = `+${aCaller()}`;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    id,
    caller: { e164, display: e164, name: null, isSpam: false, key: e164 },
    did: { e164: '+914442110011', display: '+91 44 4211 0011', label: null },
    state: 'open',
    outcome: null,
    missedCount: 1,
    firstMissedAt: iso(morning),
    lastMissedAt: iso(morning),
    clockStartsAt: iso(morning),
    dueAt: iso(morning + 30 * minute),
    overdue: false,
    isShort: false,
    attempts: 0,
    lastAttemptAt: null,
    lastAttemptBy: null,
    claimedBy: null,
    claimLapsesAt: null,
    wakesAt: null,
    expiresAt: iso(morning + 7 * day),
    closedBy: null,
    closedAt: null,
    closedByCall: null,
    previous: null,
    callsTotal: 1,
    calls: [aShownCall()],
    decisions: [],
    ...given,
  };
}

/** A missed call of 10:00 whose record came 10 s later. */
export function aShownCall(given: Partial<CallJson> = {}): CallJson {
  return {
    id: crypto.randomUUID(),
    conversation: aConversation(),
    direction: 'inbound',
    verdict: 'missed',
    rule: 9,
    mark: null,
    startedAt: new Date(morning).toISOString(),
    ringMs: 5000,
    settlesAt: new Date(morning + 15 * second).toISOString(),
    isShort: false,
    isOutOfHours: false,
    legs: [],
    ...given,
  };
}

/** A screen that hears the pulse. */
export const aListener = (given: Partial<Listener> = {}): Listener => ({
  personId: null,
  beat() {},
  async still() {},
  end() {},
  ...given,
});
