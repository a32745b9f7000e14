/** The report of a week with 40 calls, counted by hand: the expected figures are written out, and nothing works them out. */

import { describe, expect, test } from 'vitest';
import { decide } from '@/desk/decide';
import { loadReport } from '@/desk/report';
import type { DecisionKind } from '@/domain/decision';
import type { Figures } from '@/domain/report';
import { didDefaults } from '@/domain/settings';
import { aCdr, aDial, aLeg, aLegB, aPerson, type CdrJson, minute, second } from '../builders';
import { aDesk, engines, post, withClock } from '../desks';

/** November 2026 in Chennai; the 16th is a Monday. Sales is always open, Support from 9 to 18. */
const calls = `
   9 10:00 Sales   Abel   missed
   9 11:00 Sales   Bina   answered
  10 10:00 Sales   Cyrus  missed
  10 10:20 Sales   Cyrus  tried    Ravi
  11 09:30 Support Dev    missed
  11 09:50 Support Dev    reached  Meera
  12 12:00 Support Ela    answered
  15 23:50 Sales   Farah  missed
  16 09:05 Sales   Gita   missed
  16 09:15 Sales   Gita   reached  Ravi
  16 09:30 Support Hari   answered
  16 10:10 Sales   Indu   missed
  16 10:15 Support Jaya   short
  16 10:45 Support Jaya   tried    Ravi
  16 10:50 Sales   Indu   reached  Meera
  16 11:00 Sales   Kiran  answered
  17 08:00 Support Lila   missed
  17 09:04 Support Lila   reached  Ravi
  17 09:10 Sales   Mohan  missed
  17 09:40 Sales   Mohan  answered
  17 10:00 Sales   hidden missed
  17 18:00 Support Nila   missed
  18 09:20 Support Nila   tried    Ravi
  18 10:00 Support Nila   reached  Meera
  18 10:05 Sales   Omar   missed
  18 10:30 Sales   Priya  missed
  18 10:40 Sales   Priya  missed
  18 12:00 Support Qadir  answered
  19 00:00 Sales   Rani   missed
  19 10:00 Sales   Tara   missed
  19 23:59 Sales   Sunil  answered
  20 10:59 Sales   Uma    answered
  20 11:00 Sales   Vijay  missed
  20 11:30 Support Wahid  answered
  20 12:00 Support Wahid  missed
  21 09:00 Sales   Xavier missed
  21 09:10 Sales   Xavier tried    Ravi
  21 09:20 Sales   Xavier answered
  22 23:50 Sales   Yusuf  missed
  23 08:50 Sales   Zoya   missed`;

const said = `
  18 10:06 Omar  spam         Asha
  18 11:25 Priya called_back  Asha
  19 10:03 Tara  left_message Ravi
  20 11:01 Vijay no_need      Ravi
  21 12:00 Wahid tried        Asha`;

const share = (part: number, whole: number) => ({ part, whole, share: whole === 0 ? null : part / whole });
const figures = (
  answered: [part: number, whole: number],
  inTime: [part: number, whole: number],
  median: number | null,
  [cases, calledBack, waiting]: [number, number, number],
  [tried, untried]: [number, number],
): Figures => ({
  answered: share(...answered),
  inTime: share(...inTime),
  median: median && median * minute,
  cases,
  calledBack,
  waiting,
  lost: { tried, untried },
});

/**
 * From the 16th to the 22nd. Apart from the answer rate: Jaya's short ring, Lila before and Nila after hours. Apart
 * from the callback rate: the hidden one, Omar (spam) and Mohan, who got through before anybody tried. In time: Gita 10,
 * Jaya 30, Lila 4 after nine, Nila 20 after nine, Tara 3, Xavier 10 minutes. Too late: Indu 40, Priya 55, Wahid a day.
 * Never: Rani and Yusuf, who wait, and Vijay. Expired: Abel, Cyrus (tried) and Farah, all of the week before.
 */
const expected = {
  all: figures([8, 21], [6, 12], 20, [15, 9, 2], [1, 2]),
  before: figures([2, 6], [2, 4], 20, [4, 2, 0], [0, 0]),
  dids: {
    Sales: figures([5, 17], [3, 8], 10, [11, 5, 2], [1, 2]),
    Support: figures([3, 4], [3, 4], 20, [4, 4, 0], [0, 0]),
  },
  people: {
    Asha: figures([0, 0], [0, 2], 55, [3, 2, 0], [0, 0]),
    Meera: figures([0, 0], [1, 2], 20, [2, 2, 0], [0, 0]),
    Ravi: figures([0, 0], [5, 6], 10, [6, 5, 0], [1, 0]),
    nobody: figures([0, 0], [0, 2], null, [4, 0, 2], [0, 2]),
  },
  days: [
    ['2026-11-16', 2, 2],
    ['2026-11-17', 1, 2],
    ['2026-11-18', 1, 3],
    ['2026-11-19', 1, 2],
    ['2026-11-20', 2, 2],
    ['2026-11-21', 1, 1],
    ['2026-11-22', 0, 1],
  ],
  /** Missed of all: Monday at nine, Wednesday at ten, Thursday at midnight and at eleven in the evening. */
  hours: { '1 9': [1, 2], '3 10': [3, 3], '4 0': [1, 1], '4 23': [0, 1], '2 8': [0, 0] },
  /** Within 5, 15, 30, 60 minutes, 2, 4, 8, 24 hours, and beyond. */
  times: [2, 2, 1, 3, 0, 0, 0, 0, 1],
};

