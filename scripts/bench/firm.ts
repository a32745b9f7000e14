/** A store of a firm's size: calls of all kinds, some settled, and 500 callers who still wait. */

import { decide } from '@/desk/decide';
import type { Desk } from '@/desk/the-desk';
import { unfiltered } from '@/domain/board-query';
import type { Person } from '@/domain/person';

const recordsAtOnce = 500;
const appid = 2222222;

/** The caller with a long history, and the one whose long case is open. */
export const regular = 919800000001;
export const insistent = 919800000002;

const asha: Person = { id: null, name: 'Asha', role: 'admin', dids: null };

/** The DID that those two ring. */
export const did = 914442110011;

const dids = [did, 914442110022, 918042110033, 914442110044];

/** Fills the desk through its own verbs: `calls` answered or settled ones, and `waiting` open cases. */
export async function fillDesk(desk: Desk, calls: number, waiting: number): Promise<void> {
  const now = Date.now();
  const settled = Math.floor(calls / 10);
  const answered = calls - settled - waiting;
  for (let first = 0; first < answered; first += recordsAtOnce) {
    const many = Math.min(recordsAtOnce, answered - first);
    await post(
      desk,
      Array.from({ length: many }, (_, i) => aRecord(first + i, 'answered', now - (first + i) * 1000)),
    );
  }
  for (let first = 0; first < settled; first += recordsAtOnce / 5) {
    await post(
      desk,
      Array.from({ length: recordsAtOnce / 5 }, (_, i) =>
        aRecord(1e6 + first + i, 'missed', now - 864e5 - (first + i) * 1000),
      ),
    );
    await settleAll(desk);
  }
  for (let first = 0; first < waiting; first += recordsAtOnce) {
    const many = Math.min(recordsAtOnce, waiting - first);
    await post(
      desk,
      Array.from({ length: many }, (_, i) => aRecord(2e6 + first + i, 'missed', now - (first + i) * 5000)),
    );
  }
}

/** A caller who rang `calls` times before: every other call was missed, and the next one settled it. */
export async function fillRegular(desk: Desk, calls: number): Promise<void> {
  await fillCaller(desk, regular, 4e6, calls, (n) => (n % 2 === 0 ? 'missed' : 'answered'));
}

/** A caller who was missed `calls` times, on one DID, and whom nobody has called back. */
export async function fillInsistent(desk: Desk, calls: number): Promise<void> {
  await fillCaller(desk, insistent, 5e6, calls, () => 'missed');
}

async function fillCaller(
  desk: Desk,
  from: number,
  firstId: number,
  calls: number,
  statusOf: (n: number) => 'answered' | 'missed',
): Promise<void> {
  const first = Date.now() - 864e5 - calls * 30_000;
  for (let done = 0; done < calls; done += recordsAtOnce) {
    const many = Math.min(recordsAtOnce, calls - done);
    const records = Array.from({ length: many }, (_, i) => {
      const n = done + i;
      return { ...aRecord(firstId + n, statusOf(n), first + n * 30_000), from, to: did };
    });
    await post(desk, records);
  }
}

async function settleAll(desk: Desk): Promise<void> {
  const open = await desk.board.load(asha, {
    state: 'open',
    ...unfiltered,
    order: 'waiting',
    limit: 200,
  });
  const ids = open.cases.map(({ id }) => id);
  await decide(desk, asha, ids, { kind: 'called_back', note: null, until: null }, Date.now());
}

async function post(desk: Desk, records: object[]): Promise<void> {
  const body = Buffer.from(JSON.stringify(records));
  await desk.receive({
    body,
    method: 'POST',
    contentType: 'application/json',
    token: 'bench',
    receivedAt: Date.now(),
  });
}

/** Leg a of an inbound call, as PIOPIY sends it; callers ring ten times each on the average. */
export function aRecord(n: number, status: 'answered' | 'missed', at: number) {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const start = Math.floor(at / 1000);
  return {
    to: dids[n % dids.length],
    from: status === 'answered' ? 919884000000 + (n % 9000) : 919840000000 + n,
    appid,
    time: start * 1000,
    start_time: start,
    end_time: start + 20,
    direction: 'inbound',
    duration: status === 'answered' ? 15 : 0,
    cmiuuid: id,
    conversation_uuid: id,
    call_rate: 0,
    balance: '899.000000',
    leg: 'a',
    status,
    type: 'cdr',
  };
}
