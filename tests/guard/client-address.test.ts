/** Whom the limits count: the address that wrote last, and of IPv6 the connection. */

import { expect, test } from 'vitest';
import { clientAddress } from '@/desk/forwarded';

const of = (list: string) => clientAddress(new Headers({ 'x-forwarded-for': list }));

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['198.51.100.7, 192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:51234', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['[2001:DB8:1:2::9]:443', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['somebody', 'unknown'],
  ['192.0.2.1, somebody', 'unknown'],
])('%s counts as %s', (list, address) => {
  expect(of(list)).toBe(address);
});

test('control: two connections count apart, and who says nothing counts as unknown', () => {
  expect(of('2001:db8:1:2::1')).not.toBe(of('2001:db8:1:3::1'));
  expect(clientAddress(new Headers())).toBe('unknown');
});
