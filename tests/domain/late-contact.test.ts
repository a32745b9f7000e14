import { describe, expect, test } from 'vitest';
import type { Call } from '@/domain/call';
import { aCall, aDecision, casesFrom, minute, morning } from '../builders';

const at = (minutes: number) => morning + minutes * minute;
const missedAt = (minutes: number, given: Partial<Call> = {}) => aCall({ startedAt: at(minutes), ...given });

/** We rang and talked for a minute; the record of it came much later. */
const contactAt = (minutes: number, given: Partial<Call> = {}) =>
  aCall({
    startedAt: at(minutes),
    firstReceivedAt: at(120),
    direction: 'outbound',
    verdict: 'outbound_answered',
    callerAnswered: true,
    talkSeconds: 60,
    ...given,
  });
const theyRangAt = (minutes: number) => missedAt(minutes, { verdict: 'answered', firstReceivedAt: at(120) });

describe('rules.md 21: a late contact never overrides what a person decided', () => {
  const missed = missedAt(0);
  const settled = aDecision([missed], { kind: 'left_message', at: at(10) });
  const asSettled = {
    state: 'closed',
    outcome: 'left_message',
    closedBy: 'Asha',
    closedAt: at(10),
    closedByCall: null,
  };

  test.each([
    ['ours', contactAt(5)],
    ['theirs', theyRangAt(5)],
  ])('the case keeps that outcome where the record tells of an earlier contact: %s', (_, contact) => {
    expect(casesFrom([missed, contact], [settled])).toMatchObject([asSettled]);
    expect(casesFrom([missed, contact], [])).toMatchObject([{ state: 'closed', closedAt: at(5) }]);
  });

  test('nor does one of the very instant of the decision', () => {
    expect(casesFrom([missed, contactAt(10)], [settled])).toMatchObject([asSettled]);
  });

  test('it closes the other case of the caller, about which nobody decided', () => {
    const elsewhere = missedAt(1, { did: '+914442110099' });
    expect(casesFrom([missed, elsewhere, contactAt(5)], [settled])).toMatchObject([
      asSettled,
      { state: 'closed', outcome: 'reached_by_us' },
    ]);
  });

  test('what was only tried, noted, claimed or snoozed is closed by it', () => {
    for (const kind of ['tried', 'note', 'claim', 'snooze'] as const) {
      const said = aDecision([missed], { kind, at: at(10), until: at(60) });
      expect(casesFrom([missed, contactAt(5)], [said])).toMatchObject([
        { state: 'closed', outcome: 'reached_by_us', claimedBy: null, wakesAt: null },
      ]);
    }
  });

  test('an undone decision lets the contact close the case', () => {
    const undone = { ...settled, undoneAt: at(130), undoneBy: 'Ravi' };
    expect(casesFrom([missed, contactAt(5)], [undone])).toMatchObject([
      { state: 'closed', outcome: 'reached_by_us', closedAt: at(5), closedBy: null },
    ]);
  });

  test('a reopened case stays open, whatever is told of the time before', () => {
    const reopened = aDecision([missed], { kind: 'reopen', at: at(20) });
    for (const minutes of [5, 15])
      expect(casesFrom([missed, contactAt(minutes)], [settled, reopened])).toMatchObject([
        { state: 'open', outcome: null },
      ]);
    expect(casesFrom([missed, contactAt(25)], [settled, reopened])).toMatchObject([
      { state: 'closed', outcome: 'reached_by_us', closedAt: at(25) },
    ]);
  });

  test('a case that a contact had closed can be reopened, and stays open', () => {
    const reopened = aDecision([missed], { kind: 'reopen', at: at(20) });
    expect(casesFrom([missed, contactAt(5, { firstReceivedAt: at(6) })], [reopened])).toMatchObject([
      { state: 'open', outcome: null, closedByCall: null },
    ]);
  });

  test('the clock of a contact that was known already does not override a reopening', () => {
    // It says 10:14, three minutes ahead of ours: received at 10:11, and reopened at 10:12.
    const ahead = contactAt(14, { firstReceivedAt: at(11) });
    const reopened = aDecision([missed], { kind: 'reopen', at: at(12) });
    expect(casesFrom([missed, ahead], [])).toMatchObject([{ state: 'closed', closedAt: at(11) }]);
    expect(casesFrom([missed, ahead], [reopened])).toMatchObject([{ state: 'open', outcome: null }]);
  });

  test('a missed call that began before the decision joins the closed case, beside a late contact, too', () => {
    const late = missedAt(8, { firstReceivedAt: at(120) });
    expect(casesFrom([missed, contactAt(5), late], [settled])).toMatchObject([
      { ...asSettled, missedCount: 2 },
    ]);
  });

  test('a missed call after the decision waits, and a contact after that reaches them', () => {
    const again = missedAt(30);
    expect(casesFrom([missed, again, contactAt(5)], [settled])).toMatchObject([asSettled, { state: 'open' }]);
    expect(casesFrom([missed, again, contactAt(35)], [settled])).toMatchObject([
      asSettled,
      { state: 'closed', outcome: 'reached_by_us' },
    ]);
  });
});
