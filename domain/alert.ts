/** What the desk tells people of by itself, where they are not looking, and when it tries again. */

import type { Case } from './case';
import { caseAt } from './case-now';
import type { QuietHours } from './quiet-hours';

export const channelKinds = ['webhook', 'slack', 'teams', 'email', 'push'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A missed call that has settled, a case that is overdue, a DID from which no record comes. */
export const alertReasons = ['missed', 'overdue', 'silent'] as const;
export type AlertReason = (typeof alertReasons)[number];

/** What goes through the outbox. */
export type AlertKind = AlertReason | 'test' | 'digest';

/** `dropped`: the case was settled before the alert could be sent. */
export type AlertState = 'waiting' | 'sent' | 'failed' | 'dropped';

export type ChannelRules = {
  reasons: AlertReason[];
  /** The keys of the DIDs; null for all. */
  dids: string[] | null;
  quiet: QuietHours | null;
  /** The whole number and the name; else the number in part only. */
  showsCaller: boolean;
  language: 'en' | 'hi';
};

const dayMs = 24 * 60 * 60_000;

/** One that is about no single DID concerns every channel. */
export function isWanted(rules: ChannelRules, reason: AlertReason, did: string | null): boolean {
  return rules.reasons.includes(reason) && (rules.dids === null || did === null || rules.dids.includes(did));
}

type OnDesk = Omit<Case, 'calls'>;

/** Whether it is still so at `now`, ms: on the desk, neither settled nor put off, and overdue where that is the reason. */
export function isStillSo(reason: 'missed' | 'overdue', it: OnDesk, now: number): boolean {
  const { state, isOverdue } = caseAt(it, now);
  const isWaiting = it.visibleFrom <= now && (state === 'open' || state === 'attempted');
  return isWaiting && (reason === 'missed' || isOverdue);
}

/** What is older than a day is no news: records of last week, sent again, must not wake anybody. */
export function isNews(reason: 'missed' | 'overdue', it: OnDesk, now: number): boolean {
  return (reason === 'missed' ? it.lastMissedAt : it.dueAt) > now - dayMs;
}

/** 10 s, 40 s, 3, 11 and 43 minutes, 3 hours, 6, 6: some 15 hours in all. */
const firstWaitMs = 10_000;
const longestWaitMs = 6 * 60 * 60_000;
const mostTries = 9;

/** How long after a failed try the next one comes, ms; null after the last. `chance` from 0 to 1 spreads them. */
export function waitAfter(tries: number, chance: number): number | null {
  if (tries >= mostTries) return null;
  return Math.round(Math.min(longestWaitMs, firstWaitMs * 4 ** (tries - 1)) * (0.75 + chance / 2));
}
