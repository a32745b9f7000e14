/** All calls, page by page, as somebody may see them. */

import type { Queries } from '@/db/queries';
import type { StoredCall } from '@/db/queries/projections';
import { isHidden } from '@/domain/call';
import { type CallQuery, callCursorText } from '@/domain/call-query';
import type { CallPageJson, CallRowJson } from '@/domain/call-row';
import { type Person, type Sight, sightOf } from '@/domain/person';
import { displayOf, maskedOf } from '@/domain/phone';
import type { Settings } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import { didJson, numberJson } from './case';
import { spanOfDays } from './span-of-days';
import type { Desk } from './the-desk';

export async function loadCallPage(
  desk: Pick<Desk, 'store' | 'settings'>,
  by: Person,
  query: CallQuery,
  now: number,
): Promise<CallPageJson> {
  const sight = sightOf(by);
  const { read } = desk.store;
  const known = await desk.settings(read);
  const span = query.days && spanOfDays(query.days, known.desk(now).timeZone);
  // Whoever sees numbers in part could ask for the rest by searching.
  const asked = sight.isMasked ? { ...query, q: null } : query;
  const rows = await read.loadCallPage(asked, now, sight.dids, span);
  const hasMore = rows.length > query.limit;
  // Close to the newest one, the first page has all that is newer.
  if (query.isNewer && !hasMore)
    return loadCallPage(desk, by, { ...query, cursor: null, isNewer: false }, now);
  const page = rows.slice(0, query.limit);
  if (query.isNewer) page.reverse();
  const [newest, oldest] = [page[0], page.at(-1)];
  return {
    calls: await callRowsJson(read, page, known, sight, now),
    older: oldest && (hasMore || query.isNewer) ? cursorOf(oldest) : null,
    newer: newest && query.cursor !== null ? cursorOf(newest) : null,
  };
}

function cursorOf({ startedAt, id }: StoredCall): string {
  return callCursorText({ at: startedAt, id });
}

/** With the names that people gave to callers. */
export async function callRowsJson(
  from: Queries,
  calls: StoredCall[],
  settings: Settings,
  sight: Sight,
  now: number,
): Promise<CallRowJson[]> {
  const names = await from.loadNamesOf(calls.map(({ caller }) => caller));
  return calls.map((call) => {
    const did = didJson(call.did, call.didRaw, settings.did(call.did, now));
    return callRowJson(call, names.get(call.caller) ?? null, did, sight, now);
  });
}

function callRowJson(
  call: StoredCall,
  name: string | null,
  did: CallRowJson['did'],
  { isMasked }: Sight,
  now: number,
): CallRowJson {
  const { id, caller, callerRaw, startedAt, direction, ringMs, talkSeconds, staff, isOutOfHours, caseId } =
    call;
  const number = isMasked
    ? { e164: null, display: maskedOf(displayOf({ key: caller, raw: callerRaw })) }
    : numberJson(caller, callerRaw);
  return {
    id,
    startedAt: new Date(startedAt).toISOString(),
    direction,
    verdict: verdictAt(call, now),
    caller: { ...number, name, key: isMasked || isHidden(caller) ? null : caller },
    did,
    ringMs,
    talkSeconds,
    staff,
    isOutOfHours,
    caseId,
  };
}
