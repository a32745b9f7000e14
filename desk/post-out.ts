/** Posts to an address that somebody gave: to public addresses only, for so long, and nothing of the answer is kept. */

import * as http from 'node:http';
import * as https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import type { Env } from '@/env';

const patienceMs = 8000;

/** An alert that could not be handed over; the message is a word for the list of deliveries. */
export class NotDelivered extends Error {
  override name = 'NotDelivered';
  constructor(
    message: string,
    /** The receiver wants no more of them. */
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** Null for an address that may be posted to; else what is wrong with it. Where its name leads is seen at each connection. */
export function wrongWith(
  address: string,
  { ALERTS_PRIVATE_ADDRESSES }: Pick<Env, 'ALERTS_PRIVATE_ADDRESSES'>,
): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const schemes = ALERTS_PRIVATE_ADDRESSES === 'allow' ? ['https:', 'http:'] : ['https:'];
  if (!url || !schemes.includes(url.protocol)) return 'must be an https URL';
  return url.username || url.password ? 'must not hold a user or a password' : null;
}

/** Throws NotDelivered unless the answer is 2xx. No redirect is followed, for it could lead inside. */
export async function postOut(
  address: string,
  headers: Record<string, string | number>,
  body: string | Buffer,
  env: Pick<Env, 'ALERTS_PRIVATE_ADDRESSES'>,
): Promise<void> {
  if (wrongWith(address, env)) throw new NotDelivered('the address is not allowed');
  const status = await statusOf(
    address,
    headers,
    Buffer.from(body),
    env.ALERTS_PRIVATE_ADDRESSES === 'allow',
  );
  if (status < 200 || status > 299) throw new NotDelivered(`HTTP ${status}`, status === 410);
}

function statusOf(
  address: string,
  headers: Record<string, string | number>,
  body: Buffer,
  allowPrivateIPAddress: boolean,
): Promise<number> {
  const { request } = address.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length, 'user-agent': 'Ringback' },
        agent: useAgent(address, { allowPrivateIPAddress }),
        signal: AbortSignal.timeout(patienceMs),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    asked.on('error', (error) => reject(new NotDelivered(troubleOf(error))));
    asked.end(body);
  });
}

function troubleOf(error: Error & { code?: string }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `no answer in ${patienceMs / 1000} s`;
  // The agent has no code for this.
  if (/is not allowed/.test(error.message)) return 'the address is private';
  return error.code ?? 'no connection';
}