const dids: Record<string, number> = { Sales: 914442000001, Support: 914442000002 };

describe.each(engines)('on %s', async (engine) => {
  const clock = { now: at(23, '09:00') };
  const desk = withClock(await aDesk(engine), () => clock.now);
  const week = Array(7).fill([{ opens: '09:00', closes: '18:00' }]);
  await desk.store.write((tx) =>
    tx.saveSettings({
      scope: 'did',
      did: `+${dids.Support}`,
      from: 0,
      settings: { ...didDefaults, week },
      by: 'Asha',
      savedAt: 0,
    }),
  );
  const missed = new Map<string, string>();
  for (const [date, time, did, name, what, staff] of linesOf(calls)) {
    const began = at(Number(date), time!);
    const records = recordsOf(began, dids[did!]!, name!, what!, staff);
    await post(desk, records, began + 10 * second);
    if (what === 'missed' && !missed.has(name!)) missed.set(name!, aLeg(records[0]).callId);
  }
  for (const [date, time, name, kind, by] of linesOf(said)) {
    const wish = { kind: kind as DecisionKind, note: null, until: null };
    const [answer] = await decide(desk, aPerson(by!), [missed.get(name!)!], wish, at(Number(date), time!));
    expect(answer!.is).toBe('decided');
  }
  const asha = aPerson('Asha');
  const days = { from: '2026-11-16', to: '2026-11-22' };
  const report = await loadReport(desk, asha, { days, dids: [], people: [] });

  test('the table has 40 calls', () => {
    expect(linesOf(calls)).toHaveLength(40);
  });

  test('the figures are those of the hand', () => {
    expect(report.figures).toEqual(expected.all);
    expect(report.before).toEqual(expected.before);
  });

  test('so are those of each number and of each person', () => {
    const byDid = report.dids.map(({ did, figures }) => [did, figures]);
    expect(byDid).toEqual(Object.entries(expected.dids).map(([name, of]) => [`+${dids[name]}`, of]));
    const byName = report.people.map(({ name, figures }) => [name ?? 'nobody', figures]);
    expect(byName).toEqual(Object.entries(expected.people));
  });

  test('and the days, the hours and the times', () => {
    expect(report.days.map(({ day, answered, missed }) => [day, answered, missed])).toEqual(expected.days);
    for (const [cell, [part, whole]] of Object.entries(expected.hours)) {
      const [weekday, hour] = cell.split(' ').map(Number);
      expect([cell, report.hours[weekday!]![hour!]]).toEqual([cell, share(part!, whole!)]);
    }
    expect(report.times.map(({ cases }) => cases)).toEqual(expected.times);
  });

  test('whoever may see Support alone gets the figures of Support', async () => {
    const viewer = aPerson('Lata', { role: 'viewer', dids: [`+${dids.Support}`] });
    const seen = await loadReport(desk, viewer, { days, dids: [], people: [] });
    expect(seen.figures).toEqual(expected.dids.Support);
    expect(seen.dids.map(({ did }) => did)).toEqual([`+${dids.Support}`]);
    expect(seen.everybody).toEqual(['Asha', 'Meera', 'Ravi']);
    const none = await loadReport(desk, viewer, { days, dids: [`+${dids.Sales}`], people: [] });
    expect(none.figures).toEqual(figures([0, 0], [0, 0], null, [0, 0, 0], [0, 0]));
  });
});

function linesOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

function at(date: number, time: string): number {
  return Date.parse(`2026-11-${String(date).padStart(2, '0')}T${time}:00+05:30`);
}

/** A caller's number is made of their initial. */
function recordsOf(began: number, did: number, name: string, what: string, staff?: string): CdrJson[] {
  const from = name === 'hidden' ? 'anonymous' : 919884000000 + name.charCodeAt(0);
  const time = { time: began, start_time: began / second };
  const leg = aCdr({ ...time, end_time: began / second + (what === 'short' ? 3 : 9), to: did, from });
  if (what === 'answered') return [leg, aLegB(leg, { status: 'answered', duration: 40 })];
  if (what === 'missed' || what === 'short') return [leg];
  const ours = { ...time, end_time: began / second + 70, from: did, user: staff };
  return aDial(0, ours, { ...ours, to: from, ...(what === 'tried' && { status: 'missed', duration: 0 }) });
}
