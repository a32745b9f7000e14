/** What is old goes, what is still open stays with all that it depends on, and a rebuild gives the same tables. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRetention } from '@/desk/apply-retention';
import { loadAudit } from '@/desk/audit';
import { applyDaily } from '@/desk/daily';
import { decide } from '@/desk/decide';
import { describeCaller } from '@/desk/describe-caller';
import { rebuild } from '@/desk/rebuild';
import { changeRetention } from '@/desk/retention';
import { type Desk, openDesk } from '@/desk/the-desk';
import { keepAll } from '@/domain/retention';
import {
  aCaller,
  aCdr,
  aConversation,
  aDid,
  aLeg,
  asha,
  type CdrJson,
  day,
  minute,
  morning,
  ravi,
} from '../builders';
import { aDesk, engines, post, tableOf, withClock } from '../desks';

const now = morning + 100 * day;
const wish = { kind: 'spam', note: null, until: null } as const;

/** A call that began so many days after the first morning. */
function aCdrOn(days: number, given: CdrJson = {}): CdrJson {
  const began = morning + days * day;
  return aCdr({
    to: aDid(),
    from: aCaller(),
    time: began,
    start_time: began / 1000,
    end_time: began / 1000 + 20,
    ...given,
  });
}

const receive = (desk: Desk, cdr: CdrJson) => post(desk, cdr, Number(cdr.time) + minute);

async function projections(desk: Desk) {
  const byId = (rows: Record<string, unknown>[]) =>
    rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  return {
    calls: byId(await tableOf(desk, 'calls')),
    cases: byId(await tableOf(desk, 'cases')),
    dids: await tableOf(desk, 'dids'),
  };
}

const keepCalls = (desk: Desk, callsDays: number) =>
  changeRetention(desk, asha, { ...keepAll, callsDays }, now);

