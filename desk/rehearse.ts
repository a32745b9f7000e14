/** What the last 30 days would have been under changed settings: nothing is saved. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { Began, StoredCall } from '@/db/queries/projections';
import { type Call, callOf } from '@/domain/call';
import type { Case } from '@/domain/case';
import { caseAt } from '@/domain/case-now';
import { callbackRate, type Share } from '@/domain/figures';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Person } from '@/domain/person';
import { type Settings, type SettingsRow, settingsOf } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import type { Change } from './change-settings';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type Outlook = { missed: number; short: number; open: number; callbackRate: Share };

export type Rehearsal = {
  days: number;
  /** The calls that were read: the newest, where there are more than can be tried at once. */
  calls: number;
  isAll: boolean;
  before: Outlook;
  after: Outlook;
};

const days = 30;
/** What a laptop folds in some ten seconds; the page waits for a minute. */
const mostCalls = 50_000;
/** So few that the desk answers between two parts. */
const callsAtOnce = 250;
const callersAtOnce = 100;

/** The calls as they are, and the same folded again as if the change had held all the time. */
export async function rehearse(desk: Desk, by: Person, change: Change, now: number): Promise<Rehearsal> {
  demand(by, 'administer');
  const { read } = desk.store;
  const since = now - days * 24 * 60 * 60_000;
  const rows = await read.loadSettings();
  const before = settingsOf(rows, desk.defaults);
  const changed = { ...change, id: Number.MAX_SAFE_INTEGER, from: since } as SettingsRow;
  const after = settingsOf([...rows, changed], desk.defaults);

  const callsBefore: Call[] = [];
  const callsAfter: Call[] = [];
  let place: Began | undefined;
  for (;;) {
    const calls: StoredCall[] = await read.loadCallsBegun({ since, before: place, of: null }, callsAtOnce);
    place = calls.at(-1);
    if (!place || callsBefore.length >= mostCalls) break;
    const legs = grouped(await read.loadLegs(calls.map(({ id }) => id)), (leg) => leg.callId);
    callsBefore.push(...calls);
    callsAfter.push(...[...legs.values()].map((copies) => callOf(copies, after)));
    await breathe();
  }
  return {
    days,
    calls: callsBefore.length,
    isAll: !place,
    before: await outlook(read, callsBefore, before, change.did, now),
    after: await outlook(read, callsAfter, after, change.did, now),
  };
}

/** Of one DID where the change is one DID's, else of all. */
async function outlook(
  read: Queries,
  calls: Call[],
  settings: Settings,
  did: string | null,
  now: number,
): Promise<Outlook> {
  const ofParty = [
    ...grouped(
      calls.flatMap((call) =>
        [...new Set([call.caller, call.other])].flatMap((party) => (party ? [{ party, call }] : [])),
      ),
      ({ party }) => party,
    ),
  ];
  const cases: Case[] = [];
  for (let first = 0; first < ofParty.length; first += callersAtOnce) {
    const part = ofParty.slice(first, first + callersAtOnce);
    const decisions = await read.loadDecisionsAbout(part.flatMap(([, of]) => of.map(({ call }) => call.id)));
    for (const [caller, of] of part) {
      const theirs = of.map(({ call }) => call);
      cases.push(...casesOf(caller, theirs, decisions, settings));
    }
    await breathe();
  }
  return summary(calls, cases, settings, did, now);
}

function summary(calls: Call[], cases: Case[], settings: Settings, did: string | null, now: number): Outlook {
  const isOf = (row: { did: string }) => did === null || row.did === did;
  const missed = calls.filter((call) => isOf(call) && verdictAt(call, now) === 'missed');
  const ofDid = cases.filter((it) => isOf(it) && it.visibleFrom <= now);
  const { targetMinutes } = did === null ? settings.desk(now) : settings.rules(did, now);
  return {
    missed: missed.length,
    short: missed.filter(({ isShort }) => isShort).length,
    open: ofDid.filter((it) => ['open', 'attempted', 'snoozed'].includes(caseAt(it, now).state)).length,
    callbackRate: callbackRate(ofDid, targetMinutes, now),
  };
}
