/** What PIOPIY posts to the webhook, taken without the detour over the web's requests. */

import type { IncomingMessage } from 'node:http';
import { inJson, type Said } from '@/app/api/said';
import { keep, longestBody } from '@/app/api/webhook/cdr/take';
import type { Desk } from '@/desk/the-desk';
import { webhookFingerprint } from '@/desk/webhook-tokens';

/** Tokens that need no decoding. */
const address = /^\/api\/webhook\/cdr\/([\w.~-]+)$/;

/** Null, with nothing of it read, where the route module is to answer: another method or form, a wrong token, no length. */
export async function sayToWebhook(desk: Desk, request: IncomingMessage, path: string): Promise<Said | null> {
  const { method, headers } = request;
  const token = method === 'POST' ? address.exec(path)?.[1] : undefined;
  // What was told of its length, the server holds the sender to.
  if (!token || !(Number(headers['content-length']) <= longestBody)) return null;
  const fingerprint = await webhookFingerprint(desk, token);
  if (!fingerprint) return null;
  const body = await bodyOf(request);
  if (!body) return inJson({ error: 'The body broke off.' }, 400);
  const contentType = headers['content-type'] ?? null;
  return keep(desk, { body, method: 'POST', contentType, token: fingerprint });
}

/** Null where the sender broke off. By `on`, though each comes once: to take a listener off again costs more. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('close', () => resolve(null));
  });
}