describe.each(engines)('on %s', (engine) => {
  test('without a word of an admin everything is kept', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    await receive(desk, aCdrOn(1));
    expect(await applyRetention(desk, asha, now)).toEqual({ calls: 0, deliveries: 0, audit: 0 });
    expect(await tableOf(desk, 'calls')).toHaveLength(1);
  });

  test('old calls go with their legs, cases and decisions; younger ones stay', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    const [old, young] = [aCdrOn(10), aCdrOn(90)];
    for (const cdr of [old, young]) await receive(desk, cdr);
    for (const cdr of [old, young])
      await decide(desk, ravi, [aLeg(cdr).callId], wish, Number(cdr.time) + 2 * minute);
    await describeCaller(desk, ravi, `+${old.from}`, { name: 'Meera' }, now);
    await keepCalls(desk, 30);
    expect(await applyRetention(desk, asha, now)).toMatchObject({ calls: 1 });
    // Names are people's, not a record's.
    expect(await tableOf(desk, 'callers')).toMatchObject([{ name: 'Meera' }]);
    for (const table of ['legs', 'calls', 'cases', 'decisions', 'dids'] as const)
      expect(await tableOf(desk, table), table).toHaveLength(1);
    expect((await tableOf(desk, 'calls'))[0]?.id).toBe(aLeg(young).callId);
    expect((await loadAudit(desk, asha, null)).rows[0]).toMatchObject({
      what: 'removed what was old',
      about: { calls: 1 },
    });
  });

  test('what is still open on the desk stays, however old, with the tries to reach the caller', async () => {
    const desk = withClock(await aDesk(engine), () => morning + 3 * day);
    const missed = aCdrOn(1);
    const tried = aCdrOn(2, { direction: 'outbound', from: missed.to, to: missed.from });
    for (const cdr of [missed, tried]) await receive(desk, cdr);
    await changeRetention(desk, asha, { ...keepAll, callsDays: 1 }, morning + 4 * day);
    const before = await projections(desk);
    expect(before.cases).toMatchObject([{ state: 'open' }]);
    expect(Number(before.cases[0]?.attempts)).toBe(1);
    expect(await applyRetention(desk, asha, morning + 4 * day)).toMatchObject({ calls: 0 });
    expect(await projections(desk)).toEqual(before);
  });

  test('whatever the history: open cases stay as they are, nothing older is left, a rebuild changes nothing', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    const [callers, dids] = [
      [aCaller(), aCaller()],
      [aDid(), aDid()],
    ];
    const step = fc.record({
      day: fc.integer({ min: 80, max: 99 }),
      hour: fc.integer({ min: 0, max: 23 }),
      caller: fc.integer({ min: 0, max: 1 }),
      did: fc.integer({ min: 0, max: 1 }),
      what: fc.constantFrom('missed', 'missed', 'missed', 'answered', 'ours', 'ours answered'),
      said: fc.constantFrom(null, null, 'spam', 'tried', 'snooze', 'reopen', 'note'),
    });
    let kept = 0;
    let removed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 18 }),
        async (steps, days) => {
          await desk.store.write(async (tx) => {
            const calls = await tx.loadCallIdsOfLegs('', 10_000);
            await tx.deleteLegsOfCalls(calls);
            await tx.deleteDecisionsAbout(calls);
          });
          await rebuild(desk);
          const inTurn = [...steps].sort((a, b) => a.day - b.day || a.hour - b.hour);
          for (const { day, hour, caller, did, what, said } of inTurn) {
            const [from, to] = [callers[caller], dids[did]];
            const ours = what.startsWith('ours');
            const cdr = aCdrOn(day + hour / 24, {
              conversation_uuid: aConversation(),
              ...(ours ? { from: to, to: from, direction: 'outbound' } : { from, to }),
              status: what.endsWith('answered') ? 'answered' : 'missed',
              duration: what.endsWith('answered') ? 40 : 0,
            });
            await receive(desk, cdr);
            const at = Number(cdr.time) + 5 * minute;
            if (said)
              await decide(
                desk,
                ravi,
                [aLeg(cdr).callId],
                { kind: said, note: 'x', until: at + 60 * minute },
                at,
              );
          }
          const before = await projections(desk);
          const isOpen = (row: Record<string, unknown>) => row.state === 'open' && Number(row.ends_at) > now;
          await keepCalls(desk, days);
          await applyRetention(desk, asha, now);
          const after = await projections(desk);
          expect(after.cases.filter(isOpen)).toEqual(before.cases.filter(isOpen));
          const since = now - days * 24 * 60 * minute;
          expect(
            after.cases.every(
              (it) => isOpen(it) || Number(it.spans_to) >= since || Number(it.ends_at) >= since,
            ),
          ).toBe(true);
          const young = (rows: Record<string, unknown>[]) =>
            rows.filter((it) => Number(it.started_at) >= since);
          expect(young(after.calls)).toEqual(young(before.calls));
          await rebuild(desk);
          expect(await projections(desk)).toEqual(after);
          kept += after.calls.length;
          removed += before.calls.length - after.calls.length;
        },
      ),
      { numRuns: engine === 'sqlite' ? 120 : 30, seed: Number(process.env.SEED ?? 20261122) },
    );
    expect(Math.min(kept, removed)).toBeGreaterThan(50);
  });

  test('old bytes go, but for those that wait in quarantine; the audit goes by its own days', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    await receive(desk, aCdrOn(10));
    await post(desk, { nonsense: 1 }, morning + 10 * day);
    await receive(desk, aCdrOn(99));
    await changeRetention(desk, asha, { ...keepAll, auditDays: 30 }, morning);
    await changeRetention(desk, asha, { deliveriesDays: 30, callsDays: null, auditDays: 30 }, now);
    expect(await applyRetention(desk, asha, now)).toEqual({ calls: 0, deliveries: 1, audit: 1 });
    const bytes = (await tableOf(desk, 'deliveries')).map(({ body }) => (body as Buffer).length > 0);
    expect(bytes).toEqual([false, true, true]);
    expect(await applyRetention(desk, asha, now)).toEqual({ calls: 0, deliveries: 0, audit: 0 });
    await rebuild(desk);
    expect(await tableOf(desk, 'calls')).toHaveLength(2);
  });

  test('of several servers one does it, and of one day once; a button does it again', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    const other = withClock(await openDesk(desk.env), () => now);
    const answers = await Promise.all([desk, other, desk, other].map((it) => applyDaily(it, now)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await applyDaily(other, now + minute)).toBeNull();
    expect(await applyRetention(other, asha, now + minute)).not.toBeNull();
    expect(await applyDaily(desk, now + day)).not.toBeNull();
    await other.close();
  });

  test('what a server that died was doing is taken over once its lease is over', async () => {
    const desk = withClock(await aDesk(engine), () => now);
    await desk.store.write((tx) => tx.takeJob('retention', now, 10 * minute));
    expect(await applyRetention(desk, asha, now + 9 * minute)).toBeNull();
    expect(await applyRetention(desk, asha, now + 11 * minute)).not.toBeNull();
  });
});
