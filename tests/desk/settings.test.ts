/** Settings saved and tried on both engines: what is dated back ends as a desk that never knew otherwise. */

import { describe, expect, test } from 'vitest';
import { changeSettings } from '@/desk/change-settings';
import { decide } from '@/desk/decide';
import { loadSettings } from '@/desk/load-settings';
import { rebuild } from '@/desk/rebuild';
import { type Rehearsal, rehearse } from '@/desk/rehearse';
import type { Desk } from '@/desk/the-desk';
import { unfiltered } from '@/domain/board-query';
import {
  type DeskSettings,
  type DidSettings,
  deskDefaults,
  didDefaults,
  type SettingsRow,
} from '@/domain/settings';
import {
  aCaller,
  aCdr,
  aDial,
  aDid,
  aLeg,
  aLegB,
  aPerson,
  asha,
  type CdrJson,
  minute,
  morning,
} from '../builders';
import { aDesk, engines, post, tableOf, withClock } from '../desks';

const hour = 60 * minute;
const day = 24 * hour;
const now = morning + 2 * hour;
const sales = 914442000001;
const support = 914442000002;

const ofDid = (did: number, given: Partial<DidSettings>, from = now) => ({
  scope: 'did' as const,
  did: `+${did}`,
  from,
  settings: { ...didDefaults, ...given },
});
const ofDesk = (given: Partial<DeskSettings>, from = now) => ({
  scope: 'desk' as const,
  did: null,
  from,
  settings: { ...deskDefaults('IN', 'Asia/Kolkata'), ...given },
});

/** Missed, answered by a menu, rung back and settled: on two numbers, over some days, of callers that overlap. */
async function aHistory(desk: Desk): Promise<void> {
  const [caller, another] = [919884000001, 919884000002];
  const rang = (at: number, given: CdrJson = {}) => {
    const conversation = `${given.to ?? sales} ${given.from ?? caller} ${at}`;
    return aCdr({
      to: sales,
      from: caller,
      time: at,
      start_time: at / 1000,
      end_time: at / 1000 + 7,
      cmiuuid: conversation,
      conversation_uuid: conversation,
      ...given,
    });
  };
  const records = [
    rang(morning - 9 * day),
    rang(morning - 2 * day),
    rang(morning - 2 * day + hour, { from: another, to: support }),
    rang(morning - day, { status: 'answered' }),
    rang(morning - day + hour, { to: support, status: 'answered' }),
    rang(morning, { from: another }),
    rang(morning + minute, { from: another, to: support }),
    // In London, if the desk is in the United Kingdom.
    rang(morning + minute, { from: '02079460000' }),
    aLegB(rang(morning + 2 * minute, { to: support })),
    // Sales rang Support: once it is known as ours, Support is the other end.
    rang(morning + 3 * minute, { from: sales, to: caller }),
    ...aDial(
      30,
      { from: sales, conversation_uuid: 'dial', request_id: 'asked' },
      { from: sales, to: another, duration: 12 },
    ),
  ];
  for (const record of records) await post(desk, record, Number(record.time) + minute);
  const settledId = aLeg(records[1]).callId;
  for (const [kind, at] of [
    ['no_need', morning - day - hour],
    ['reopen', morning - day + 2 * hour],
  ] as const)
    await decide(desk, asha, [settledId], { kind, note: null, until: null }, at);
}

const projections = async (desk: Desk) =>
  JSON.stringify([await tableOf(desk, 'calls'), await tableOf(desk, 'cases'), await tableOf(desk, 'dids')]);

const week = Array(7).fill([{ opens: '09:00', closes: '09:50' }]);
const changes = [
  ['short rings of one number', ofDid(sales, { shortSeconds: 9 }, morning - 3 * day)],
  ['the menu of one number', ofDid(support, { menu: 'missed' }, morning - 3 * day)],
  ['a number confirmed as ours', ofDid(sales, { isOurs: true }, morning - 10 * day)],
  ['talk time and expiry of one number', ofDid(sales, { talkSeconds: 30, expiryDays: 1 }, morning - 3 * day)],
  ['expiry since a case was reopened', ofDid(sales, { expiryDays: 2 }, morning - day + hour)],
  ['hours and target of the desk', ofDesk({ week, targetMinutes: 5 }, morning - 10 * day)],
  ['the country of the desk', ofDesk({ country: 'GB' }, morning - 10 * day)],
  ['everything from now on', ofDesk({ week, targetMinutes: 5, expiryDays: 1, shortSeconds: 9 })],
] as const;

