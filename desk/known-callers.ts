/** The list of the callers whom somebody named, by the alphabet, or marked as spam. */

import type { KnownCallersJson } from '@/domain/caller-json';
import { type Person, sightOf } from '@/domain/person';
import { numberJson } from './case';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type Known = {
  q: string | null;
  onlySpam: boolean;
  after: { letters: string; caller: string } | null;
};

const callersAtOnce = 100;

/** Whoever is limited to some DIDs finds only who had a call there. */
export async function loadKnownCallers(desk: Desk, by: Person, asked: Known): Promise<KnownCallersJson> {
  demand(by, 'know callers');
  const rows = await desk.store.read.listCallers({ ...asked, among: sightOf(by).dids }, callersAtOnce);
  const page = rows.slice(0, callersAtOnce);
  const last = page.at(-1);
  return {
    callers: page.map(({ caller, name, isSpam }) => ({
      ...numberJson(caller, caller),
      key: caller,
      name,
      isSpam,
    })),
    next: rows.length > callersAtOnce && last ? JSON.stringify([last.letters, last.caller]) : null,
  };
}
