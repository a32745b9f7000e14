/** What people say of callers: names, the mark of spam, notes; and the page on which all of a caller stands. */

import { describe, expect, test } from 'vitest';
import { loadAudit } from '@/desk/audit';
import { loadCaller, loadCallsBefore, loadCasesBefore } from '@/desk/caller';
import { decide, undo } from '@/desk/decide';
import { addCallerNote, describeCaller, removeCallerNote } from '@/desk/describe-caller';
import { loadKnownCallers } from '@/desk/known-callers';
import { rebuild } from '@/desk/rebuild';
import { pageEndIn } from '@/domain/caller-key';
import {
  aCaller,
  aCdr,
  aConversation,
  aDial,
  aDid,
  aLeg,
  aPerson,
  asha,
  cleo,
  minute,
  morning,
  ravi,
} from '../builders';
import { aDesk, engines, post, tableOf, withClock } from '../desks';

const everything = {
  state: 'all',
  did: null,
  q: null,
  who: null,
  outcome: null,
  days: null,
  order: 'newest',
  limit: 50,
  cursor: null,
} as const;
const nobodyElse = { q: null, who: null, outcome: null, days: null, onlySpam: false, after: null };

describe.each(engines)('on %s', async (engine) => {
  const clock = { now: morning + 60 * minute };
  const desk = withClock(await aDesk(engine), () => clock.now);

  /** So many minutes past 10:00. */
  async function call(from: number, to: number, minutes: number, given = {}) {
    const time = morning + minutes * minute;
    const cdr = aCdr({ from, to, time, start_time: time / 1000, end_time: time / 1000 + 20, ...given });
    await post(desk, cdr, time + 1000);
    return aLeg(cdr).callId;
  }

  test('a name given to a caller stands in every case of theirs, raises the revision once, and outlives a rebuild', async () => {
    const [from, sales, support] = [aCaller(), aDid(), aDid()];
    await call(from, sales, 0);
    await call(from, support, 1);
    const key = `+${from}`;
    const before = await desk.store.read.revision();
    expect(await describeCaller(desk, ravi, key, { name: 'Meera Pillai' }, clock.now)).toBe(true);
    expect(await desk.store.read.revision()).toBe(before + 1);
    expect(await describeCaller(desk, asha, key, { name: 'Meera Pillai' }, clock.now)).toBe(true);
    expect(await desk.store.read.revision()).toBe(before + 1);
    await describeCaller(desk, asha, key, { isSpam: true }, clock.now);
    await rebuild(desk);
    const { cases } = await desk.board.load(asha, everything);
    const theirs = cases.filter(({ caller }) => caller.e164 === key);
    expect(theirs.map(({ caller }) => caller)).toMatchObject(
      Array(2).fill({ name: 'Meera Pillai', isSpam: true, key }),
    );
    // The mark settles nothing and hides nothing.
    expect(theirs.map(({ state }) => state)).toEqual(['open', 'open']);
    const { rows } = await loadAudit(desk, asha, null);
    const said = rows.filter(({ what }) => what === 'described a caller');
    expect(said).toMatchObject([
      { by: 'Asha', about: { isSpam: true } },
      { by: 'Ravi', about: { name: 'given' } },
    ]);
    expect(JSON.stringify(said)).not.toMatch(new RegExp(`Meera|${String(from).slice(-6)}`));
  });

  test('viewers see the name, the number in part, and no way to the page', async () => {
    const [from, did] = [aCaller(), aDid()];
    await call(from, did, 0);
    await describeCaller(desk, ravi, `+${from}`, { name: 'Arun' }, clock.now);
    const { cases } = await desk.board.load(cleo, { ...everything, did: `+${did}` });
    expect(cases[0]?.caller).toMatchObject({ e164: null, name: 'Arun', key: null });
    await expect(loadCaller(desk, cleo, `+${from}`, clock.now)).rejects.toThrow('Viewers');
    await expect(loadKnownCallers(desk, cleo, nobodyElse)).rejects.toThrow('Viewers');
    await expect(describeCaller(desk, cleo, `+${from}`, { name: 'x' }, clock.now)).rejects.toThrow('Viewers');
  });

  test('the page has every call either way, what was said under the last call seen, and the figures', async () => {
    const [from, sales, support] = [aCaller(), aDid(), aDid()];
    const first = await call(from, sales, 0);
    const second = await call(from, sales, 5);
    const [decided] = await decide(
      desk,
      ravi,
      [first],
      { kind: 'tried', note: 'busy', until: null },
      morning + 8 * minute,
    );
    const third = await call(from, support, 10);
    await call(from, support, 30, { status: 'answered', duration: 60 });
    const [a, b] = aDial(40, { from: sales, appid: 7 }, { to: from, status: 'answered', duration: 40 });
    await post(desk, [a, b], morning + 41 * minute);
    const page = (await loadCaller(desk, asha, `+${from}`, clock.now))!;
    expect(page.history.calls.map(({ verdict }) => verdict)).toEqual([
      'outbound_answered',
      'answered',
      'missed',
      'missed',
      'missed',
    ]);
    expect(page.history.calls.map(({ effect }) => effect).slice(0, 2)).toEqual([
      'reached_by_us',
      'reached_by_them',
    ]);
    expect(page.history.calls.filter(({ id }) => id === second)[0]?.decisions).toMatchObject([
      { kind: 'tried', by: 'Ravi', note: 'busy' },
    ]);
    for (const id of [first, third])
      expect(page.history.calls.find((it) => it.id === id)?.decisions).toEqual([]);
    expect(page.figures).toEqual({ rang: 4, missed: 3, reached: 2, isPartial: false });
    expect([page.open.length, page.closed.cases.length]).toEqual([0, 2]);
    if (decided?.is !== 'decided') throw new Error('It is decided.');
    await undo(desk, ravi, first, decided.decision, clock.now);
    const after = (await loadCaller(desk, asha, `+${from}`, clock.now))!;
    expect(after.history.calls.find(({ id }) => id === second)?.decisions[0]?.undoneBy).toBe('Ravi');
  });

  test('whoever is limited to a number sees of a caller what happened there, and nothing of others', async () => {
    const [from, other, sales, support] = [aCaller(), aCaller(), aDid(), aDid()];
    await call(from, sales, 0);
    const theirs = await call(from, support, 1);
    await call(other, support, 2);
    for (const [caller, name] of [
      [from, 'Zara'],
      [other, 'Zubin'],
    ] as const)
      await describeCaller(desk, asha, `+${caller}`, { name }, clock.now);
    const lata = aPerson('Lata', { dids: [`+${sales}`] });
    const page = (await loadCaller(desk, lata, `+${from}`, clock.now))!;
    expect(page).toMatchObject({ figures: { rang: 1 }, open: [{ did: { e164: `+${sales}` } }] });
    expect(JSON.stringify(page)).not.toContain(theirs);
    expect(await loadCaller(desk, lata, `+${other}`, clock.now)).toBeNull();
    expect(await describeCaller(desk, lata, `+${other}`, { name: 'x' }, clock.now)).toBe(false);
    expect(await addCallerNote(desk, lata, `+${other}`, 'x', clock.now)).toBeNull();
    const list = (await loadKnownCallers(desk, lata, { ...nobodyElse, q: 'z' })).callers;
    expect(list.map(({ name }) => name)).toEqual(['Zara']);
    const all = (await loadKnownCallers(desk, asha, { ...nobodyElse, q: 'z' })).callers;
    expect(all.map(({ name }) => name)).toEqual(['Zara', 'Zubin']);
  });

  test('notes are removed by who wrote them, or by an admin, for good', async () => {
    const from = aCaller();
    await call(from, aDid(), 0);
    const key = `+${from}`;
    const [one, two] = [
      (await addCallerNote(desk, ravi, key, 'Ask for Meera.', clock.now))!,
      (await addCallerNote(desk, ravi, key, 'Mornings only.', clock.now + 1))!,
    ];
    const zoya = aPerson('Zoya');
    expect(await removeCallerNote(desk, zoya, key, one, clock.now)).toBe('not theirs');
    expect(await removeCallerNote(desk, ravi, '+919999999999', one, clock.now)).toBe('unknown');
    expect(await removeCallerNote(desk, ravi, key, one, clock.now)).toBe('removed');
    expect(await removeCallerNote(desk, ravi, key, one, clock.now)).toBe('unknown');
    expect((await loadCaller(desk, asha, key, clock.now))?.notes).toMatchObject([
      { by: 'Ravi', text: 'Mornings only.' },
    ]);
    expect(await removeCallerNote(desk, asha, key, two, clock.now)).toBe('removed');
    const kept = (await tableOf(desk, 'caller_notes')).filter(({ id }) => id === one || id === two);
    expect(kept.map(({ text, removed_by }) => [text, removed_by]).sort()).toEqual([
      ['', 'Asha'],
      ['', 'Ravi'],
    ]);
  });

  test('of nobody known there is no page, and of a hidden caller neither', async () => {
    const conversation = aConversation();
    const id = await call(0, aDid(), 0, { from: null, conversation_uuid: conversation });
    for (const key of ['+919999988888', `hidden:${id}`, 'x', ''])
      expect(await loadCaller(desk, asha, key, clock.now)).toBeNull();
    expect(await describeCaller(desk, asha, '+919999988888', { name: 'Said before' }, clock.now)).toBe(true);
    expect(await loadCaller(desk, asha, '+919999988888', clock.now)).toMatchObject({
      caller: { name: 'Said before' },
      figures: { rang: 0 },
    });
    expect(await describeCaller(desk, asha, `hidden:${id}`, { name: 'x' }, clock.now)).toBe(false);
  });

  test('pages of calls, of cases and of names hold each once, in order', async () => {
    const from = aCaller();
    const key = `+${from}`;
    const ids = [];
    // Two at the same instant at each end of a page.
    for (let n = 0; n < 120; n += 1) ids.push(await call(from, aDid(), -Math.floor(n / 2) - 5));
    for (const id of ids.slice(0, 50))
      await decide(desk, ravi, [id], { kind: 'no_need', note: null, until: null }, clock.now);
    const page = (await loadCaller(desk, asha, key, clock.now))!;
    const calls = [...page.history.calls];
    for (let next = page.history.next; next; ) {
      const more = (await loadCallsBefore(desk, asha, key, pageEndIn(next)!, clock.now))!;
      calls.push(...more.calls);
      next = more.next;
    }
    expect(calls.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const times = calls.map(({ startedAt }) => startedAt);
    expect(times).toEqual([...times].sort().reverse());
    const closed = [...page.closed.cases];
    for (let next = page.closed.next; next; ) {
      const more = (await loadCasesBefore(desk, asha, key, pageEndIn(next)!, clock.now))!;
      closed.push(...more.cases);
      next = more.next;
    }
    expect([page.open.length, closed.length, new Set(closed.map(({ id }) => id)).size]).toEqual([70, 50, 50]);

    const names = Array.from(
      { length: 230 },
      (_, n) => `Pager ${String(n % 115).padStart(3, '0')} ${n % 2 ? 'é' : 'É'}`,
    );
    await desk.store.write((tx) =>
      tx.saveCallers(
        names.map((name, n) => ({
          caller: `+9170000${String(n).padStart(5, '0')}`,
          name,
          isSpam: false,
          savedAt: 0,
          by: 'x',
        })),
      ),
    );
    const listed: string[] = [];
    for (let after: { letters: string; caller: string } | null = null; ; ) {
      const { callers, next }: Awaited<ReturnType<typeof loadKnownCallers>> = await loadKnownCallers(
        desk,
        asha,
        {
          q: 'PAGER',
          onlySpam: false,
          after,
        },
      );
      listed.push(...callers.map(({ key }) => key));
      if (!next) break;
      const [letters, caller] = JSON.parse(next);
      after = { letters, caller };
    }
    expect([listed.length, new Set(listed).size]).toEqual([230, 230]);
    const some = await loadKnownCallers(desk, asha, { ...nobodyElse, q: '70000 00007' });
    expect(some.callers.map(({ key }) => key)).toEqual(['+917000000007']);
    expect((await loadKnownCallers(desk, asha, { ...nobodyElse, q: '%' })).callers).toEqual([]);
  });
});
