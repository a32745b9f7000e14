import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, callOf } from '@/domain/call';
import type { Case } from '@/domain/case';
import { type CaseNow, caseAt } from '@/domain/case-now';
import { type Decision, isSettling, settlingKinds } from '@/domain/decision';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import type { DidSettings, SettingsRow } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import {
  aCdr,
  aDecision,
  aLeg,
  type CdrJson,
  deskRow,
  didRow,
  minute,
  morning,
  settingsWith,
} from '../builders';
import { complaintsAt, type Said, type SeenCase, type SetRow } from './naive-checker';

/**
 * A caller, two DIDs and some days at a desk: records come in any order and number, people say what the desk lets
 * them say, settings change, time passes. After each step the naive checker compares the desk with the rules.
 */
type Happening = { gap: number } & (
  | { is: 'ring'; did: number; ago: number; first: InLeg; rest: InLeg[] }
  | { is: 'dial'; did: number; ago: number; toCaller: 'a' | 'b'; legs: OutLeg[] }
  /** A leg that was held back arrives. */
  | { is: 'late'; pick: number }
  | { is: 'resent'; pick: number; isAnswered: boolean }
  | { is: 'said'; did: number; kind: Decision['kind']; minutes: number }
  | { is: 'reopened'; pick: number }
  | { is: 'undone'; pick: number }
  | { is: 'set'; back: number; row: Partial<DidSettings>; did: number | null }
  | { is: 'passed' }
);
type InLeg = { leg: 'a' | 'b' | undefined; status: string; after: number };
type OutLeg = { isToCaller: boolean; status: string; talk: number | null };

const dids = [914442110011, 914442110099];
const keys = ['+914442110011', '+914442110099'];
const caller = '+919884112233';
const spellings = [919884112233, '09884112233', '+91 98841 12233'];
const staff = 919840000001;

const pick = fc.nat(20);
const did = fc.nat(1);
/** Minutes: mostly some, now and then days. */
const gap = fc.constantFrom(1, 1, 2, 4, 6, 20, 20, 90, 24 * 60, 4 * 24 * 60, 8 * 24 * 60);
const ago = fc.constantFrom(-60, -3, 0, 0, 0, 0, 1, 5, 30, 300, 3 * 24 * 60, 9 * 24 * 60);
const status = fc.constantFrom(
  'missed',
  'missed',
  'missed',
  'answered',
  'answered',
  'noanswer',
  'congestion',
);
const inLeg = (legs: InLeg['leg'][]) =>
  fc.record({ leg: fc.constantFrom(...legs), status, after: fc.nat(30) });
const outLeg = fc.record({
  isToCaller: fc.boolean(),
  status: fc.constantFrom('answered', 'answered', 'answered', 'missed'),
  talk: fc.constantFrom(0, 7, 15, 60, 60, null),
});

const ring = fc.record({
  is: fc.constant('ring' as const),
  gap,
  did,
  ago,
  first: inLeg(['a', 'a', 'a', undefined, 'b']),
  rest: fc.array(inLeg(['a', 'b', 'b']), { maxLength: 2 }),
});
const dial = fc.record({
  is: fc.constant('dial' as const),
  gap,
  did,
  ago,
  toCaller: fc.constantFrom('a' as const, 'b' as const),
  legs: fc.array(outLeg, { minLength: 1, maxLength: 2 }),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: ring },
  { weight: 3, arbitrary: dial },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('late' as const), gap, pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('resent' as const), gap, pick, isAnswered: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('said' as const),
      gap,
      did,
      kind: fc.constantFrom(...settlingKinds, 'tried', 'claim', 'release', 'snooze', 'snooze', 'note'),
      minutes: fc.constantFrom(10, 60, 5000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('reopened' as const), gap, pick }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('undone' as const), gap, pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('set' as const),
      gap,
      back: fc.constantFrom(0, 0, 60, 5 * 24 * 60),
      did: fc.option(did),
      row: fc.record({
        menu: fc.constantFrom('none' as const, 'ignore' as const, 'missed' as const),
        talkSeconds: fc.constantFrom(null, 0, 10, 30),
        expiryDays: fc.constantFrom(null, 1, 7, 14),
        shortSeconds: fc.constantFrom(null, 0, 5, 60),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('passed' as const), gap }) },
);
const history = fc.array(happening, { minLength: 2, maxLength: 12 });

