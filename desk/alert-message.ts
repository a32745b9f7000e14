/** What an alert says at the moment when it is sent; the outbox holds only what it is about. */

import type { StoredAlert } from '@/db/queries/alerts';
import { type ChannelRules, isStillSo } from '@/domain/alert';
import type { CaseJson } from '@/domain/case-json';
import type { Settings } from '@/domain/settings';
import type { AllMessages } from '@/messages/all';
import { wholeLanguages } from '@/messages/whole';
import { didJson, loadCasesJson } from './case';
import { silenceOf } from './silent-dids';
import type { Desk } from './the-desk';

export type AlertMessage = {
  title: string;
  lines: string[];
  /** The page of it, where the desk has an address. */
  url: string | null;
  /** What the link is called. */
  open: string;
  /** For programs. */
  type: string;
  timestamp: string;
  data: object;
};

type Words = AllMessages['alerts']['told'];
/** Whatever is not a digest, which has a message of its own. */
type Told = Pick<StoredAlert, 'about' | 'at'> & { kind: Exclude<StoredAlert['kind'], 'digest'> };

/** Null where there is nothing to say any more: the case was settled meanwhile, or is gone. */
export async function alertMessage(
  { store: { read }, settings, env }: Pick<Desk, 'store' | 'settings' | 'env'>,
  { kind, about, at }: Told,
  { showsCaller, language }: ChannelRules,
  now: number,
): Promise<AlertMessage | null> {
  const { alerts, locale } = wholeLanguages[language];
  const { told } = alerts;
  const known = await settings(read);
  const common = { open: told.open, timestamp: new Date(at).toISOString() };
  const { timeZone } = known.desk(now);
  const time = (instant: number) => timeIn(instant, locale, timeZone);
  const address = (path: string) => (env.PUBLIC_URL ? env.PUBLIC_URL + path : null);
  if (kind === 'test')
    return { ...common, title: told.test, lines: [told.testLine], url: address('/'), type: 'test', data: {} };
  if (kind === 'silent') {
    return { ...common, ...silenceMessage(about, told, known, time, now), url: address('/') };
  }
  const found = await read.loadCaseOfCall(about);
  if (!found || !isStillSo(kind, found, now)) return null;
  const sight = { dids: null, isMasked: !showsCaller };
  const [it] = await loadCasesJson(read, [found], 0, known, sight, now);
  const shown = shownOf(it!, showsCaller);
  const did = it!.did.label ?? it!.did.display;
  return {
    ...common,
    title: kind === 'missed' ? told.missed(did) : told.overdue(did),
    lines: [
      [shown.caller.name, shown.caller.display].filter(Boolean).join(', '),
      told.rang(it!.missedCount, time(found.lastMissedAt)),
      kind === 'missed' ? told.dueAt(time(found.dueAt)) : told.dueSince(time(found.dueAt)),
    ],
    url: address(`/cases/${encodeURIComponent(found.id)}`),
    type: `case.${kind}`,
    data: { case: shown },
  };
}

/** Of the case what a program needs; without the caller's name and number, but for its ends, where the channel does not show them. */
function shownOf(it: CaseJson, showsCaller: boolean) {
  const { id, did, state, missedCount, firstMissedAt, lastMissedAt, dueAt, overdue } = it;
  const { e164, display, name } = it.caller;
  const caller = showsCaller ? { e164, display, name } : { e164: null, display, name: null };
  return { id, caller, did, state, missedCount, firstMissedAt, lastMissedAt, dueAt, overdue };
}

function silenceMessage(
  about: string,
  told: Words,
  known: Settings,
  time: (at: number) => string,
  now: number,
) {
  const { did: key, since } = silenceOf(about);
  const did = key === null ? null : didJson(key, key, known.did(key, now));
  return {
    title: did ? told.silent(did.label ?? did.display) : told.silentAll,
    lines: [told.silentSince(time(since))],
    type: 'did.silent',
    data: { did, since: new Date(since).toISOString() },
  };
}

function timeIn(at: number, locale: string, timeZone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(at);
}
