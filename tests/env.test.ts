/** A wrong setting stops the start with one sentence that names it; an empty one counts as none. */

import { expect, test } from 'vitest';
import { readEnv } from '@/env';

test('a desk needs no settings', () => {
  const { DESK_TIME_ZONE, ...rest } = readEnv({});
  expect(rest).toEqual({
    DATABASE_URL: 'file:./data/ringback.db',
    HOST: '127.0.0.1',
    PORT: 3000,
    TRUST_PROXY: false,
    OIDC_NAME: 'single sign-on',
    DESK_COUNTRY: 'IN',
    LOG_LEVEL: 'info',
  });
  expect(DESK_TIME_ZONE).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test('what is set is taken', () => {
  const settings = {
    DATABASE_URL: 'postgres://desk:secret@db.example/ringback',
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://desk.example.com/',
    WEBHOOK_TOKENS: 'a-token-of-16-chars, another-token-of-16',
    API_TOKEN: 'a-token-of-16-chars',
    AUTH_SECRET: 'a secret of thirty-two characters',
    TRUST_PROXY: '1',
    OIDC_ISSUER: 'https://login.example.com/firm',
    OIDC_CLIENT_ID: 'ringback',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'Example',
    SMTP_URL: 'smtps://desk:secret@mail.example.com',
    MAIL_FROM: 'Desk <desk@example.com>',
    ALERTS_PRIVATE_ADDRESSES: 'allow',
    DESK_TIME_ZONE: 'Asia/Kolkata',
    DESK_COUNTRY: 'gb',
    LOG_LEVEL: 'warn',
  };
  expect(readEnv(settings)).toEqual({
    ...settings,
    PORT: 8080,
    TRUST_PROXY: true,
    PUBLIC_URL: 'https://desk.example.com',
    WEBHOOK_TOKENS: ['a-token-of-16-chars', 'another-token-of-16'],
    DESK_COUNTRY: 'GB',
  });
});

const names = [
  'DATABASE_URL',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'WEBHOOK_TOKENS',
  'API_TOKEN',
  'AUTH_SECRET',
  'TRUST_PROXY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_NAME',
  'SMTP_URL',
  'MAIL_FROM',
  'ALERTS_PRIVATE_ADDRESSES',
  'DESK_TIME_ZONE',
  'DESK_COUNTRY',
];

test.each(names)('an empty %s is the default', (name) => {
  for (const empty of ['', '  ', undefined]) expect(readEnv({ [name]: empty })).toEqual(readEnv({}));
});

test.each([
  ['DATABASE_URL', 'mysql://db/ringback'],
  ['DATABASE_URL', 'file:'],
  ['DATABASE_URL', './data/ringback.db'],
  ['PORT', 'http'],
  ['PORT', '3000a'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', 'Infinity'],
  ['PUBLIC_URL', 'desk.example.com'],
  ['PUBLIC_URL', 'ftp://desk.example.com'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['WEBHOOK_TOKENS', 'short'],
  ['WEBHOOK_TOKENS', 'a-token-of-16-chars,short'],
  ['WEBHOOK_TOKENS', 'a-token-of-16-chars,'],
  ['API_TOKEN', 'fifteen-chars-x'],
  ['AUTH_SECRET', 'x'.repeat(31)],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '2'],
  ['OIDC_ISSUER', 'login.example.com'],
  ['OIDC_ISSUER', 'ftp://login.example.com'],
  ['SMTP_URL', 'mail.example.com'],
  ['SMTP_URL', 'https://mail.example.com'],
  ['MAIL_FROM', 'Ringback'],
  ['ALERTS_PRIVATE_ADDRESSES', 'yes'],
  ['DESK_TIME_ZONE', 'Chennai'],
  ['DESK_TIME_ZONE', 'Asia/Madras/Egmore'],
  ['DESK_COUNTRY', 'India'],
  ['DESK_COUNTRY', 'ZZ'],
])('a wrong %s (%j) is told in one sentence that names it', (name, value) => {
  const sentence = new RegExp(`^${name} (must|needs) (?!.*[.] ).+[.]$`);
  expect(() => readEnv({ [name]: value })).toThrow(sentence);
});

test.each(['WEBHOOK_TOKENS', 'API_TOKEN', 'AUTH_SECRET', 'DATABASE_URL'])(
  'the sentence about a wrong %s keeps it secret',
  (name) => {
    expect(() => readEnv({ [name]: 'hidden' })).toThrow(/^(?!.*hidden)/s);
  },
);

test('on Vercel no file stays: the start names what has to be given', () => {
  const secret = 'a secret of thirty-two characters';
  expect(() => readEnv({ VERCEL: '1' })).toThrow(/^DATABASE_URL must be postgres:\/\/… on Vercel/);
  const database = { VERCEL: '1', DATABASE_URL: 'postgres://desk@db.example/ringback' };
  expect(() => readEnv(database)).toThrow(/^AUTH_SECRET must be set on Vercel/);
  expect(readEnv({ ...database, AUTH_SECRET: secret })).toMatchObject(database);
});

test('on Vercel the desk knows its own address', () => {
  const deployment = {
    VERCEL: '1',
    DATABASE_URL: 'postgres://desk@db.example/ringback',
    AUTH_SECRET: 'a secret of thirty-two characters',
    VERCEL_URL: 'ringback-abc.vercel.app',
    VERCEL_PROJECT_PRODUCTION_URL: 'desk.example.com',
  };
  const publicUrl = (more: object) => readEnv({ ...deployment, ...more }).PUBLIC_URL;
  expect(publicUrl({ VERCEL_ENV: 'production' })).toBe('https://desk.example.com');
  expect(publicUrl({ VERCEL_ENV: 'preview' })).toBe('https://ringback-abc.vercel.app');
  expect(publicUrl({ PUBLIC_URL: 'https://own.example.com' })).toBe('https://own.example.com');
});

test('a desk that sends mail says from whom', () => {
  expect(() => readEnv({ SMTP_URL: 'smtp://mail.example.com' })).toThrow(
    'MAIL_FROM must be set with SMTP_URL.',
  );
});
