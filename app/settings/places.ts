/** The countries and time zones to choose from; asked on the server, for browsers name them differently. */

import { getCountries } from 'libphonenumber-js/max';

export type Country = { code: string; name: string };

export function countries(): Country[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
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
