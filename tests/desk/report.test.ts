/** The report counts in the database what the pure figures count of rows: any history, any zone, both engines. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallText } from '@/components/wall-clock';
import { decide } from '@/desk/decide';
import { loadReport } from '@/desk/report';
import { loadReportRows, type ReportRows } from '@/desk/report-rows';
import type { Desk } from '@/desk/the-desk';
import type { Call } from '@/domain/call';
import { callCursorOf } from '@/domain/call-query';
import type { Case } from '@/domain/case';
import { caseAt } from '@/domain/case-now';
import { answerRate, callbackRateInTime, lost, timeToCallback } from '@/domain/figures';
import { dayBeside, dayStart } from '@/domain/local-days';
import type { Figures } from '@/domain/report';
import { daysBefore, type ReportQuery } from '@/domain/report-query';
import type { RowsWanted } from '@/domain/report-rows';
import { didDefaults } from '@/domain/settings';
import {
  aCaller,
  aCdr,
  aDial,
  aDid,
  aLeg,
  aLegB,
  asha,
  type CdrJson,
  day,
  minute,
  morning,
  ravi,
  second,
} from '../builders';
import { aDesk, engines, post, withClock } from '../desks';

/** Days on which clocks are changed: at one, at two and at midnight, by an hour and by half of one; and plain ones. */
const places = [
  ['Asia/Kolkata', '2026-11-22'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Kathmandu', '2026-06-01'],
] as const;

const kinds = ['missed', 'answered', 'short', 'late leg', 'hidden', 'reached', 'tried'] as const;
const wishes = ['called_back', 'spam', 'no_need', 'tried', 'left_message'] as const;

const aHistory = fc.record({
  place: fc.constantFrom(...places),
  calls: fc.array(
    fc.record({
      /** Minutes from the beginning of the period before; many before an opening. */
      at: fc
        .tuple(fc.integer({ min: -1, max: 6 }), fc.oneof(fc.nat(24 * 60), fc.nat(9 * 60)))
        .map(([date, minutes]) => date * 24 * 60 + minutes),
      kind: fc.constantFrom(...kinds),
      caller: fc.nat(3),
      did: fc.nat(1),
      staff: fc.constantFrom('ravi', 'meera', undefined),
    }),
    { minLength: 5, maxLength: 40 },
  ),
  said: fc.array(
    fc.record({ call: fc.nat(), after: fc.integer({ min: 1, max: 3000 }), kind: fc.constantFrom(...wishes) }),
    { maxLength: 8 },
  ),
  /** Minutes from the end of the days to the moment of looking: some cases are expired then, some are not. */
  later: fc.integer({ min: -2000, max: 9 * 24 * 60 }),
  /** Settings that change within the days. */
  change: fc.integer({ min: 0, max: 6 * 24 * 60 }),
});

type History = typeof aHistory extends fc.Arbitrary<infer Given> ? Given : never;

describe.each(engines)('on %s', async (engine) => {
  const clock = { now: morning };
  const desk = withClock(await aDesk(engine), () => clock.now);

  /** Lives through a history on two DIDs of its own, and asks for three days of it. */
  async function live({ place: [timeZone, changeDay], calls, said, later, change }: History) {
    const dids = [aDid(), aDid()];
    const callers = Array.from({ length: 4 }, aCaller);
    const days = { from: dayBeside(changeDay, -1), to: dayBeside(changeDay, 1) };
    const start = dayStart(daysBefore(days).from, timeZone);
    const end = dayStart(dayBeside(days.to, 1), timeZone);
    const settings = { ...desk.defaults, timeZone };
    await desk.store.write(async (tx) => {
      const row = { by: 'Asha', savedAt: 1 };
      await tx.saveSettings({ ...row, scope: 'desk', did: null, from: 0, settings });
      const week = Array(7).fill([{ opens: '08:30', closes: '19:00' }]);
      await tx.saveSettings({
        ...row,
        scope: 'did',
        did: `+${dids[0]}`,
        from: start + change * minute,
        settings: { ...didDefaults, week, targetMinutes: 90, expiryDays: 1, shortSeconds: 8 },
      });
    });
    const records = calls.map(({ at, kind, caller, did, staff }) =>
      aRecord(start + at * minute, kind, callers[caller]!, dids[did]!, staff),
    );
    await post(desk, records.flat(), end);
    for (const { call, after, kind } of said) {
      const record = records[call % records.length]![0]!;
      const at = Number(record.time) + after * minute;
      await decide(
        desk,
        kind === 'spam' ? ravi : asha,
        [aLeg(record).callId],
        { kind, note: null, until: null },
        at,
      );
    }
    clock.now = end + later * minute;
    const query: ReportQuery = { days, dids: dids.map((did) => `+${did}`), people: [] };
    return { query, timeZone };
  }

  test('every figure is that of the pure function over the same rows, and has its rows behind it', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, async (history) => {
        const { query, timeZone } = await live(history);
        const rows = await rowsOf(desk, query, clock.now);
        const report = await loadReport(desk, asha, query);
        const now = clock.now;
        const isOn = spanOf(query.days, timeZone);
        const wasOn = spanOf(daysBefore(query.days), timeZone);
        expect(report.figures).toEqual(pureFigures(rows, isOn, now));
        expect(report.before).toEqual(pureFigures(rows, wasOn, now));

        const told = rows.calls.filter((call) => isOn(call.startedAt));
        for (const { day, answered, missed } of report.days) {
          const { part, whole } = answerRate(
            told.filter((call) => dayIn(call, timeZone) === day),
            now,
          );
          expect([day, answered, missed]).toEqual([day, part, whole - part]);
        }
        for (const [weekday, cells] of report.hours.entries())
          for (const [hourOfDay, cell] of cells.entries()) {
            const then = told.filter((call) => isInHour(call, timeZone, weekday, hourOfDay));
            const { part, whole } = answerRate(then, now);
            expect([weekday, hourOfDay, cell.part, cell.whole]).toEqual([
              weekday,
              hourOfDay,
              whole - part,
              whole,
            ]);
          }
        for (const { did, figures } of report.dids)
          expect(figures).toEqual(
            pureFigures(
              onlyOf(rows, (row) => row.did === did),
              isOn,
              now,
            ),
          );
        for (const { name, figures } of report.people)
          expect(figures).toEqual(
            pureFigures({ calls: [], cases: rows.cases.filter((it) => ownerOf(it) === name) }, isOn, now),
          );
        expect(report.times.map(({ cases }) => cases)).toEqual(
          report.times.map(
            ({ from, to }) => rows.cases.filter((it) => isOn(it.clockStartsAt) && took(it, from, to)).length,
          ),
        );
        await haveTheirRows(desk, query, report.figures);
        for (const { from, cases } of report.times)
          expect(await countRows(desk, query, { rows: 'called_back', minutes: from })).toBe(cases);
        const [weekday, hourOfDay] = [new Date(query.days.from).getUTCDay(), history.calls.length % 24];
        const { part, whole } = report.hours[weekday]![hourOfDay]!;
        const cell = { weekday, hour: hourOfDay };
        expect(await countRows(desk, query, { rows: 'missed', ...cell })).toBe(part);
        expect(await countRows(desk, query, { rows: 'calls', ...cell })).toBe(whole);
      }),
      { numRuns: 25 },
    );
  });

  test('rows come page by page, the newest first, each once; those of an hour from week to week', async () => {
    clock.now = morning + day;
    const did = aDid();
    const times = Array.from({ length: 60 }, (_, nth) => morning - (nth % 2) * 7 * day + nth * 20 * second);
    await post(
      desk,
      times.flatMap((at) => aRecord(at, 'missed', aCaller(), did, undefined)),
    );
    const zone = (await desk.settings(desk.store.read)).desk(clock.now).timeZone;
    const here = wallText(morning, zone);
    const [weekday, hour] = [new Date(here.slice(0, 10)).getUTCDay(), Number(here.slice(11, 13))];
    const days = { from: '2026-11-14', to: '2026-11-23' };
    const query: ReportQuery = { days, dids: [`+${did}`], people: [] };
    for (const wanted of [{ rows: 'calls' }, { rows: 'missed', weekday, hour }, { rows: 'cases' }] as const) {
      const pages: string[][] = [];
      for (let next: string | null = ''; next !== null; ) {
        const cursor = callCursorOf(next) ?? null;
        const found: ReportRows = await loadReportRows(desk, asha, { ...query, ...wanted, cursor });
        pages.push('calls' in found ? found.calls.map(beganAt) : found.cases.map(clockOf));
        next = found.next;
      }
      expect(pages.map(({ length }) => length)).toEqual([50, 10]);
      const newestFirst = times.toSorted((a, b) => b - a).map((at) => new Date(at).toISOString());
      expect(pages.flat()).toEqual(newestFirst);
    }
  });

  test('a person’s cases are theirs alone, and those of nobody nobody’s', async () => {
    const call = (at: number, kind: (typeof kinds)[number], caller: number, staff?: 'ravi') =>
      ({ at: at + 3 * 24 * 60, kind, caller, did: 1, staff }) as const;
    const calls = [
      call(60, 'missed', 0),
      call(70, 'reached', 0, 'ravi'),
      call(80, 'missed', 1),
      call(85, 'tried', 1, 'ravi'),
      call(90, 'missed', 2),
      call(95, 'missed', 3),
    ];
    const said = [{ call: 4, after: 31, kind: 'called_back' as const }];
    const history: History = { place: places[1], calls, said, later: 0, change: 0 };
    const { query } = await live(history);
    const report = await loadReport(desk, asha, query);
    expect(report.people.map(({ name }) => name)).toEqual(['Asha', 'ravi', null]);
    for (const { name, figures } of report.people) {
      const theirs = { ...query, people: [name] };
      const { answered: _calls, ...cases } = (await loadReport(desk, asha, theirs)).figures;
      expect(cases).toEqual((({ answered: _, ...rest }) => rest)(figures));
      await haveTheirRows(desk, theirs, { ...figures, answered: report.figures.answered });
    }
  });
});

