/** The log of this process: one JSON object a line on stderr, and no phone number in clear. */

import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import { env } from './env';

/** Each line has a sentence of its own: pino would take that of the error, values and all. */
type Log = Record<'error' | 'warn' | 'info', (about: Record<string, unknown>, sentence: string) => void>;

/** Next bundles its own copy of every module; all of them write to one log. */
const shared = globalThis as typeof globalThis & { ringbackLog?: Log };

export function log(): Log {
  shared.ringbackLog ??= openLog(env().LOG_LEVEL, destination({ dest: 2, sync: true }));
  return shared.ringbackLog;
}

export function openLog(level: string, to: DestinationStream): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: toldOf },
      hooks: { streamWrite: withoutSecrets },
    },
    to,
  );
}

/** What others write by themselves, Next above all, and what ends the process goes into the log as well. */
export function logEverything(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      log()[level]({ err }, said.filter((one) => typeof one === 'string').join(' '));
    };
  }
  process.once('uncaughtException', (err) => {
    log().error({ err }, 'The process ends: nobody expected this.');
    process.exit(1);
  });
}

/** Nothing that an error carries beside these, for drivers hang whole rows on theirs. */
function toldOf(error: unknown): object | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof Error))
    return { message: `Something was thrown that is no error: ${typeof error}.` };
  return {
    type: error.name,
    code: 'code' in error ? error.code : undefined,
    message: sentenceOf(error),
    stack: framesOf(error),
    cause: toldOf(error.cause),
  };
}

/** Parsers and PostgreSQL (class 22) quote what they could not read. */
function sentenceOf(error: Error & { code?: unknown }): string {
  const quotes = error instanceof SyntaxError || /^22/.test(String(error.code));
  return quotes ? error.message.replace(/["'`].*["'`]/s, '…') : error.message;
}

/** Where it happened, without the sentence that a stack begins with. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

/** A date is none: `2026-11-22`. */
const number = /(?<!\d)(?!\d{4}-\d\d-\d\d(?!\d))\d(?:[ -]?\d){6,}/g;
const secret = /(\/api\/webhook\/cdr\/|\b(?:token|code)=|\bBearer )[^\s"'&?]+/gi;
/** The values of a query, which Drizzle lists in the sentence of its error. */
const values = /\nparams: .*$/s;

function withoutSecrets(line: string): string {
  const masked = (_key: string, value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? maskedIn(value) : value;
  return `${JSON.stringify(JSON.parse(line, masked))}\n`;
}

function maskedIn<Value extends string | number>(value: Value): Value | string {
  const text = String(value);
  const masked = text
    .replace(values, '')
    .replace(secret, '$1…')
    .replace(number, (digits) => `…${digits.slice(-2)}`);
  return masked === text ? value : masked;
}
