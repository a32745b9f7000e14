/** What a person can set for the desk and for each DID, as rows that hold from a time on. */

import { grouped } from './grouped';
import type { Hours, Span } from './hours';

/** What the rules read of a DID. Every number of rules.md is here with its default. */
export type DidRules = {
  timeZone: string;
  hours: Hours;
  /** rules.md 14. */
  targetMinutes: number;
  /** rules.md 13: a ring below this is short. */
  shortSeconds: number;
  /** rules.md 13: where short rings are the custom they rank as any other. */
  areShortsUsual: boolean;
  /** rules.md 10. */
  menu: 'none' | 'ignore' | 'missed';
  /** rules.md 18: the talk time from which a caller was reached. */
  talkSeconds: number;
  /** rules.md 23. */
  expiryDays: number;
};

/** The whole desk's: what a DID does not set for itself. */
export type DeskSettings = {
  country: string;
  timeZone: string;
  week: Span[][] | null;
  holidays: string[];
  targetMinutes: number;
  shortSeconds: number;
  talkSeconds: number;
  expiryDays: number;
};

/** One DID's; null takes the desk's. */
export type DidSettings = {
  label: string | null;
  /** A person confirmed that this number is ours (rules.md 6). */
  isOurs: boolean;
  menu: DidRules['menu'];
  areShortsUsual: boolean;
  timeZone: string | null;
  week: Span[][] | null;
  holidays: string[] | null;
  targetMinutes: number | null;
  shortSeconds: number | null;
  talkSeconds: number | null;
  expiryDays: number | null;
};

/** A row that holds from `from` (ms) on, until the `from` of one of the same scope that was saved after it. */
export type SettingsRow =
  | { id: number; scope: 'desk'; did: null; from: number; settings: DeskSettings }
  | { id: number; scope: 'did'; did: string; from: number; settings: DidSettings };

export const didDefaults: DidSettings = {
  label: null,
  isOurs: false,
  menu: 'none',
  areShortsUsual: false,
  timeZone: null,
  week: null,
  holidays: null,
  targetMinutes: null,
  shortSeconds: null,
  talkSeconds: null,
  expiryDays: null,
};

export function deskDefaults(country: string, timeZone: string): DeskSettings {
  return {
    country,
    timeZone,
    week: null,
    holidays: [],
    targetMinutes: 30,
    shortSeconds: 5,
    talkSeconds: 10,
    expiryDays: 7,
  };
}

/** What the folds ask: the settings in force when a call began. */
export type Settings = {
  desk(at: number): DeskSettings;
  did(did: string, at: number): DidSettings;
  /** The rules of a DID, the desk's filled in. */
  rules(did: string, at: number): DidRules;
};

/** The rows of all scopes, in any order; of those that hold from a time or before it, the last saved one is in force. */
export function settingsOf(rows: SettingsRow[], defaults: DeskSettings): Settings {
  const sorted = [...rows].sort((a, b) => b.id - a.id);
  const ofDesk = sorted.filter((row) => row.scope === 'desk');
  const ofDid = grouped(
    sorted.filter((row) => row.scope === 'did'),
    (row) => row.did,
  );

  const desk = (at: number) => ofDesk.find((row) => row.from <= at)?.settings ?? defaults;
  const did = (key: string, at: number) =>
    ofDid.get(key)?.find((row) => row.from <= at)?.settings ?? didDefaults;

  return {
    desk,
    did,
    rules(key, at) {
      const own = did(key, at);
      const all = desk(at);
      return {
        timeZone: own.timeZone ?? all.timeZone,
        hours: { week: own.week ?? all.week, holidays: own.holidays ?? all.holidays },
        targetMinutes: own.targetMinutes ?? all.targetMinutes,
        shortSeconds: own.shortSeconds ?? all.shortSeconds,
        areShortsUsual: own.areShortsUsual,
        menu: own.menu,
        talkSeconds: own.talkSeconds ?? all.talkSeconds,
        expiryDays: own.expiryDays ?? all.expiryDays,
      };
    },
  };
}