const beganAt = ({ startedAt }: { startedAt: string }) => startedAt;
const clockOf = ({ clockStartsAt }: { clockStartsAt: string }) => clockStartsAt;

/** Every number of the figures opens as many rows. */
async function haveTheirRows(desk: Desk, query: ReportQuery, figures: Figures): Promise<void> {
  const { answered, inTime, lost: gone } = figures;
  const behind: [RowsWanted['rows'], number][] = [
    ['answered', answered.part],
    ['missed', answered.whole - answered.part],
    ['calls', answered.whole],
    ['cases', figures.cases],
    ['counted', inTime.whole],
    ['in_time', inTime.part],
    ['late', inTime.whole - inTime.part],
    ['called_back', figures.calledBack],
    ['waiting', figures.waiting],
    ['lost', gone.tried + gone.untried],
    ['lost_tried', gone.tried],
    ['lost_untried', gone.untried],
  ];
  for (const [rows, count] of behind)
    expect([rows, await countRows(desk, query, { rows })]).toEqual([rows, count]);
}

async function countRows(desk: Desk, query: ReportQuery, wanted: RowsWanted): Promise<number> {
  const found = await loadReportRows(desk, asha, { ...query, ...wanted, cursor: null });
  return 'calls' in found ? found.calls.length : found.cases.length;
}

