/** The rows for which every open screen asks after each beat, given without the detour over the web's requests. */

import type { IncomingMessage } from 'node:http';
import { sayBoard } from '@/app/api/cases/say-board';
import type { Said } from '@/app/api/said';
import type { Desk } from '@/desk/the-desk';
import { whoAsks } from '@/desk/who-asks';
import { parseBoardQuery } from '@/domain/board-query';

/** Null where the route module is to answer: somebody who is not signed in, a wrong query, a further page. */
export async function sayToScreen(desk: Desk, request: IncomingMessage, path: string): Promise<Said | null> {
  if (path !== '/api/cases' || request.method !== 'GET') return null;
  const asked = parseBoardQuery(new URLSearchParams(request.url!.slice(path.length)));
  if ('error' in asked || asked.query.cursor !== null) return null;
  const {
    authorization,
    cookie,
    'if-none-match': known = null,
    'accept-encoding': codings,
  } = request.headers;
  const by = await whoAsks(
    desk,
    new Headers({ ...(authorization && { authorization }), ...(cookie && { cookie }) }),
  );
  return by && sayBoard(desk, by.person, asked.query, { known, codings: String(codings ?? '') });
}
