/** What people say of a case: who was first is told to who was second, and everything can be taken back. */

import { describe, expect, test } from 'vitest';
import { loadCase } from '@/desk/case';
import { type Decided, decide, undo } from '@/desk/decide';
import { rebuild } from '@/desk/rebuild';
import type { Desk } from '@/desk/the-desk';
import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, decisionKinds, isSettling } from '@/domain/decision';
import {
  aCaller,
  aCdr,
  aConversation,
  aDid,
  aLeg,
  aLegB,
  aPerson,
  asha,
  type CdrJson,
  minute,
  morning,
  ravi,
} from '../builders';
import { aDesk, engines, post, withClock } from '../desks';

/** Asha and Ravi decide at 10:10, unless it is said otherwise. */
const then = morning + 10 * minute;

describe.each(engines)('on %s', async (engine) => {
  const desk = withClock(await aDesk(engine), () => morning);

  /** Posts a missed call of its own caller, or of the one given, and returns its record with the id of its case. */
  async function missedCall(given: CdrJson = {}) {
    const record = aCdr({ to: aDid(), from: aCaller(), ...given });
    await post(desk, record, Number(record.end_time) * 1000);
    return { record, id: aLeg(record).callId };
  }

  const say = (id: string, kind: DecisionKind, by = asha, at = then, note: string | null = null) =>
    decide(desk, by, [id], { kind, note, until: kind === 'snooze' ? at + minute : null }, at).then(
      ([only]) => only!,
    );
  const load = (id: string, at = then) => loadCase(desk, asha, id, at) as Promise<CaseJson>;

  test.each(decisionKinds.filter(isSettling))(
    '%s closes the case, and says who, when and what',
    async (kind) => {
      const { id } = await missedCall();
      const before = await desk.store.read.revision();
      const answer = decided(await say(id, kind, asha, then, 'on holiday'));
      expect(answer.case).toMatchObject({
        id,
        state: 'closed',
        outcome: kind,
        closedBy: 'Asha',
        closedAt: new Date(then).toISOString(),
        overdue: false,
      });
      expect(answer.case.decisions).toMatchObject([
        { id: answer.decision, kind, by: 'Asha', note: 'on holiday' },
      ]);
      expect(await load(id)).toEqual(answer.case);
      expect(await desk.store.read.revision()).toBe(before + 1);
    },
  );

  test('the second to mark is told who was first, and changes nothing', async () => {
    const { id } = await missedCall();
    const first = decided(await say(id, 'called_back'));
    const before = await desk.store.read.revision();
    for (const kind of ['spam', 'called_back', 'tried'] as const) {
      expect(await say(id, kind, ravi, then + minute)).toEqual({
        is: 'refused',
        refusal: {
          error: expect.stringContaining('Asha'),
          by: 'Asha',
          at: new Date(then).toISOString(),
          kind: 'called_back',
        },
      });
    }
    expect(await load(id)).toEqual(first.case);
    expect(await desk.store.read.revision()).toBe(before);
  });

  test('of fifty who decide at once one wins, and the others are told who', async () => {
    const { id } = await missedCall();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, person) => say(id, 'called_back', aPerson(`Person ${person}`))),
    );
    const [winner, ...others] = answers.filter(({ is }) => is === 'decided').map(decided);
    expect(others).toEqual([]);
    const by = winner?.case.closedBy;
    const refusals = answers.flatMap((answer) => (answer.is === 'refused' ? [answer.refusal.by] : []));
    expect(refusals).toEqual(Array(49).fill(by));
    expect((await load(id)).decisions).toHaveLength(1);
  });

  test('undo puts the case back as it was, once', async () => {
    const { id } = await missedCall();
    const before = await load(id);
    const { decision } = decided(await say(id, 'spam'));
    const undone = decided(await undo(desk, ravi, id, decision, then + minute));
    expect({ ...undone.case, decisions: [] }).toEqual(before);
    expect(undone.case.decisions).toMatchObject([{ id: decision, by: 'Asha', undoneBy: 'Ravi' }]);
    expect(await undo(desk, aPerson('Cleo'), id, decision, then + 2 * minute)).toMatchObject({
      is: 'refused',
      refusal: { by: 'Ravi', at: new Date(then + minute).toISOString() },
    });
    expect((await say(id, 'called_back', ravi, then + 3 * minute)).is).toBe('decided');
  });

  test('of fifty who undo at once one does', async () => {
    const { id } = await missedCall();
    const { decision } = decided(await say(id, 'spam'));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, person) => undo(desk, aPerson(`Person ${person}`), id, decision, then)),
    );
    expect(answers.filter(({ is }) => is === 'decided')).toHaveLength(1);
  });

  test('a missed call after the closing opens a new case that points at the old one', async () => {
    const { id, record } = await missedCall();
    const { decision } = decided(await say(id, 'called_back'));
    const later = await missedCall({ ...record, ...anotherCall(then + minute) });
    expect(await load(later.id)).toMatchObject({ id: later.id, state: 'open', missedCount: 1, previous: id });
    for (const answer of [
      await undo(desk, asha, id, decision, then + 2 * minute),
      await say(id, 'reopen', asha, then + 2 * minute),
    ]) {
      expect(answer).toMatchObject({
        is: 'refused',
        refusal: { error: expect.stringContaining('newer case') },
      });
    }
    decided(await say(later.id, 'no_need', asha, then + 3 * minute));
    expect(decided(await say(id, 'reopen', asha, then + 4 * minute)).case.state).toBe('open');
  });

  test('a missed call that began before the decision joins the closed case, and any call finds it', async () => {
    const { id, record } = await missedCall();
    decided(await say(id, 'called_back'));
    const earlier = await missedCall({ ...record, ...anotherCall(morning - minute) });
    const found = await load(id);
    expect(found).toMatchObject({ id: earlier.id, state: 'closed', missedCount: 2, callsTotal: 2 });
    expect(await load(earlier.id)).toEqual(found);
  });

  test('a closed case can be reopened at any time, and closed again by somebody else', async () => {
    const { id } = await missedCall();
    expect(await say(id, 'reopen')).toMatchObject({ is: 'refused' });
    decided(await say(id, 'wrong_number'));
    const days = then + 30 * 24 * 60 * minute;
    expect(decided(await say(id, 'reopen', ravi, days)).case).toMatchObject({
      state: 'open',
      outcome: null,
      closedBy: null,
      closedAt: null,
    });
    expect(decided(await say(id, 'called_back', ravi, days + minute)).case.closedBy).toBe('Ravi');
  });

  test('tried leaves the case open and says who tried and when', async () => {
    const { id } = await missedCall();
    decided(await say(id, 'tried'));
    expect(decided(await say(id, 'tried', ravi, then + minute)).case).toMatchObject({
      state: 'attempted',
      attempts: 2,
      lastAttemptBy: 'Ravi',
      lastAttemptAt: new Date(then + minute).toISOString(),
      closedAt: null,
    });
  });

  test('a note stands beside the case, open or closed, and settles nothing', async () => {
    const { id } = await missedCall();
    expect(decided(await say(id, 'note', asha, then, 'prefers mornings')).case.state).toBe('open');
    decided(await say(id, 'called_back', asha, then + minute));
    const noted = decided(await say(id, 'note', ravi, then + 2 * minute, 'is happy')).case;
    expect(noted).toMatchObject({ state: 'closed', closedBy: 'Asha' });
    expect(noted.decisions.map(({ note }) => note)).toEqual(['is happy', null, 'prefers mornings']);
  });

  test('many at once are each answered on their own, in their order', async () => {
    const [one, two, three] = [await missedCall(), await missedCall(), await missedCall()];
    decided(await say(two.id, 'spam', ravi));
    const wish = { kind: 'no_need' as const, note: null, until: null };
    const answers = await decide(desk, asha, [one.id, two.id, 'nobody', three.id], wish, then + minute);
    expect(answers.map(({ is }) => is)).toEqual(['decided', 'refused', 'unknown', 'decided']);
  });

  test('a late record never overrides what a person decided', async () => {
    const { id, record } = await missedCall();
    decided(await say(id, 'called_back'));
    await post(desk, aLegB(record, { status: 'answered', duration: 30 }));
    expect(await load(id)).toMatchObject({ id, state: 'closed', outcome: 'called_back', closedBy: 'Asha' });
  });

  test('a call that turned out answered waits for nobody after an undo', async () => {
    const { id, record } = await missedCall();
    const { decision } = decided(await say(id, 'called_back'));
    await post(desk, aLegB(record, { status: 'answered', duration: 30 }));
    const undone = await undo(desk, asha, id, decision, then + minute);
    expect(undone).toEqual({ is: 'decided', case: null, decision });
    expect(await openCasesOf(desk, record)).toEqual([]);
  });

  test('a decision goes with its call to the caller whom a late leg a names', async () => {
    const legA = aCdr({ to: aDid(), from: aCaller() });
    const wrongly = aLegB(legA, { from: aCaller() });
    await post(desk, wrongly);
    const id = aLeg(legA).callId;
    decided(await say(id, 'called_back'));
    await post(desk, legA);
    expect(await load(id)).toMatchObject({
      caller: { e164: `+${legA.from}` },
      state: 'closed',
      closedBy: 'Asha',
      outcome: 'called_back',
    });
    expect(await openCasesOf(desk, wrongly)).toEqual([]);
    await rebuild(desk);
    expect(await load(id)).toMatchObject({ caller: { e164: `+${legA.from}` }, closedBy: 'Asha' });
  });

  test('nobody decides on a case that is not there, or not there yet', async () => {
    const loneLegB = aLegB(aCdr({ to: aDid(), from: aCaller() }));
    await post(desk, loneLegB);
    for (const id of ['nobody', '', aLeg(loneLegB).callId]) {
      expect(await say(id, 'called_back', asha, morning + minute), id).toEqual({ is: 'unknown' });
    }
    const [one, other] = [await missedCall(), await missedCall()];
    const { decision } = decided(await say(one.id, 'spam'));
    for (const [id, given] of [
      [one.id, 'nothing'],
      ['nobody', decision],
      [other.id, decision],
    ] as const) {
      expect(await undo(desk, ravi, id, given, then)).toEqual({ is: 'unknown' });
    }
    expect((await load(one.id)).state).toBe('closed');
  });

  test('what two people do in the same instant stands in the order in which they did it', async () => {
    // The ids are random, so an order that they decide shows within a few tries.
    for (let round = 0; round < 8; round += 1) {
      const { id } = await missedCall();
      decided(await say(id, 'called_back'));
      decided(await say(id, 'reopen', ravi));
      expect(await load(id)).toMatchObject({ state: 'open' });
    }
  });
});

function decided(answer: Decided) {
  if (answer.is !== 'decided' || !answer.case) throw new Error(`Not decided: ${JSON.stringify(answer)}`);
  return { case: answer.case, decision: answer.decision };
}

/** A further call of the same caller, that began at `at` (ms). */
function anotherCall(at: number): CdrJson {
  const conversation = aConversation();
  return {
    conversation_uuid: conversation,
    cmiuuid: conversation,
    time: at,
    start_time: at / 1000,
    end_time: at / 1000 + 5,
  };
}

async function openCasesOf({ store }: Desk, { from }: CdrJson) {
  const cases = await store.read.loadCasesReaching(new Map([[`+${from}`, 0]]));
  return cases.filter(({ state }) => state === 'open');
}
