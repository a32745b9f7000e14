/** Who may do and see what, by role and by DID. */

import { describe, expect, test } from 'vitest';
import { mayDo, maySee, roles, sightOf } from '@/domain/person';
import { aPerson } from '../builders';

const [sales, support] = ['+914442110011', '+914442110022'];

test.each([
  ['admin', true, true],
  ['agent', true, false],
  ['viewer', false, false],
] as const)('%s: works on cases %s, looks after the desk %s', (role, decides, administers) => {
  const person = aPerson('Asha', { role });
  expect([mayDo(person, 'decide'), mayDo(person, 'administer')]).toEqual([decides, administers]);
});

describe('sight', () => {
  test.each(roles)('of a %s who is not limited is of every DID', (role) => {
    const sight = sightOf(aPerson('Asha', { role }));
    expect([maySee(sight, sales), maySee(sight, support)]).toEqual([true, true]);
  });

  test.each(['agent', 'viewer'] as const)('of a limited %s is of those DIDs alone', (role) => {
    const sight = sightOf(aPerson('Ravi', { role, dids: [sales] }));
    expect([maySee(sight, sales), maySee(sight, support)]).toEqual([true, false]);
    expect(maySee(sightOf(aPerson('Ravi', { role, dids: [] })), sales)).toBe(false);
    // A key that begins like another is not that other.
    expect(maySee(sight, sales.slice(0, -1))).toBe(false);
  });

  test('of an admin is whole: an old limit counts no more', () => {
    expect(maySee(sightOf(aPerson('Asha', { role: 'admin', dids: [sales] })), support)).toBe(true);
  });

  test('of numbers is in part for viewers alone', () => {
    const masked = roles.filter((role) => sightOf(aPerson('Cleo', { role })).isMasked);
    expect(masked).toEqual(['viewer']);
  });
});
