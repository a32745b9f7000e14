/** The page of a caller: every call, case and decision of one number, as far as somebody may see them. */

import type { CallerSeen } from '@/db/queries/caller-calls';
import type { StoredCall } from '@/db/queries/projections';
import type { CallerCallJson, CallerCallsJson, CallerCasesJson, CallerJson } from '@/domain/caller-json';
import { isCallerKey, type PageEnd, pageEndText } from '@/domain/caller-key';
import { effectOf } from '@/domain/contact';
import { grouped } from '@/domain/grouped';
import { mergedLegs } from '@/domain/leg';
import { type Person, type Sight, sightOf } from '@/domain/person';
import type { Settings } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import { figuresOf } from './caller-figures';
import { callJson, decisionJson, didJson, loadCasesJson, numberJson } from './case';
import { demand } from './permission';
import type { Desk } from './the-desk';

const callsAtOnce = 50;
const casesAtOnce = 20;
const callsOfCases = 20;

type Seeing = { desk: Desk; seen: CallerSeen; sight: Sight; settings: Settings; now: number };

/** Null where nothing is known of that number that this person may see. */
export async function loadCaller(
  desk: Desk,
  by: Person,
  key: string,
  now: number,
): Promise<CallerJson | null> {
  const at = await seeing(desk, by, key, now);
  if (!at) return null;
  const { seen, settings } = at;
  const { read } = desk.store;
  const [row] = await read.loadCallers([key]);
  const notes = await read.loadCallerNotes(key);
  const history = await historyOf(at, null);
  const raw = history.raw ?? key;
  return {
    caller: { ...numberJson(key, raw), key, name: row?.name ?? null, isSpam: row?.isSpam ?? false },
    savedBy: row?.by ?? null,
    savedAt: row ? new Date(row.savedAt).toISOString() : null,
    figures: await figuresOf(read, seen, settings, now),
    notes: notes.map(({ id, at, by, text }) => ({ id, at: new Date(at).toISOString(), by, text })),
    open: await openCasesOf(at),
    closed: await closedCasesOf(at, null),
    history: history.page,
  };
}

/** The calls before those of a page. */
export async function loadCallsBefore(
  desk: Desk,
  by: Person,
  key: string,
  before: PageEnd,
  now: number,
): Promise<CallerCallsJson | null> {
  const at = await seeing(desk, by, key, now);
  return at && (await historyOf(at, before)).page;
}

/** The closed cases before those of a page. */
export async function loadCasesBefore(
  desk: Desk,
  by: Person,
  key: string,
  before: PageEnd,
  now: number,
): Promise<CallerCasesJson | null> {
  const at = await seeing(desk, by, key, now);
  return at && closedCasesOf(at, before);
}

/** Whoever is limited to some DIDs knows only who had a call there; others also whom somebody named or wrote about. */
export async function mayKnow({ store: { read } }: Desk, { dids }: Sight, key: string): Promise<boolean> {
  if (await read.hasCalls({ caller: key, among: dids })) return true;
  if (dids !== null) return false;
  return (await read.loadCallers([key])).length > 0 || (await read.loadCallerNotes(key)).length > 0;
}

async function seeing(desk: Desk, by: Person, key: string, now: number): Promise<Seeing | null> {
  demand(by, 'know callers');
  const sight = sightOf(by);
  if (!isCallerKey(key) || !(await mayKnow(desk, sight, key))) return null;
  const settings = await desk.settings(desk.store.read);
  return { desk, seen: { caller: key, among: sight.dids }, sight, settings, now };
}

/** A page of calls, and how the provider wrote the number in one of them. */
async function historyOf({ desk, seen, settings, now }: Seeing, before: PageEnd | null) {
  const { read } = desk.store;
  const began = before && { startedAt: before.at, id: before.id };
  const found = await read.loadCallsOfCaller(seen, began, callsAtOnce + 1);
  const calls = found.slice(0, callsAtOnce);
  const ids = calls.map(({ id }) => id);
  const legsOf = grouped(await read.loadLegs(ids), ({ callId }) => callId);
  const saidOf = grouped(await read.loadDecisionsUnder(ids), ({ under }) => under);
  const last = calls.at(-1);
  const json = (call: StoredCall): CallerCallJson => {
    const { did, didRaw, startedAt, staff, talkSeconds, caseId } = call;
    const verdict = verdictAt(call, now);
    const effect = effectOf({ ...call, verdict }, seen.caller, settings.rules(did, startedAt).talkSeconds);
    return {
      ...callJson({ ...call, verdict }, mergedLegs(legsOf.get(call.id) ?? [])),
      did: didJson(did, didRaw, settings.did(did, now)),
      effect,
      staff,
      talkSeconds,
      caseId,
      decisions: (saidOf.get(call.id) ?? []).sort((a, b) => b.at - a.at).map(decisionJson),
    };
  };
  const page: CallerCallsJson = {
    calls: calls.map(json),
    next: found.length > callsAtOnce && last ? pageEndText({ at: last.startedAt, id: last.id }) : null,
  };
  return { page, raw: calls.find(({ caller }) => caller === seen.caller)?.callerRaw ?? null };
}

async function openCasesOf({ desk, seen, settings, sight, now }: Seeing) {
  const open = await desk.store.read.loadOpenCasesOf(seen, now);
  return loadCasesJson(desk.store.read, open, callsOfCases, settings, sight, now);
}

async function closedCasesOf(
  { desk, seen, settings, sight, now }: Seeing,
  before: PageEnd | null,
): Promise<CallerCasesJson> {
  const { read } = desk.store;
  const spanned = before && { spansTo: before.at, id: before.id };
  const found = await read.loadClosedCasesOf(seen, now, spanned, casesAtOnce + 1);
  const page = found.slice(0, casesAtOnce);
  const last = page.at(-1);
  return {
    cases: await loadCasesJson(read, page, callsOfCases, settings, sight, now),
    next: found.length > casesAtOnce && last ? pageEndText({ at: last.spansTo, id: last.id }) : null,
  };
}