/** The rules under test: from the legs of each call, what was said and set, to the cases of the caller. */
type Fold = (calls: Call[], decisions: Decision[], rows: SettingsRow[]) => Case[];
const theFold: Fold = (calls, decisions, rows) => casesOf(caller, calls, decisions, settingsWith(...rows));

type Record = { cdr: CdrJson; receivedAt: number };

/** What is known at the desk; `held` are legs that the provider sends late, or never. */
class Day {
  now = morning;
  records: Record[] = [];
  held: CdrJson[] = [];
  decisions: Decision[] = [];
  rows: SettingsRow[] = [];
  private legs: Leg[] = [];
  private shown: Case[] | undefined;
  private folded = new Map<string, Call>();

  constructor(private fold: Fold) {}

  receive(cdr: CdrJson): void {
    this.records.push({ cdr, receivedAt: this.now });
    const leg = aLeg(cdr, this.now);
    this.legs.push(leg);
    this.folded.delete(leg.callId);
    this.shown = undefined;
  }

  set(row: SettingsRow): void {
    this.rows.push(row);
    this.folded.clear();
    this.shown = undefined;
  }

  /** Calls are folded again only when one of their legs or a setting is new: that alone makes 10,000 days bearable. */
  calls(): Call[] {
    const settings = settingsWith(...this.rows);
    for (const [id, copies] of grouped(this.legs, (leg) => leg.callId))
      if (!this.folded.has(id)) this.folded.set(id, callOf(copies, settings));
    return [...this.folded.values()].filter((call) => call.caller === caller || call.other === caller);
  }

  cases(): Case[] {
    this.shown ??= this.fold(this.calls(), this.decisions, this.rows);
    return this.shown;
  }

  decide(decision: Decision): void {
    this.decisions.push(decision);
    this.shown = undefined;
  }

  undo(decision: Decision): void {
    Object.assign(decision, { undoneAt: this.now, undoneBy: 'Ravi' });
    this.shown = undefined;
  }

  /** The same from copies of the records in another order. */
  casesAgain(mixed: <Row>(rows: Row[]) => Row[]): Case[] {
    const again = new Day(this.fold);
    again.rows = mixed(this.rows);
    again.legs = mixed([...this.legs, ...mixed(this.legs).slice(0, 2)]);
    again.decisions = mixed(this.decisions);
    return again.cases();
  }
}

/** Plays a day until the checker has something to say. */
function play(happenings: Happening[], fold: Fold, tally?: Map<string, number>): string | null {
  const day = new Day(fold);
  for (const [index, it] of happenings.entries()) {
    // No two instants are the same.
    day.now += it.gap * minute + 7 + index;
    step(day, it, index);
    const complaint = complaintAt(day, tally);
    if (complaint) return `step ${index}: ${complaint}`;
  }
  const mixed = <Row>(rows: Row[]) =>
    rows
      .map((row, index) => [(index * 7 + 3) % 5, row] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, row]) => row);
  const again = day.casesAgain(mixed);
  const sorted = (cases: Case[]) => JSON.stringify([...cases].sort((a, b) => (a.id < b.id ? -1 : 1)));
  return sorted(again) === sorted(day.cases()) ? null : 'another order gives other cases';
}

function step(day: Day, it: Happening, index: number): void {
  if (it.is === 'ring') addRing(day, it, index);
  else if (it.is === 'dial') addDial(day, it, index);
  else if (it.is === 'late') {
    const [cdr] = day.held.splice(it.pick % Math.max(1, day.held.length), 1);
    if (cdr) day.receive(cdr);
  } else if (it.is === 'resent') {
    const old = day.records[it.pick % day.records.length];
    if (old) day.receive(it.isAnswered ? { ...old.cdr, status: 'answered' } : old.cdr);
  } else if (it.is === 'set') {
    const [id, from] = [index + 1, day.now - it.back * minute];
    const { talkSeconds, expiryDays, shortSeconds } = it.row;
    const ofDesk = {
      talkSeconds: talkSeconds ?? 10,
      expiryDays: expiryDays ?? 7,
      shortSeconds: shortSeconds ?? 5,
    };
    day.set(it.did === null ? deskRow(ofDesk, from, id) : didRow(keys[it.did]!, it.row, from, id));
  } else if (it.is === 'said') say(day, it);
  else if (it.is === 'reopened') reopenOne(day, it.pick);
  else if (it.is === 'undone') undoOne(day, it.pick);
}

