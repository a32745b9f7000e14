/** What the last 30 days would have been under changed settings: nothing is saved. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import { type Call, callOf } from '@/domain/call';
import type { Case } from '@/domain/case';
import { caseAt } from '@/domain/case-now';
import { callbackRate, type Share } from '@/domain/figures';
import { casesOf } from '@/domain/fold';
import { grouped } from '@/domain/grouped';
import type { Leg } from '@/domain/leg';
import { type Settings, type SettingsRow, settingsOf } from '@/domain/settings';
import { verdictAt } from '@/domain/verdict';
import type { Change } from './change-settings';
import type { Desk } from './the-desk';

export type Outlook = { missed: number; short: number; open: number; callbackRate: Share };

export type Rehearsal = {
  days: number;
  /** The calls that were read; fewer than there were where there are more than can be tried at once. */
  calls: number;
  isAll: boolean;
  before: Outlook;
  after: Outlook;
};

const days = 30;
const mostCalls = 50_000;
const callsAtOnce = 1000;
const callersAtOnce = 500;

/** Folds the same kept legs twice, under the settings as they are and under the changed ones. */
export async function rehearse(desk: Desk, change: Omit<Change, 'by'>, now: number): Promise<Rehearsal> {
  const { read } = desk.store;
  const since = now - days * 24 * 60 * 60_000;
  const rows = await read.loadSettings();
  const changed = { ...change, id: Number.MAX_SAFE_INTEGER, from: since } as SettingsRow;
  const { legs, isAll } = await loadLegsSince(read, since);
  const outlookUnder = (settings: Settings) => outlook(read, legs, settings, change.did, now);
  return {
    days,
    calls: legs.length,
    isAll,
    before: await outlookUnder(settingsOf(rows, desk.defaults)),
    after: await outlookUnder(settingsOf([...rows, changed], desk.defaults)),
  };
}

/** The copies of the legs of each call that began since. */
async function loadLegsSince(read: Queries, since: number): Promise<{ legs: Leg[][]; isAll: boolean }> {
  const legs: Leg[][] = [];
  for (let after = ''; legs.length < mostCalls; ) {
    const callIds = await read.loadCallIdsSince(since, after, callsAtOnce);
    const last = callIds.at(-1);
    if (last === undefined) return { legs, isAll: true };
    legs.push(...grouped(await read.loadLegs(callIds), (leg) => leg.callId).values());
    after = last;
    await breathe();
  }
  return { legs, isAll: false };
}

/** Of one DID where the change is one DID's, else of all. */
async function outlook(
  read: Queries,
  legs: Leg[][],
  settings: Settings,
  did: string | null,
  now: number,
): Promise<Outlook> {
  const calls = legs.map((copies) => callOf(copies, settings));
  const ofParty = grouped(
    calls.flatMap((call) => [call.caller, call.other].flatMap((party) => (party ? [{ party, call }] : []))),
    ({ party }) => party,
  );
  const cases: Case[] = [];
  const parties = [...ofParty];
  for (let first = 0; first < parties.length; first += callersAtOnce) {
    const part = parties.slice(first, first + callersAtOnce);
    const decisions = await read.loadDecisionsAbout(part.flatMap(([, of]) => of.map(({ call }) => call.id)));
    const aboutCall = grouped(
      decisions.flatMap((it) => it.calls.map((id) => ({ id, it }))),
      ({ id }) => id,
    );
    for (const [caller, of] of part) {
      const about = new Set(of.flatMap(({ call }) => (aboutCall.get(call.id) ?? []).map(({ it }) => it)));
      cases.push(
        ...casesOf(
          caller,
          of.map(({ call }) => call),
          [...about],
          settings,
        ),
      );
    }
    await breathe();
  }
  return summary(calls, cases, settings, did, now);
}

function summary(calls: Call[], cases: Case[], settings: Settings, did: string | null, now: number): Outlook {
  const isOf = (row: { did: string }) => did === null || row.did === did;
  const missed = calls.filter((call) => isOf(call) && verdictAt(call, now) === 'missed');
  const ofDid = cases.filter(isOf);
  const { targetMinutes } = did === null ? settings.desk(now) : settings.rules(did, now);
  return {
    missed: missed.length,
    short: missed.filter(({ isShort }) => isShort).length,
    open: ofDid.filter((it) => ['open', 'attempted', 'snoozed'].includes(caseAt(it, now).state)).length,
    callbackRate: callbackRate(ofDid, targetMinutes, now),
  };
}
