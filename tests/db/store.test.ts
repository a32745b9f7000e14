/** The store's contract: one suite, run on every engine. */

import { describe, expect, test } from 'vitest';
import type { StoredCall, StoredCase } from '@/db/queries/projections';
import type { Desk } from '@/desk/the-desk';
import { type BoardQuery, unfiltered } from '@/domain/board-query';
import { aCall, aCaller, aCdr, aDecision, aDid, aLeg, day, minute, morning, second } from '../builders';
import { aDesk, engines, tableOf } from '../desks';

const everything: BoardQuery = {
  state: 'all',
  ...unfiltered,
  order: 'waiting',
  limit: 50,
};

let cases = 0;

/** An open case of a caller who was missed once at 10:00. */
function aCase(given: Partial<StoredCase> = {}): StoredCase {
  cases += 1;
  const caller = `+${aCaller()}`;
  return {
    id: `case${String(cases).padStart(20, '0')}`,
    caller,
    callerRaw: caller.slice(1),
    did: `+${aDid()}`,
    didRaw: null,
    state: 'open',
    outcome: null,
    callsTotal: 1,
    missedCount: 1,
    firstMissedAt: morning,
    lastMissedAt: morning,
    clockStartsAt: morning,
    dueAt: morning + 30 * minute,
    isShort: false,
    attempts: 0,
    lastAttemptAt: null,
    lastAttemptBy: null,
    triedAt: null,
    reachedAt: null,
    claimedBy: null,
    claimLapsesAt: null,
    wakesAt: null,
    closedAt: null,
    closedBy: null,
    closedByCall: null,
    expiresAt: morning + 7 * day,
    endsAt: morning + 7 * day,
    visibleFrom: 0,
    spansFrom: morning,
    spansTo: morning,
    ...given,
  };
}

function aStoredCall(given: Partial<StoredCall> = {}): StoredCall {
  return { ...aCall({ caller: `+${aCaller()}`, did: `+${aDid()}` }), caseId: null, ...given };
}

/** From the beginning on. */
const always = (caller: string) => new Map([[caller, 0]]);

const aDelivery = (body: Buffer) => ({
  receivedAt: morning,
  token: 'fingerprint',
  method: 'POST',
  contentType: 'application/json',
  body,
  outcome: 'understood' as const,
});

/** Every id of a view, page by page. */
async function allPages({ store }: Desk, query: BoardQuery, now = morning): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = query.cursor; ; ) {
    const rows = await store.read.loadPage({ ...query, cursor }, now, null, null);
    const page = rows.slice(0, query.limit);
    ids.push(...page.map(({ found }) => found.id));
    const last = page.at(-1);
    if (rows.length <= query.limit || !last || ids.length > 1000) return ids;
    cursor = last.cursor;
  }
}

