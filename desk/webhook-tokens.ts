/** The secrets in the webhook's address: from the environment, or made at the first start and kept. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Env } from '@/env';

export function loadWebhookTokens({ WEBHOOK_TOKENS, DATABASE_URL }: Env): string[] {
  if (WEBHOOK_TOKENS) return WEBHOOK_TOKENS;
  const folder = DATABASE_URL.startsWith('file:')
    ? dirname(DATABASE_URL.replace(/^file:(\/\/)?/, ''))
    : 'data';
  const path = join(folder, 'webhook-token');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // Two servers that start together must not each make one: only the first may create the file.
    writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return [readFileSync(path, 'utf8').trim()];
}

/** The fingerprint of the token if it is one of ours, else null. Takes as long for any wrong one. */
export function fingerprintOf(token: string | null, valid: string[]): string | null {
  const given = digestOf(token ?? '');
  const isValid = valid.filter((one) => timingSafeEqual(digestOf(one), given)).length > 0;
  return isValid ? given.toString('hex').slice(0, 12) : null;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