function aRecord(
  at: number,
  kind: (typeof kinds)[number],
  caller: number,
  did: number,
  staff: string | undefined,
): CdrJson[] {
  const time = { time: at, start_time: at / second, end_time: at / second + 9 };
  const leg = aCdr({ ...time, to: did, from: caller });
  if (kind === 'answered') return [leg, aLegB(leg, { status: 'answered', duration: 40 })];
  if (kind === 'short') return [{ ...leg, end_time: at / second + 3 }];
  if (kind === 'late leg') return [aLegB(leg)];
  if (kind === 'hidden') return [{ ...leg, from: 'anonymous' }];
  if (kind === 'missed') return [leg];
  const ours = { ...time, from: did, user: staff };
  return aDial(0, ours, { ...ours, to: caller, ...(kind === 'tried' && { status: 'missed', duration: 0 }) });
}

type Rows = { calls: Call[]; cases: Case[] };

/** All rows of these DIDs, read without any of the report's own queries. */
async function rowsOf({ store: { read } }: Desk, { dids }: ReportQuery, now: number): Promise<Rows> {
  const calls = await read.loadCallsBegun({ since: 0, before: undefined, of: null }, 100_000);
  const cases = await read.loadCasesByClock(0, Number.MAX_SAFE_INTEGER, now);
  return onlyOf({ calls, cases: cases.map((it) => ({ ...it, calls: [] })) }, ({ did }) => dids.includes(did));
}

function onlyOf({ calls, cases }: Rows, isMeant: (row: { did: string }) => boolean): Rows {
  return { calls: calls.filter(isMeant), cases: cases.filter(isMeant) };
}

function pureFigures({ calls, cases }: Rows, isOn: (at: number) => boolean, now: number): Figures {
  const began = cases.filter((it) => isOn(it.clockStartsAt));
  const { median, settled, stillWaiting } = timeToCallback(began, now);
  return {
    answered: answerRate(
      calls.filter(({ startedAt }) => isOn(startedAt)),
      now,
    ),
    inTime: callbackRateInTime(began, now),
    median: median === null ? null : Math.floor(median / minute) * minute,
    cases: began.length,
    calledBack: settled,
    waiting: stillWaiting,
    lost: lost(
      cases.filter((it) => isOn(caseAt(it, now).closedAt ?? 0)),
      now,
    ),
  };
}

function ownerOf({ closedBy, lastAttemptBy }: Case): string | null {
  return closedBy ?? lastAttemptBy;
}

function took({ triedAt, clockStartsAt }: Case, from: number, to: number | null): boolean {
  if (triedAt === null) return false;
  const ms = Math.max(0, triedAt - clockStartsAt);
  return ms >= from * minute && (to === null || ms < to * minute);
}

/** By the clock on the wall, and no arithmetic of the report's own. */
function spanOf({ from, to }: { from: string; to: string }, zone: string): (at: number) => boolean {
  return (at) => {
    const date = wallText(at, zone).slice(0, 10);
    return from <= date && date <= to;
  };
}

function dayIn({ startedAt }: Call, zone: string): string {
  return wallText(startedAt, zone).slice(0, 10);
}

function isInHour(call: Call, zone: string, weekday: number, hourOfDay: number): boolean {
  const text = wallText(call.startedAt, zone);
  return new Date(text.slice(0, 10)).getUTCDay() === weekday && Number(text.slice(11, 13)) === hourOfDay;
}
