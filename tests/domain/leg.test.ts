import { describe, expect, test } from 'vitest';
import { type Leg, mergedLegs } from '@/domain/leg';
import { aCdr, aLeg, aLegB, minute, morning, second } from '../builders';

/** The copies in every order. */
function orders<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

function inAnyOrder(copies: Leg[]): Leg[] {
  const [first, ...others] = orders(copies).map(mergedLegs);
  for (const other of others) expect(other).toEqual(first);
  return first!;
}

describe('rules.md 1: copies of a leg', () => {
  test('the same record four times is one leg', () => {
    const cdr = aCdr();
    const copies = [0, 5, 15, 30].map((late) => aLeg(cdr, morning + late * minute));
    expect(inAnyOrder(copies)).toEqual([aLeg(cdr, morning)]);
  });

  test('the balance of a later copy is no news', () => {
    const first = aCdr({ balance: '900.00' });
    const copies = [aLeg(first, morning), aLeg({ ...first, balance: '899.10' }, morning + minute)];
    expect(inAnyOrder(copies)).toEqual([aLeg(first, morning)]);
  });

  test('answered stands over missed, and missed over any other word', () => {
    const cdr = aCdr();
    const copy = (status: string | null, late: number) => aLeg({ ...cdr, status }, morning + late);
    expect(inAnyOrder([copy('missed', 0), copy('answered', 2), copy('congestion', 1)])).toMatchObject([
      { status: 'answered', statusText: 'answered' },
    ]);
    expect(inAnyOrder([copy('congestion', 0), copy('busy', 2), copy(null, 1)])).toMatchObject([
      { status: 'missed', statusText: 'busy' },
    ]);
    expect(inAnyOrder([copy(null, 0), copy('congestion', 1)])).toMatchObject([
      { status: 'other', statusText: 'congestion' },
    ]);
  });

  test('a known field stands over an absent one', () => {
    const cdr = aCdr({ end_time: null, to: null, duration: null, callerid: 914442110011 });
    const fuller = { ...cdr, end_time: morning / 1000 + 9, to: 914442110011, callerid: null, duration: 0 };
    expect(inAnyOrder([aLeg(cdr, morning), aLeg(fuller, morning + minute)])).toMatchObject([
      { endedAt: morning + 9 * second, to: '914442110011', callerId: '914442110011', durationSeconds: 0 },
    ]);
  });

  test('a word of status does not take the known fields from a weaker copy', () => {
    const cdr = aCdr({ status: 'missed', hangup_reason: 'recv_bye' });
    const answered = { ...cdr, status: 'answered', hangup_reason: null, end_time: null };
    expect(inAnyOrder([aLeg(cdr, morning), aLeg(answered, morning + minute)])).toMatchObject([
      { status: 'answered', hangupReason: 'recv_bye', endedAt: morning + 5 * second },
    ]);
  });

  test('the earliest receipt is the leg’s own', () => {
    const cdr = aCdr();
    const copies = [aLeg({ ...cdr, status: 'answered' }, morning + minute), aLeg(cdr, morning)];
    expect(inAnyOrder(copies)).toMatchObject([{ status: 'answered', firstReceivedAt: morning }]);
  });

  test('copies that disagree and were received together still give one outcome', () => {
    const cdr = aCdr();
    const copies = [1, 2, 3].map((duration) => aLeg({ ...cdr, duration }, morning));
    expect(inAnyOrder(copies)).toHaveLength(1);
  });

  test('leg a and leg b of one cmiuuid stay two, leg a first', () => {
    const cdr = aCdr();
    expect(inAnyOrder([aLeg(aLegB(cdr)), aLeg(cdr), aLeg(cdr)]).map((leg) => leg.side)).toEqual(['a', 'b']);
  });

  test('the heap that was given is left as it was', () => {
    const cdr = aCdr();
    const heap = Object.freeze([aLeg(cdr, morning + 1), aLeg(cdr, morning)]) as Leg[];
    expect(mergedLegs(heap)).toHaveLength(1);
  });
});
