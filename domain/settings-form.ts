/** Settings as people send them: every value checked, with a message for the field that is wrong. */

import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import type { DeskSettings, DidSettings } from './settings';

export const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as Asia/Kolkata');

export const country = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine((code) => (getCountries() as string[]).includes(code), 'must be a country such as IN');

const time = z.string().refine(isTime, 'must be a time such as 09:00');

const span = z
  .object({ opens: time, closes: time })
  .refine(({ opens, closes }) => opens < closes || !isTime(opens) || !isTime(closes), {
    path: ['closes'],
    error: 'must be after the opening',
  });

const day = z.array(span).max(6, 'has at most 6 spans a day').refine(areApart, 'must not overlap');

const week = z.array(day).length(7, 'must have seven days, Sunday first').nullable();

const holidays = z
  .array(z.string().refine(isDate, 'must be dates such as 2026-12-25'))
  .max(400, 'has at most 400 days');

const numbers = {
  targetMinutes: whole(1, 7 * 24 * 60, 'minutes'),
  shortSeconds: whole(0, 60, 'seconds'),
  talkSeconds: whole(0, 600, 'seconds'),
  expiryDays: whole(1, 365, 'days'),
};

export const deskForm: z.ZodType<DeskSettings> = z.object({ country, timeZone, week, holidays, ...numbers });

export const didForm: z.ZodType<DidSettings> = z.object({
  label: z
    .string()
    .trim()
    .max(40, 'has at most 40 characters')
    .transform((text) => text || null)
    .nullable(),
  isOurs: z.boolean('must be yes or no'),
  menu: z.enum(['none', 'ignore', 'missed'], 'must be none, ignore or missed'),
  areShortsUsual: z.boolean('must be yes or no'),
  timeZone: timeZone.nullable(),
  week,
  holidays: holidays.nullable(),
  targetMinutes: numbers.targetMinutes.nullable(),
  shortSeconds: numbers.shortSeconds.nullable(),
  talkSeconds: numbers.talkSeconds.nullable(),
  expiryDays: numbers.expiryDays.nullable(),
});

function whole(least: number, most: number, unit: string) {
  const rule = `must be a whole number of ${unit} from ${least} to ${most}`;
  return z.number(rule).int(rule).min(least, rule).max(most, rule);
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function areApart(spans: { opens: string; closes: string }[]): boolean {
  const sorted = [...spans].sort((a, b) => (a.opens < b.opens ? -1 : 1));
  return sorted.every(({ opens }, index) => index === 0 || (sorted[index - 1]?.closes ?? '') <= opens);
}
