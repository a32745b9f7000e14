import { describe, expect, test } from 'vitest';
import { displayOf, e164Of, maskedOf, partyOf } from '@/domain/phone';

const keyOf = (raw: string | null, country = 'IN') => partyOf(raw, country).key;

describe('rules.md 5: a number in India', () => {
  test.each([
    ['ten digits', '9884112233'],
    ['a leading 0', '09884112233'],
    ['the country code', '919884112233'],
    ['a plus', '+919884112233'],
    ['00 and the country code', '00919884112233'],
    ['spaces and a dash', '+91 98841-12233'],
    ['a SIP address', 'sip:919884112233@203.0.113.7'],
    ['a SIP address with plus, port and parameters', 'sip:+919884112233@203.0.113.7:5060;user=phone'],
    ['a secure SIP address in capitals', 'SIPS:9884112233@example.com'],
    ['a tel address', 'tel:+91-98841-12233;phone-context=example.com'],
  ])('with %s is the same caller', (_, raw) => {
    expect(keyOf(raw)).toBe('+919884112233');
  });

  test('is Chennai where its 44 could be the United Kingdom', () => {
    expect(keyOf('4471000000')).toBe('+914471000000');
    expect(keyOf('04471000000')).toBe('+914471000000');
    expect(keyOf('914471000000')).toBe('+914471000000');
  });

  test('is kept as the text that came, beside its key', () => {
    expect(partyOf('09884112233', 'IN').raw).toBe('09884112233');
  });
});

describe('rules.md 5: numbers that are not of the desk’s country', () => {
  test.each([
    ['without its plus', '442079460958'],
    ['with its plus', '+442079460958'],
    ['with 00', '00442079460958'],
  ])('an international number %s is one caller', (_, raw) => {
    expect(keyOf(raw)).toBe('+442079460958');
  });

  test('the desk’s country decides what ten digits are', () => {
    expect(keyOf('2079460958', 'GB')).toBe('+442079460958');
    expect(keyOf('02079460958', 'GB')).toBe('+442079460958');
  });

  test('the documentation’s own 440000000001 is a caller like any other, by its digits', () => {
    expect(keyOf('440000000001')).toBe('440000000001');
    expect(e164Of(keyOf('440000000001'))).toBeNull();
    expect(keyOf('440000000001')).not.toBe(keyOf('440000000002'));
  });

  test('a number of no plan has 7 digits at least and 15 at most', () => {
    expect(keyOf('1234567')).toBe('1234567');
    expect(keyOf('999999999999999')).toBe('999999999999999');
  });

  test('what has fewer than 7 digits, or more than 15, is no number to call back', () => {
    expect(keyOf('139')).toBeNull();
    expect(keyOf('123456')).toBeNull();
    expect(keyOf('9999999999999999')).toBeNull();
    expect(partyOf('139', 'IN').raw).toBe('139');
  });
});

describe('rules.md 5: hidden callers', () => {
  test.each(['', '0', 'null', 'anonymous', 'Anonymous', 'unknown', ' UNKNOWN ', 'sip:anonymous@example.com'])(
    '%j has no number',
    (raw) => {
      expect(keyOf(raw)).toBeNull();
    },
  );

  test('a number that was not sent, and text without digits, are no numbers', () => {
    expect(keyOf(null)).toBeNull();
    expect(keyOf('reception')).toBeNull();
    expect(keyOf('+')).toBeNull();
  });
});

describe('what people see of a number', () => {
  test('E.164 is grouped as its country writes it', () => {
    expect(displayOf(partyOf('4471000000', 'IN'))).toBe('+91 44 7100 0000');
    expect(e164Of(keyOf('4471000000'))).toBe('+914471000000');
  });

  test('a number of no plan shows as it came', () => {
    expect(displayOf(partyOf('440000000001', 'IN'))).toBe('440000000001');
  });

  test('a hidden caller shows the provider’s word, or that there was none', () => {
    expect(displayOf(partyOf('anonymous', 'IN'))).toBe('anonymous');
    expect(displayOf(partyOf(null, 'IN'))).not.toBe('');
  });
});

describe('what viewers see of a number', () => {
  test.each([
    ['+91 98841 12233', '+91 ••••• •••33'],
    ['+1 415 555 2671', '+1 4•• ••• ••71'],
    ['440000000001', '••••••••••01'],
    ['sip:98841-12233@host', 'sip:•••••-•••33@host'],
    ['٩٨٨٤١١٢٢٣٣', '••••••••٣٣'],
    ['anonymous', 'anonymous'],
    ['Hidden number', 'Hidden number'],
    ['', ''],
  ])('%s is shown as %s', (display, masked) => {
    expect(maskedOf(display)).toBe(masked);
  });

  test('two callers who differ at the end are told apart, and the middle is lost', () => {
    const [one, other] = ['+91 98841 12233', '+91 98841 12234'].map(maskedOf);
    expect(one).not.toBe(other);
    expect(maskedOf('+91 98841 12233')).toBe(maskedOf('+91 99999 99933'));
  });
});
