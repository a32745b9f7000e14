/** From how far away an address can be reached. */

import { expect, test } from 'vitest';
import { reachOf } from '@/domain/reach';

test.each([
  'http://localhost:3000',
  'http://desk.localhost',
  'http://127.0.0.1:3000',
  'http://127.8.0.1',
  'http://[::1]:3000',
  'http://0.0.0.0:3000',
])('%s is this machine alone', (address) => expect(reachOf(address)).toBe('here'));

test.each([
  'http://10.0.0.5',
  'http://192.168.1.20:3000',
  'http://172.16.0.1',
  'http://172.31.9.9',
  'http://169.254.1.1',
  'http://100.64.0.1',
  'http://[fd12:3456::1]',
  'http://[fe80::1]',
  'http://reception',
  'https://desk.local',
  'https://desk.lan',
])('%s is inside of a network', (address) => expect(reachOf(address)).toBe('inside'));

test.each([
  'https://desk.example.com',
  'https://localhost.example.com',
  'https://10.0.0.5.example.com',
  'http://172.32.0.1',
  'http://203.0.113.9',
  'http://100.128.0.1',
  'https://[2001:db8::1]',
])('%s may be reached by everybody', (address) => expect(reachOf(address)).toBe('public'));

test('what is no address leads nowhere', () => expect(reachOf('http://a b"')).toBe('here'));