describe.each(engines)('on %s', async (engine) => {
  test.each(changes)('saved dated back, %s ends as if folded so from the beginning', async (_, change) => {
    const desk = withClock(await aDesk(engine), () => now);
    await aHistory(desk);
    const before = await projections(desk);
    await changeSettings(desk, asha, change, now);
    const after = await projections(desk);
    expect(after === before).toBe(change.from === now);
    await rebuild(desk);
    expect(await projections(desk)).toBe(after);
  });

  test.each(changes.slice(0, 7))('tried, %s is what is there once it is saved', async (_, change) => {
    const desk = withClock(await aDesk(engine), () => now);
    await aHistory(desk);
    const back = { ...change, from: now - 30 * day };
    const before = await projections(desk);
    const tried = await rehearse(desk, asha, change, now);
    expect(await projections(desk)).toBe(before);
    expect((await loadSettings(desk, asha, now)).history).toEqual([]);
    await changeSettings(desk, asha, back, now);
    const saved = await rehearse(desk, asha, change, now);
    expect(saved).toEqual({ ...tried, before: tried.after });
  });

  test('more calls than one part holds are all folded, and those of other numbers left alone', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    const [did, other] = [aDid(), aDid()];
    // Many begin at the same instant.
    const call = (to: number, at: number) =>
      aCdr({ to, from: aCaller(), start_time: (morning - (at >> 5)) / 1000 });
    await post(
      desk,
      Array.from({ length: 250 }, (_, at) => call(did, at)),
    );
    await post(
      desk,
      Array.from({ length: 30 }, (_, at) => call(other, at)),
    );
    await changeSettings(desk, asha, ofDid(did, { shortSeconds: 60 }, morning - hour), now);
    const calls = await tableOf(desk, 'calls');
    const short = calls.filter((row) => Boolean(row.is_short)).map((row) => row.did);
    expect(short).toEqual(Array(250).fill(`+${did}`));
    expect(await rehearse(desk, asha, ofDid(other, { shortSeconds: 60 }), now)).toMatchObject({
      calls: 280,
      isAll: true,
      before: { missed: 30, short: 0 },
      after: { missed: 30, short: 30 },
    });
  });

  test('of two who save at once both rows stay, and the later one holds', async () => {
    const desk = await aDesk(engine);
    const did = aDid();
    await Promise.all(
      ['Sales', 'Support'].map((label) =>
        changeSettings(desk, aPerson(label, { role: 'admin' }), ofDid(did, { label }), now),
      ),
    );
    const { dids, history } = await loadSettings(desk, asha, now);
    expect(history.map(({ by }) => by).sort()).toEqual(['Sales', 'Support']);
    expect(dids).toMatchObject([{ key: `+${did}`, settings: { label: history[0]?.by } }]);
  });
});

test('both engines say the same of the same history', async () => {
  const outcomes: unknown[] = [];
  for (const engine of engines) {
    const desk = withClock(await aDesk(engine), () => now);
    await aHistory(desk);
    const tried: Rehearsal[] = [];
    for (const [, change] of changes) {
      tried.push(await rehearse(desk, asha, change, now));
      await changeSettings(desk, asha, change, now);
    }
    const { cases } = await desk.board.load(asha, {
      state: 'all',
      ...unfiltered,
      order: 'desk',
      limit: 200,
    });
    const rows: SettingsRow[] = await desk.store.read.loadSettings();
    outcomes.push({
      tried,
      cases: cases.map(({ decisions: _, ...it }) => it),
      rows: rows.map(({ id: _, ...row }) => row),
    });
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});
