/** The countries and time zones to choose from; asked on the server, for browsers name them differently. */

import { getCountries } from 'libphonenumber-js/max';
import type { Messages } from '@/messages/en';

export type Country = { code: string; name: string };

export function countries({ locale }: Messages): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name));
}

export function timeZones(): string[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => newNames[zone] ?? zone);
}

/** Node still lists these by the names that they had. */
const newNames: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};
