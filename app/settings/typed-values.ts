/** Settings as the fields of a form hold them: texts, as typed; and back again. */

import type { DeskSettings, DidSettings } from '@/domain/settings';
import type { Typed } from './settings-post';

export type Day = { opens: string; closes: string }[];

/** Numbers and holidays as typed. Null in a DID's takes the desk's; null for the desk's week is round the clock. */
export type DeskValues = {
  country: string;
  timeZone: string;
  week: Day[] | null;
  holidays: string;
  targetMinutes: string;
  shortSeconds: string;
  talkSeconds: string;
  expiryDays: string;
};

export type DidValues = {
  label: string;
  isOurs: boolean;
  menu: DidSettings['menu'];
  areShortsUsual: boolean;
  timeZone: string | null;
  week: Day[] | null;
  holidays: string | null;
  targetMinutes: string | null;
  shortSeconds: string | null;
  talkSeconds: string | null;
  expiryDays: string | null;
};

export const numberNames = ['targetMinutes', 'shortSeconds', 'talkSeconds', 'expiryDays'] as const;
export type NumberName = (typeof numberNames)[number];

export function deskValues(settings: DeskSettings): DeskValues {
  return {
    country: settings.country,
    timeZone: settings.timeZone,
    week: settings.week,
    holidays: settings.holidays.join('\n'),
    targetMinutes: String(settings.targetMinutes),
    shortSeconds: String(settings.shortSeconds),
    talkSeconds: String(settings.talkSeconds),
    expiryDays: String(settings.expiryDays),
  };
}

export function didValues(settings: DidSettings): DidValues {
  return {
    ...settings,
    label: settings.label ?? '',
    holidays: settings.holidays?.join('\n') ?? null,
    targetMinutes: textOrNull(settings.targetMinutes),
    shortSeconds: textOrNull(settings.shortSeconds),
    talkSeconds: textOrNull(settings.talkSeconds),
    expiryDays: textOrNull(settings.expiryDays),
  };
}

export function deskSettingsOf(values: DeskValues): Typed<DeskSettings> {
  return {
    ...values,
    timeZone: values.timeZone.trim(),
    holidays: daysIn(values.holidays),
    targetMinutes: numberIn(values.targetMinutes),
    shortSeconds: numberIn(values.shortSeconds),
    talkSeconds: numberIn(values.talkSeconds),
    expiryDays: numberIn(values.expiryDays),
  };
}

export function didSettingsOf(values: DidValues): Typed<DidSettings> {
  return {
    ...values,
    timeZone: values.timeZone?.trim() ?? null,
    holidays: values.holidays === null ? null : daysIn(values.holidays),
    targetMinutes: orNull(values.targetMinutes),
    shortSeconds: orNull(values.shortSeconds),
    talkSeconds: orNull(values.talkSeconds),
    expiryDays: orNull(values.expiryDays),
  };
}

/** The holidays in a text, as they are sent: one each line. */
function daysIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

function numberIn(text: string): number | string {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text;
}

function orNull(text: string | null): number | string | null {
  return text === null ? null : numberIn(text);
}

function textOrNull(value: number | null): string | null {
  return value === null ? null : String(value);
}
