/** What was asked for on the command line. */

import { parseArgs } from 'node:util';

export type Options = {
  url: URL;
  token: string | undefined;
  rate: number;
  calls: number;
  seed: number | undefined;
  days: number;
};

export const usage = `npm run simulate -- [options]
  --url <url>      the full webhook URL (default ${'http://127.0.0.1:3000/api/webhook/cdr'})
  --token <token>  the webhook's token, where the URL holds none (default: the one in data/webhook-token)
  --calls <n>      how many calls (default 100)
  --days <n>       spread over the last n days and posted at once (default 0: live, from now on)
  --rate <n>       how much faster than life live calls come (default 60; 1 is real time)
  --seed <n>       the same seed, options and start give the same calls (default: any)`;

/** A mistake of the person who typed, told in one sentence. */
export class WrongOption extends Error {}

/** `null` when help was asked for. Throws `WrongOption`. */
export function optionsFrom(args: string[]): Options | null {
  const values = parsed(args);
  if (values.help) return null;
  return {
    url: webhook(values.url),
    token: values.token,
    rate: numberOf('rate', values.rate, 1, 1_000_000),
    calls: wholeOf('calls', values.calls, 1, 100_000),
    days: wholeOf('days', values.days, 0, 3_660),
    seed: values.seed === undefined ? undefined : wholeOf('seed', values.seed, 0, 2 ** 32 - 1),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:3000/api/webhook/cdr' },
        token: { type: 'string' },
        rate: { type: 'string', default: '60' },
        calls: { type: 'string', default: '100' },
        seed: { type: 'string' },
        days: { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence] = String((error as Error).message).split(/\.\s|\n/);
    throw new WrongOption(`${sentence}; --help lists the options.`);
  }
}

function webhook(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.protocol.startsWith('http')) {
    throw new WrongOption(
      `--url must be a full URL such as http://127.0.0.1:3000/api/webhook/cdr, not "${text}".`,
    );
  }
  return url;
}

function wholeOf(name: string, text: string, least: number, most: number): number {
  const value = numberOf(name, text, least, most);
  if (!Number.isInteger(value)) throw new WrongOption(`--${name} must be a whole number, not "${text}".`);
  return value;
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new WrongOption(`--${name} must be a number from ${least} to ${most}, not "${text}".`);
}
