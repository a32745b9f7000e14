/** Asks the desk for its settings, tries a change, saves it. */

import type { SettingsJson } from '@/desk/load-settings';
import type { Rehearsal } from '@/desk/rehearse';
import type { DeskSettings, DidSettings } from '@/domain/settings';

/** A change as it is sent; what could not be read as a number is sent as it was typed, for the desk to refuse. */
export type Change = { from?: string } & (
  | { scope: 'desk'; settings: Typed<DeskSettings> }
  | { scope: 'did'; did: string; settings: Typed<DidSettings> }
);

export type Typed<Settings> = {
  [Name in keyof Settings]: Settings[Name] extends number | null ? Settings[Name] | string : Settings[Name];
};

export type Answer<Good> =
  | { is: 'done'; good: Good }
  /** `field` is the path of the value that is wrong, such as `settings.week.1.0.closes`. */
  | { is: 'refused'; sentence: string | null; field: string | null }
  | { is: 'unanswered' };

const patienceMs = 60_000;

export async function fetchSettings(): Promise<SettingsJson> {
  const response = await fetch('/api/settings', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as SettingsJson;
}

export function postSettings(change: Change): Promise<Answer<SettingsJson>> {
  return post('/api/settings', change);
}

export function postRehearsal({ from: _from, ...change }: Change): Promise<Answer<Rehearsal>> {
  return post('/api/settings/rehearsal', change);
}

async function post<Good>(address: string, body: object): Promise<Answer<Good>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status >= 500) return { is: 'unanswered' };
    const answer = await response.json();
    if (response.ok) return { is: 'done', good: answer as Good };
    return { is: 'refused', sentence: answer.error ?? null, field: answer.field ?? null };
  } catch {
    return { is: 'unanswered' };
  }
}