function addRing(day: Day, it: Happening & { is: 'ring' }, index: number): void {
  const began = day.now - it.ago * minute;
  const legs = [it.first, ...it.rest].map(({ leg, status, after }, nth) =>
    aCdr({
      conversation_uuid: `ring ${index}`,
      cmiuuid: 'the same on all legs',
      from: spellings[index % 3],
      to: dids[it.did],
      leg,
      direction: leg === 'b' ? 'outbound' : 'inbound',
      status,
      // Both legs of a call may have the same time; two legs b have not.
      time: leg === 'b' ? began + nth : began,
      start_time: (leg === 'b' ? began + nth : began) / 1000,
      end_time: began / 1000 + after,
    }),
  );
  day.receive(legs[0]!);
  day.held.push(...legs.slice(1));
}

/** We ring: the caller first or second, or the record of one leg only. */
function addDial(day: Day, it: Happening & { is: 'dial' }, index: number): void {
  const began = day.now - it.ago * minute;
  const legs = it.legs.map(({ isToCaller, status, talk }, nth) => {
    const side = it.legs.length === 2 ? 'ab'[nth] : isToCaller ? it.toCaller : 'a';
    const goesToCaller = it.legs.length === 2 ? side === it.toCaller : isToCaller;
    return aCdr({
      conversation_uuid: `dial ${index}`,
      cmiuuid: `leg ${nth}`,
      request_id: `request ${index}`,
      direction: 'outbound',
      from: dids[it.did],
      to: goesToCaller ? spellings[index % 3] : staff,
      leg: side,
      status,
      duration: talk,
      time: began + nth,
      start_time: (began + nth) / 1000,
      end_time: began / 1000 + 20,
    });
  });
  // Leg b may come before leg a.
  if (index % 2 === 0) legs.reverse();
  day.receive(legs[0]!);
  day.held.push(...legs.slice(1));
}

const stateAt = (it: Case, now: number): CaseNow['state'] => caseAt(it, now).state;
const isOnDesk = (it: Case, now: number) =>
  ['open', 'attempted', 'snoozed'].includes(stateAt(it, now)) && it.visibleFrom <= now;

/** What the desk lets people say: of a case that is open, about the calls that they see in it. */
function say(day: Day, { did, kind, minutes }: Happening & { is: 'said' }): void {
  const cases = day.cases().filter((one) => isOnDesk(one, day.now));
  const it = cases.find((one) => one.did === keys[did]) ?? cases[0];
  if (it) decide(day, it, { kind, until: kind === 'snooze' ? day.now + minutes * minute : null });
}

function decide(day: Day, it: Case, given: Partial<Decision>): void {
  const seen = day
    .calls()
    .filter((call) => it.calls.includes(call.id) && verdictAt(call, day.now) !== 'undecided');
  const id = `decision ${day.decisions.length}`;
  if (seen.length > 0) day.decide(aDecision(seen, { id, at: day.now, ...given }));
}

/** rules.md 21: unless a newer case of that caller and DID is open. */
function reopenOne(day: Day, pick: number): void {
  const cases = day.cases();
  const closed = cases.filter((it) => stateAt(it, day.now) === 'closed' && it.visibleFrom <= day.now);
  const it = closed[pick % closed.length];
  const isOpen = cases.some((other) => other.did === it?.did && stateAt(other, day.now) !== 'closed');
  if (it && !isOpen) decide(day, it, { kind: 'reopen' });
}

function undoOne(day: Day, pick: number): void {
  const standing = day.decisions.filter(({ undoneAt }) => undoneAt === null);
  const taken = standing[pick % standing.length];
  const cases = day.cases();
  const about = cases.find(({ calls }) => calls.some((id) => taken?.calls.includes(id)));
  const isNewerOpen = cases.some(
    (other) => other !== about && other.did === about?.did && stateAt(other, day.now) !== 'closed',
  );
  if (taken && about && !(isSettling(taken.kind) && isNewerOpen)) {
    day.undo(taken);
  }
}

