import { describe, expect, test } from 'vitest';
import { deskDefaults, didDefaults } from '@/domain/settings';
import { deskForm, didForm } from '@/domain/settings-form';

const desk = deskDefaults('IN', 'Asia/Kolkata');
const closed = (spans: unknown) => [[], spans, [], [], [], [], []];

/** The fields with a message, as `path: message`. */
function messages(form: typeof deskForm | typeof didForm, given: object): string[] {
  const read = form.safeParse(given);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const ofDesk = (given: object) => messages(deskForm, { ...desk, ...given });
const ofDid = (given: object) => messages(didForm, { ...didDefaults, ...given });

describe('the form of the desk and of a DID', () => {
  test('take the defaults as they are', () => {
    expect(deskForm.parse(desk)).toEqual(desk);
    expect(didForm.parse(didDefaults)).toEqual(didDefaults);
  });

  test('take what is sound', () => {
    const week = closed([
      { opens: '14:00', closes: '24:00' },
      { opens: '00:00', closes: '14:00' },
    ]);
    expect(
      ofDesk({ week, holidays: ['2028-02-29'], timeZone: 'America/Argentina/Buenos_Aires', country: 'gb' }),
    ).toEqual([]);
    expect(ofDid({ week, holidays: [], timeZone: 'Europe/London', label: 'Sales', menu: 'ignore' })).toEqual(
      [],
    );
    expect(deskForm.parse({ ...desk, country: ' gb ' }).country).toBe('GB');
    expect(didForm.parse({ ...didDefaults, label: '  ' }).label).toBeNull();
  });

  test.each([
    [{ timeZone: 'Asia/Atlantis' }, 'timeZone'],
    [{ timeZone: '' }, 'timeZone'],
    [{ timeZone: 'Asia/Kolkata; drop' }, 'timeZone'],
    [{ holidays: ['2026-02-30'] }, 'holidays.0'],
    [{ holidays: ['2026-12-25', '25.12.2026'] }, 'holidays.1'],
    [{ holidays: ['2027-02-29'] }, 'holidays.0'],
    [{ holidays: [20261225] }, 'holidays.0'],
    [{ targetMinutes: 0 }, 'targetMinutes'],
    [{ targetMinutes: 10_081 }, 'targetMinutes'],
    [{ targetMinutes: 1.5 }, 'targetMinutes'],
    [{ targetMinutes: '30' }, 'targetMinutes'],
    [{ targetMinutes: Number.NaN }, 'targetMinutes'],
    [{ targetMinutes: Number.POSITIVE_INFINITY }, 'targetMinutes'],
    [{ shortSeconds: -1 }, 'shortSeconds'],
    [{ shortSeconds: 61 }, 'shortSeconds'],
    [{ talkSeconds: -1 }, 'talkSeconds'],
    [{ talkSeconds: 601 }, 'talkSeconds'],
    [{ expiryDays: 0 }, 'expiryDays'],
    [{ expiryDays: 366 }, 'expiryDays'],
    [{ week: closed([{ opens: '17:00', closes: '09:00' }]) }, 'week.1.0.closes'],
    [{ week: closed([{ opens: '09:00', closes: '09:00' }]) }, 'week.1.0.closes'],
    [{ week: closed([{ opens: '9:00', closes: '17:00' }]) }, 'week.1.0.opens'],
    [{ week: closed([{ opens: '09:00', closes: '25:00' }]) }, 'week.1.0.closes'],
    [{ week: closed([{ opens: '09:00', closes: '24:01' }]) }, 'week.1.0.closes'],
    [{ week: closed([{ opens: '09:60', closes: '17:00' }]) }, 'week.1.0.opens'],
    [{ week: closed([{ opens: '24:00', closes: '24:00' }]) }, 'week.1.0.closes'],
    [{ week: closed([{ opens: '09:00' }]) }, 'week.1.0.closes'],
    [
      {
        week: closed([
          { opens: '09:00', closes: '13:00' },
          { opens: '12:59', closes: '17:00' },
        ]),
      },
      'week.1',
    ],
    [
      {
        week: closed([
          { opens: '13:00', closes: '14:00' },
          { opens: '09:00', closes: '17:00' },
        ]),
      },
      'week.1',
    ],
    [
      {
        week: closed([
          { opens: '09:00', closes: '10:00' },
          { opens: '09:00', closes: '17:00' },
        ]),
      },
      'week.1',
    ],
    [
      {
        week: closed(
          Array.from({ length: 7 }, (_, hour) => ({ opens: `0${hour}:00`, closes: `0${hour}:30` })),
        ),
      },
      'week.1',
    ],
    [{ week: [[], []] }, 'week'],
    [{ week: [] }, 'week'],
  ])('%j has a message with the path of its field', (given, path) => {
    for (const found of [ofDesk(given), ofDid(given)]) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}: \\w.{3,}`));
    }
  });

  test.each([[{ country: 'XX' }], [{ country: '' }], [{ country: 'India' }]])('%j is no country', (given) => {
    expect(ofDesk(given)).toEqual([expect.stringMatching(/^country: must be a country/)]);
  });

  test.each([
    [{ menu: 'sometimes' }, 'menu'],
    [{ isOurs: 'yes' }, 'isOurs'],
    [{ areShortsUsual: null }, 'areShortsUsual'],
    [{ label: 'x'.repeat(41) }, 'label'],
  ])('%j of a DID has a message, too', (given, path) => {
    expect(ofDid(given)).toEqual([expect.stringMatching(new RegExp(`^${path}: `))]);
  });

  test('a whole desk must say each of its numbers', () => {
    const names = ['targetMinutes', 'shortSeconds', 'talkSeconds', 'expiryDays'] as const;
    for (const name of names) expect(ofDesk({ [name]: null })).toEqual([expect.stringMatching(`^${name}: `)]);
    for (const name of names) expect(ofDid({ [name]: null })).toEqual([]);
  });

  test('each wrong field has its own message', () => {
    const wrong = {
      timeZone: 'Nowhere',
      targetMinutes: 0,
      week: closed([{ opens: '17:00', closes: '09:00' }]),
    };
    expect(ofDesk(wrong).map((text) => text.split(':')[0])).toEqual([
      'timeZone',
      'week.1.0.closes',
      'targetMinutes',
    ]);
  });

  test('what is no form at all is refused', () => {
    for (const given of [null, undefined, 42, 'settings', []]) {
      expect(deskForm.safeParse(given).success).toBe(false);
      expect(didForm.safeParse(given).success).toBe(false);
    }
  });

  test('what it does not know is left out', () => {
    expect(deskForm.parse({ ...desk, colour: 'red' })).toEqual(desk);
  });
});
