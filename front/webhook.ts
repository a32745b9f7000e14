/** The webhook at the front door: what PIOPIY posts, taken without the detour over the web's requests and answers. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonHeaders, type Said, sayTrouble } from '@/app/api/answers';
import { keep, longestBody } from '@/app/api/webhook/cdr/take';
import type { Desk } from '@/desk/the-desk';
import { webhookFingerprint } from '@/desk/webhook-tokens';

export type Webhook = {
  /** The token of a post that this answers; null for everything else, which the doors answer. */
  tokenOf(request: IncomingMessage, path: string): string | null;
  /** Answers it, or resolves with false where the token is none of the desk's: then nothing of it was read. */
  answer(request: IncomingMessage, response: ServerResponse, token: string): Promise<boolean>;
};

/** `headers` go with every answer. */
export function openWebhook(desk: Desk, headers: [string, string][]): Webhook {
  const always = [...headers, ...Object.entries(jsonHeaders)].flat();

  return {
    tokenOf({ method, headers }, path) {
      const told = Number(headers['content-length']);
      return method === 'POST' && told <= longestBody ? (inPath.exec(path)?.[1] ?? null) : null;
    },
    async answer(request, response, token) {
      const fingerprint = await webhookFingerprint(desk, token);
      if (!fingerprint) return false;
      const body = await bodyOf(request);
      // Whoever is gone hears no answer.
      if (!body) return true;
      const contentType = request.headers['content-type'] ?? null;
      const said = await keep(desk, { body, method: 'POST', contentType, token: fingerprint }).catch(
        sayTrouble,
      );
      say(response, said);
      return true;
    },
  };

  function say(response: ServerResponse, { status, body, headers = {} }: Said): void {
    // A text goes out together with its head.
    const text = JSON.stringify(body);
    const length = ['content-length', String(Buffer.byteLength(text))];
    response.writeHead(status, [...always, ...length, ...Object.entries(headers).flat()]);
    response.end(text);
  }
}

/** Tokens that need no decoding. */
const inPath = /^\/api\/webhook\/cdr\/([\w.~-]+)$/;

/** What was told of its length, the server holds the sender to. Null where the sender broke off. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('close', () => resolve(null));
    request.once('error', () => resolve(null));
  });
}
