/** Takes a delivery at the webhook, whichever way its token came (contract.md). */

import { answering, json } from '@/app/api/answers';
import { readBody } from '@/app/api/body';
import { inJson, respond, type Said } from '@/app/api/said';
import { refuseToken } from '@/app/api/wrong-token';
import { metrics } from '@/desk/metrics';
import type { Incoming } from '@/desk/receive';
import { type Desk, theDesk } from '@/desk/the-desk';
import { webhookFingerprint } from '@/desk/webhook-tokens';
import { openQuery } from '@/domain/reading';

export const longestBody = 256 * 1024;
const spaces = new Set(Buffer.from('\t\n\v\f\r \xa0', 'latin1'));

/** 2xx only once the delivery is on the disk; promises.md lists the other answers. */
export function take(request: Request, token: string | null): Promise<Response> {
  return answering(async () => {
    const desk = await theDesk();
    const fingerprint = await webhookFingerprint(desk, token);
    if (!fingerprint) {
      return refuseToken(desk, request, 'The token in the webhook URL is not one of this desk.');
    }

    const query = new URL(request.url).searchParams;
    query.delete('token');
    const isPost = request.method === 'POST';
    const opened = request.method === 'GET' ? openQuery(query) : undefined;
    // Dashboards check the URL with an empty GET or HEAD.
    if (!isPost && !opened) return json({ status: 'ok' });

    const said = await keep(desk, {
      body: isPost ? await readBody(request, longestBody) : Buffer.from(query.toString()),
      method: request.method,
      contentType: request.headers.get('content-type'),
      token: fingerprint,
      opened,
    });
    return respond(said);
  });
}

type Delivered = Omit<Incoming, 'body' | 'receivedAt'> & {
  /** Null where it was longer than `longestBody`. */
  body: Buffer | null;
};

/** Throws where it could not be kept (`sayTrouble`). */
export async function keep(desk: Desk, { body, ...delivered }: Delivered): Promise<Said> {
  if (!body) return refuseBody('too large', 413, 'A delivery has at most 256 KiB.');
  if (body.every((byte) => spaces.has(byte))) return refuseBody('empty', 400, 'The body is empty.');
  const receipt = await desk.receive({ ...delivered, body, receivedAt: desk.clock() });
  return inJson(receipt, receipt.quarantined === receipt.received ? 202 : 200);
}

function refuseBody(reason: string, status: number, error: string): Said {
  metrics().refused.inc({ reason });
  return inJson({ error }, status);
}
