/** The checker itself must see what it is there for. */

import { expect, test } from 'vitest';
import { accountOf, balanced, emptyLedger } from './ledger';

const ledger = emptyLedger();
for (const id of ['taken', 'refused', 'unknown']) ledger.sent.add(id);
ledger.acknowledged.add('taken');
ledger.refused.set('refused', { status: 503, retryAfter: '2' });
ledger.unknown.add('unknown');

test('what was taken is there once, and what nobody answered may be there', () => {
  expect(accountOf(ledger, [['taken'], ['unknown', 'taken']])).toEqual(balanced);
});

test('control: a lost, an invented and a doubled record are each found, in whichever table', () => {
  expect(accountOf(ledger, [['taken'], []]).lost).toEqual(['taken']);
  expect(accountOf(ledger, [['taken', 'out of nowhere'], ['taken']]).invented).toEqual(['out of nowhere']);
  expect(accountOf(ledger, [['taken'], ['taken', 'taken']]).doubled).toEqual(['taken']);
});