describe.each(engines)('on %s', async (engine) => {
  const desk = await aDesk(engine);
  const { store } = desk;

  test('a delivery keeps its bytes exactly, and ids come in the order of the rows', async () => {
    const bodies = [
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
      Buffer.from([0, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0]),
      Buffer.alloc(256 * 1024, 'é'),
      ...Array.from({ length: 600 }, (_, index) => Buffer.from(`body ${index}`)),
    ];
    const ids = await store.write((tx) => tx.saveDeliveries(bodies.map(aDelivery)));
    const kept = new Map((await tableOf(desk, 'deliveries')).map((row) => [Number(row.id), row.body]));
    expect(bodies.every((body, index) => body.equals(kept.get(ids[index]!) as Buffer))).toBe(true);
    expect(await store.read.lastDeliveryAt()).toBe(morning);
  });

  test('what was not understood is kept with its place and its reason', async () => {
    await store.write(async (tx) => {
      const [deliveryId] = await tx.saveDeliveries([aDelivery(Buffer.from('?'))]);
      await tx.saveQuarantined([
        { deliveryId: deliveryId!, position: 0, reason: 'No number.', at: morning },
        { deliveryId: deliveryId!, position: 7, reason: "It's ü.", at: morning },
      ]);
    });
    const kept = await tableOf(desk, 'quarantine');
    expect(kept.map(({ position, reason }) => [Number(position), reason])).toEqual([
      [0, 'No number.'],
      [7, "It's ü."],
    ]);
  });

  test('a copy of a leg is one row, and saving it again overwrites it', async () => {
    const leg = aLeg(aCdr({ extra_params: "{ 'Name': 'Akil' }", answer_time: morning / 1000 }));
    const other = aLeg();
    await store.write((tx) => tx.saveLegs([leg, other].map((one) => ({ ...one, deliveryId: 1 }))));
    const earlier = { ...leg, firstReceivedAt: morning, balance: '1.5' };
    await store.write((tx) => tx.saveLegs([{ ...earlier, deliveryId: 2 }]));
    expect(await store.read.loadLegs([leg.callId])).toEqual([{ ...earlier, deliveryId: 2 }]);
  });

  test('more legs than one statement takes come back whole, and their calls page by page', async () => {
    const legs = Array.from({ length: 1200 }, () => aLeg());
    await store.write((tx) => tx.saveLegs(legs.map((leg) => ({ ...leg, deliveryId: 1 }))));
    expect(await store.read.loadLegs(legs.map(({ callId }) => callId))).toHaveLength(1200);
    const ids: string[] = [];
    for (let page = ['']; page.length > 0; ids.push(...page)) {
      page = await store.read.loadCallIdsOfLegs(ids.at(-1) ?? '', 500);
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(new Set(ids)).toEqual(new Set([...legs.map(({ callId }) => callId), ...ids]));
  });

  test('a change raises the revision by one, and one that fails leaves no trace', async () => {
    const before = await store.read.revision();
    expect(await store.write((tx) => tx.raiseRevision(1))).toBe(before + 1);
    const row = aCase();
    const failing = store.write(async (tx) => {
      await tx.saveCases([row]);
      await tx.raiseRevision(1);
      throw new RangeError('out of luck');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await store.read.revision()).toBe(before + 1);
    expect(await store.read.loadCasesReaching(always(row.caller))).toEqual([]);
    await store.write((tx) => tx.saveCases([row]));
    expect(await store.read.loadCasesReaching(always(row.caller))).toEqual([row]);
  });

  test('writes come one after another, however they wait inside', async () => {
    let inside = 0;
    const before = await store.read.revision();
    const most = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.write(async (tx) => {
          inside += 1;
          const seen = inside;
          const revision = await tx.revision();
          await new Promise((go) => setTimeout(go, index % 3));
          expect(await tx.raiseRevision(1)).toBe(revision + 1);
          inside -= 1;
          return seen;
        }),
      ),
    );
    expect(Math.max(...most)).toBe(1);
    expect(await store.read.revision()).toBe(before + 20);
  });

  test('a reader does not see what is not committed, and sees it at once when it is', async () => {
    const row = aCase();
    await store.write(async (tx) => {
      await tx.saveCases([row]);
      expect(await tx.loadCasesReaching(always(row.caller))).toHaveLength(1);
      expect(await store.read.loadCasesReaching(always(row.caller))).toHaveLength(0);
    });
    expect(await store.read.loadCasesReaching(always(row.caller))).toHaveLength(1);
  });

  test('calls keep every column, and a case is found by any of its calls', async () => {
    const row = aCase();
    const calls = [
      aStoredCall({ caller: row.caller, caseId: row.id, ringMs: null, decidesAt: morning, mark: 'busy' }),
      aStoredCall({ caller: row.caller, caseId: row.id, startedAt: morning + second }),
      aStoredCall({ caller: row.caller, verdict: 'answered' }),
    ];
    await store.write(async (tx) => {
      await tx.saveCalls(calls);
      await tx.saveCases([row]);
    });
    const ids = calls.map(({ id }) => id);
    expect(new Set(await store.read.loadCalls(ids))).toEqual(new Set(calls));
    expect(await store.read.loadCallsSince(always(row.caller))).toHaveLength(3);
    expect(await Promise.all(ids.map((id) => store.read.loadCaseOfCall(id)))).toEqual([row, row, undefined]);
    expect(await store.read.loadCallsOfCases([{ ...row, callsTotal: 2 }], 1)).toEqual([calls[1]]);
    expect(await store.read.loadCallsOfCases([{ ...row, callsTotal: 2 }], 20)).toEqual([calls[1], calls[0]]);
    await store.write((tx) => tx.deleteCases([row.id]));
    expect(await store.read.loadCaseOfCall(ids[0]!)).toBeUndefined();
  });

  test('DIDs come with their first call and go with their last', async () => {
    const call = aStoredCall();
    const next = `+${aDid()}`;
    await store.write(async (tx) => {
      await tx.saveCalls([call]);
      await tx.saveDids([call.did], []);
      await tx.saveDids([call.did], [call.did]);
    });
    expect(await store.read.loadDids()).toContain(call.did);
    await store.write(async (tx) => {
      await tx.saveCalls([{ ...call, did: next }]);
      await tx.saveDids([next], [call.did]);
    });
    expect(await store.read.loadDids()).toContain(next);
    expect(await store.read.loadDids()).not.toContain(call.did);
  });

  test('of two who undo a decision only the first does', async () => {
    const call = aStoredCall({ caseId: 'a-case' });
    const decision = aDecision([call], { note: 'on holiday' });
    await store.write(async (tx) => {
      await tx.saveCalls([call]);
      await tx.saveDecision(decision);
    });
    expect(await store.read.loadDecisionsAbout([call.id])).toEqual([decision]);
    const undo = (by: string) => store.write((tx) => tx.undoDecision(decision.id, morning, by));
    const wereFirst = await Promise.all([undo('Asha'), undo('Ravi')]);
    expect([...wereFirst].sort()).toEqual([false, true]);
    expect(await store.read.loadDecisionsOfCases(['a-case'])).toEqual([
      { ...decision, undoneAt: morning, undoneBy: wereFirst[0] ? 'Asha' : 'Ravi', caseId: 'a-case' },
    ]);
  });
});