/** The checker gets the records as they came, what was said, what was set, and what the desk shows. */
function complaintAt(day: Day, tally?: Map<string, number>): string | null {
  const names = new Map(day.calls().map((call) => [call.id, call.conversation]));
  const said = day.decisions.map(
    ({ kind, at, until, undoneAt, calls }): Said => ({
      kind: isSettling(kind) ? 'settled' : kind,
      at,
      until,
      isUndone: undoneAt !== null,
      seen: calls.flatMap((id) => names.get(id) ?? []),
    }),
  );
  const shown = day.cases().flatMap((it): SeenCase[] => {
    if (!isOnDesk(it, day.now)) return [];
    const { state, claimedBy } = caseAt(it, day.now);
    return [{ did: it.did.slice(-10), isSnoozed: state === 'snoozed', isClaimed: claimedBy !== null }];
  });
  const rows = day.rows.map(
    ({ id, from, did, settings }): SetRow => ({
      id,
      from,
      did: did?.slice(-10) ?? null,
      menu: 'menu' in settings ? settings.menu : null,
      talk: settings.talkSeconds,
      days: settings.expiryDays,
    }),
  );
  return complaintsAt(day.now, { records: day.records, said, rows, shown }, tally);
}

const days = { numRuns: 10_000 };

describe('nobody is lost, and nobody stays who is settled', () => {
  test('whatever happens, the desk is what the naive checker reads off the rules', () => {
    const tally = new Map<string, number>();
    fc.assert(
      fc.property(history, (happenings) => {
        expect(play(happenings, theFold, tally)).toBeNull();
      }),
      days,
    );
    // The checker has an opinion nearly always, and each of its opinions often.
    const [on = 0, off = 0, either = 0] = ['must be on', 'must be off', 'either'].map((it) => tally.get(it));
    expect(on).toBeGreaterThan(10_000);
    expect(off).toBeGreaterThan(10_000);
    expect(either / (on + off + either)).toBeLessThan(0.1);
  });

  const isMissed = (call: Call) => call.direction === 'inbound' && call.verdict === 'missed';

  test.each<[string, Fold]>([
    ['loses a case', (...given) => theFold(...given).slice(1)],
    [
      'does not see the second missed call',
      (calls, ...rest) => {
        const second = calls.filter(isMissed)[1];
        return theFold(
          calls.filter((call) => call !== second),
          ...rest,
        );
      },
    ],
    ['never closes a case by a record', (calls, ...rest) => theFold(calls.filter(isMissed), ...rest)],
    ['does not hear what people say', (calls, _decisions, rows) => theFold(calls, [], rows)],
    [
      'honours what was undone',
      (calls, decisions, rows) =>
        theFold(
          calls,
          decisions.map((it) => ({ ...it, undoneAt: null })),
          rows,
        ),
    ],
    [
      'takes leg b of an inbound call for a call back',
      (calls, ...rest) =>
        theFold(
          calls.map((call) => (call.mark === 'incomplete' ? { ...call, verdict: 'answered' } : call)),
          ...rest,
        ),
    ],
    [
      'takes an attempt for a contact',
      (calls, ...rest) =>
        theFold(
          calls.map((call) =>
            call.direction === 'outbound' ? { ...call, callerAnswered: true, talkSeconds: 99 } : call,
          ),
          ...rest,
        ),
    ],
    ['opens a case for each call', (calls, ...rest) => calls.flatMap((call) => theFold([call], ...rest))],
    [
      'knows no settings',
      (calls, decisions) =>
        theFold(
          calls.filter((call) => call.rule !== 10),
          decisions,
          [],
        ),
    ],
    [
      'goes by the order of arrival',
      (calls, ...rest) =>
        theFold(
          calls.map((call) => ({ ...call, startedAt: call.firstReceivedAt })),
          ...rest,
        ),
    ],
  ])('control: a fold that %s makes the checker complain', (_, broken) => {
    const found = fc.check(
      fc.property(history, (happenings) => play(happenings, broken) === null),
      { ...days, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });
});
