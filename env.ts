/** The environment, read once; a wrong value stops the start with one sentence that names it. */

import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';

const tokens = z
  .string()
  .transform((text) => text.split(',').map((token) => token.trim()))
  .refine((list) => list.every((token) => token.length >= 16), 'needs at least 16 characters for each token');

const portRule = 'must be a number from 0 to 65535';

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:<path> or postgres://…')
    .default('file:./data/ringback.db'),
  /** Past a pooler, on which one cannot LISTEN. */
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+$/, 'must be postgres://…')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number(portRule).int(portRule).min(0, portRule).max(65_535, portRule).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Set by systemd for the process that it hands a socket to. */
  LISTEN_PID: z.coerce.number().int().optional(),
  LISTEN_FDS: z.coerce.number().int().optional(),
  WEBHOOK_TOKENS: tokens.optional(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  TRUST_PROXY: z
    .enum(['1', 'true', '0', 'false'], 'must be 1 or 0')
    .default('0')
    .transform((text) => text === '1' || text === 'true'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the URL of an identity provider' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, 'has at most 40 characters').default('single sign-on'),
  /** Through which mail goes out; without it none does. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').optional(),
  /** Whether alerts may go to addresses in the desk's own network, and over http. */
  ALERTS_PRIVATE_ADDRESSES: z.enum(['allow', 'refuse'], 'must be allow or refuse').optional(),
  API_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  DESK_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as Asia/Kolkata')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  DESK_COUNTRY: z
    .string()
    .toUpperCase()
    .refine((country) => (getCountries() as string[]).includes(country), 'must be a country such as IN')
    .default('IN'),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug', 'silent'], 'must be error, warn, info, debug or silent')
    .default('info'),
  /** Set by Next: `development` for `npm run dev`. */
  NODE_ENV: z.string().optional(),
  /** Set by Vercel, where a function's answer cannot stay open, and no file of its stays. */
  VERCEL: z.string().optional(),
  /** Set by Vercel: the names under which this deployment can be reached. */
  VERCEL_ENV: z.string().optional(),
  VERCEL_URL: z.string().optional(),
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
  /** With it Vercel's cron comes to the daily work. */
  CRON_SECRET: z.string().min(16, 'needs at least 16 characters').optional(),
});

export type Env = z.infer<typeof schema>;

/** Reads the settings out of an environment; an empty value counts as none. Throws a sentence for a wrong one. */
export function readEnv(from: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    if (parsed.data.SMTP_URL && !parsed.data.MAIL_FROM)
      throw new Error('MAIL_FROM must be set with SMTP_URL.');
    return parsed.data.VERCEL ? onVercel(parsed.data) : parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.')} ${issue?.message}.`);
}

function onVercel(env: Env): Env {
  if (env.DATABASE_URL.startsWith('file:')) {
    throw new Error(
      'DATABASE_URL must be postgres://… on Vercel, where no file stays: Neon or Supabase give one.',
    );
  }
  if (!env.AUTH_SECRET) {
    throw new Error(
      'AUTH_SECRET must be set on Vercel, where no file stays: `openssl rand -base64 32` makes one.',
    );
  }
  const { VERCEL_ENV, VERCEL_URL, VERCEL_PROJECT_PRODUCTION_URL } = env;
  const host = (VERCEL_ENV === 'production' && VERCEL_PROJECT_PRODUCTION_URL) || VERCEL_URL;
  return { ...env, PUBLIC_URL: env.PUBLIC_URL ?? (host && `https://${host}`) };
}

/** The path of a SQLite `DATABASE_URL`; null where it leads to PostgreSQL. */
export function sqliteFile(url: string): string | null {
  return url.startsWith('file:') ? url.replace(/^file:(\/\/)?/, '') : null;
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

let read: Env | undefined;

/** The environment of this process. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}