describe.each(engines)('the board on %s', async (engine) => {
  const desk = await aDesk(engine);
  const { store } = desk;
  const sales = `+${aDid()}`;
  const support = `+${aDid()}`;
  // Five cases to each instant, so that pages break between rows of the same time.
  const open = Array.from({ length: 43 }, (_, index) => {
    const at = morning - Math.floor(index / 5) * minute;
    return aCase({
      did: index % 3 ? sales : support,
      firstMissedAt: at,
      lastMissedAt: morning - at,
      dueAt: at,
    });
  });
  const closed = Array.from({ length: 12 }, (_, index) =>
    aCase({
      did: sales,
      state: 'closed',
      outcome: 'spam',
      closedAt: morning - 10 + (index >> 2),
      endsAt: morning - 10 + (index >> 2),
      closedBy: 'Asha',
    }),
  );
  const later = aCase({ did: support, visibleFrom: morning + 3 * minute, dueAt: morning + 33 * minute });
  const hidden = aCase({
    did: sales,
    caller: 'hidden:77777777ab',
    callerRaw: 'anonymous',
    state: 'uncallable',
    endsAt: null,
  });
  const made = [...closed, later, ...open, hidden];
  await store.write(async (tx) => {
    await tx.saveCases(made);
    await tx.saveNumbers(made.map(({ caller }) => caller));
  });

  const ids = (rows: StoredCase[]) => rows.map(({ id }) => id);
  const ordered = (rows: StoredCase[], by: (row: StoredCase) => number, sign: 1 | -1) =>
    ids(rows.toSorted((a, b) => sign * (by(a) - by(b) || (a.id < b.id ? -1 : 1))));

  test.each([1, 4, 5, 43, 200])(
    'pages of %i cover every waiting case once, the longest wait first',
    async (limit) => {
      const pages = await allPages(desk, { ...everything, state: 'open', limit });
      expect(pages).toEqual(ordered(open, (row) => row.firstMissedAt, 1));
    },
  );

  test.each([3, 200])('the newest first, in pages of %i', async (limit) => {
    const pages = await allPages(desk, { ...everything, state: 'open', order: 'newest', limit });
    expect(pages).toEqual(ordered(open, (row) => row.lastMissedAt, -1));
  });

  test('the closed ones, the last closed first', async () => {
    const pages = await allPages(desk, { ...everything, state: 'closed', order: 'newest', limit: 5 });
    expect(pages).toEqual(ordered(closed, (row) => row.closedAt!, -1));
  });

  test('all of them, and those of one DID', async () => {
    expect(new Set(await allPages(desk, { ...everything, limit: 7 }))).toEqual(
      new Set(ids([...open, ...closed, hidden])),
    );
    const ofSupport = open.filter(({ did }) => did === support);
    expect(await allPages(desk, { ...everything, state: 'open', did: support, limit: 7 })).toEqual(
      ordered(ofSupport, (row) => row.firstMissedAt, 1),
    );
    expect(await allPages(desk, { ...everything, state: 'uncallable' })).toEqual([hidden.id]);
    expect(await allPages(desk, { ...everything, state: 'snoozed' })).toEqual([]);
  });

  test('a case whose call is undecided is on the board from its time on', async () => {
    const view = { ...everything, state: 'open', did: support, limit: 200 } as const;
    expect(await allPages(desk, view, later.visibleFrom - 1)).not.toContain(later.id);
    expect(await allPages(desk, view, later.visibleFrom)).toContain(later.id);
  });

  test('any part of a number finds its case, and letters find the raw text', async () => {
    const { id, caller } = open[7]!;
    const national = `0${caller.slice(3, 8)} ${caller.slice(8)}`;
    for (const q of [caller, caller.slice(4), caller.slice(1, -1), national]) {
      expect(await allPages(desk, { ...everything, q }), q).toContain(id);
    }
    expect(await allPages(desk, { ...everything, q: '999999999999' })).toEqual([]);
    expect(await allPages(desk, { ...everything, q: 'ANONY' })).toEqual([hidden.id]);
    expect(await allPages(desk, { ...everything, q: "'; drop table cases; --" })).toEqual([]);
  });

  test('the hash in the key of a hidden caller is no part of a number', async () => {
    expect(await allPages(desk, { ...everything, q: '77777777' })).toEqual([]);
  });

  test.each(['%', '_', '\\'])('%j stands for itself in a search', async (q) => {
    expect(await allPages(desk, { ...everything, q })).toEqual([]);
  });

  test('the counts say how many are open, overdue and tried, by DID', async () => {
    const tried = open[0]!;
    await store.write((tx) => tx.saveCases([{ ...tried, attempts: 2 }]));
    const counts = await store.read.countWaiting(morning);
    const sum = (of: 'open' | 'overdue' | 'attempted') => counts.reduce((total, row) => total + row[of], 0);
    expect([sum('open'), sum('overdue'), sum('attempted')]).toEqual([43, 43, 1]);
    const ofSupport = counts.filter(({ did }) => did === support);
    expect(ofSupport.reduce((total, { open }) => total + open, 0)).toBe(15);
    expect(await store.read.countUncallable(morning)).toEqual([expect.objectContaining({ cases: 1 })]);
    const closed = await store.read.countClosedSince(morning - 8);
    expect(closed.reduce((total, { cases }) => total + cases, 0)).toBe(4);
  });

  test.each([1, 3, 200])(
    "pages of %i in the desk's order: overdue, then rang twice, then the longest wait; short ones after their group",
    async (limit) => {
      const did = `+${aDid()}`;
      const overdue = { dueAt: morning };
      const twice = { missedCount: 2 };
      const short = { isShort: true };
      const rows = [
        { ...overdue, ...twice },
        { ...overdue, ...twice, ...short },
        overdue,
        { ...overdue, ...short },
        twice,
        { ...twice, ...short },
        {},
        short,
      ].flatMap((given, index) =>
        // The later of each two waits longer, and in all of them the later group does.
        [1, 2, 2].map((wait) => aCase({ did, ...given, firstMissedAt: morning - wait - index * minute })),
      );
      await store.write((tx) => tx.saveCases(rows.toReversed()));
      const groups = Array.from({ length: 8 }, (_, index) => rows.slice(3 * index, 3 * index + 3));
      const expected = groups.flatMap(([one, two, three]) => ids([two!, three!, one!]));
      const view = { ...everything, state: 'open', order: 'desk', did, limit } as const;
      expect(await allPages(desk, view)).toEqual(expected);
    },
  );

  test('a cursor keeps to the order of its first page, though a case falls due meanwhile', async () => {
    const did = `+${aDid()}`;
    const [first, second, third] = [10, 5, 1].map((wait) =>
      aCase({ did, firstMissedAt: morning - wait * minute, dueAt: morning + (30 - wait) * minute }),
    );
    await store.write((tx) => tx.saveCases([first!, second!, third!]));
    const view = { ...everything, state: 'open', order: 'desk', did, limit: 1 } as const;
    const [top] = await store.read.loadPage(view, morning, null, null);
    const later = morning + 29 * minute;
    expect(await allPages(desk, { ...view, cursor: top!.cursor }, later)).toEqual(ids([second!, third!]));
  });

  test('a snoozed case is hidden until it wakes, and an expired one is closed', async () => {
    const did = `+${aDid()}`;
    const snoozed = aCase({ did, wakesAt: morning + minute });
    const expiring = aCase({ did, endsAt: morning + minute });
    await store.write((tx) => tx.saveCases([snoozed, expiring]));
    const inView = (state: BoardQuery['state'], now: number) =>
      allPages(desk, { ...everything, did, state }, now);
    const before = morning + minute - 1;
    expect(await inView('open', before)).toEqual([expiring.id]);
    expect(await inView('snoozed', before)).toEqual([snoozed.id]);
    expect(await inView('closed', before)).toEqual([]);
    const after = morning + minute;
    expect(await inView('open', after)).toEqual([snoozed.id]);
    expect(await inView('snoozed', after)).toEqual([]);
    expect(await inView('closed', after)).toEqual([expiring.id]);
  });

  test('time alone changes the board: due, expired, awake again, claim lapsed, call decided', async () => {
    const start = morning + 90 * day;
    const at = (minutes: number) => start + minutes * minute;
    const far = { dueAt: at(100), endsAt: at(100) };
    await store.write(async (tx) => {
      await tx.saveCases([
        aCase({ ...far, dueAt: at(1) }),
        aCase({ ...far, endsAt: at(2) }),
        aCase({ ...far, wakesAt: at(3) }),
        aCase({ ...far, claimLapsesAt: at(4) }),
        aCase({ state: 'closed', dueAt: at(6), endsAt: at(7) }),
      ]);
      await tx.saveCalls([aStoredCall({ decidesAt: at(5) })]);
    });
    for (const minutes of [1, 2, 3, 4, 5]) {
      expect((await store.read.loadInstants(at(minutes) - 1)).next).toBe(at(minutes));
      expect((await store.read.loadInstants(at(minutes))).passed).toBe(at(minutes));
    }
    expect(await store.read.loadInstants(at(5))).toEqual({ passed: at(5), next: at(100) });
    expect((await store.read.loadInstants(at(100))).next).toBe(Number.POSITIVE_INFINITY);
  });
});
