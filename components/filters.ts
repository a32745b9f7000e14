/** By what the rows of a place are filtered, in words, and the same place without each. */

import type { BoardJson } from '@/domain/case-json';
import type { Messages } from '@/messages/en';
import { anywhere, type Place } from './views';
import { dayOf } from './when';
import { didWord } from './words';

export type Filter = { name: string; words: string; without: Place };

export function activeFilters(place: Place, dids: BoardJson['dids'], m: Messages): Filter[] {
  const { did, q, who, outcome, from, to, on } = place;
  const { find } = m;
  const shownDid = dids.find(({ key }) => key === did);
  const filters: (Filter | null)[] = [
    did === null
      ? null
      : { name: 'did', words: shownDid ? didWord(shownDid) : did, without: { ...place, did: null } },
    q === null ? null : { name: 'q', words: find.quoted(q), without: { ...place, q: null } },
    who === null ? null : { name: 'who', words: find.by(who), without: { ...place, who: null } },
    outcome === null
      ? null
      : { name: 'outcome', words: m.outcomes[outcome], without: { ...place, outcome: null } },
    from === null && to === null
      ? null
      : {
          name: 'days',
          words: find.during(find.on[on], daysWords(from, to, m)),
          without: { ...place, from: null, to: null, on: 'missed' },
        },
  ];
  return filters.filter((filter) => filter !== null);
}

/** The same view, of all that is in it. */
export function unfilteredPlace({ view, order }: Place): Place {
  return { ...anywhere, view, order };
}

/** "from 21 Nov 2026", "21 Nov 2026 to 23 Nov 2026", "on 23 Nov 2026". */
function daysWords(from: string | null, to: string | null, m: Messages): string {
  const { find } = m;
  if (from !== null && from === to) return m.time.onDay(dayOf(from, m));
  if (to === null) return find.since(dayOf(from!, m));
  return from === null ? find.until(dayOf(to, m)) : find.between(dayOf(from, m), dayOf(to, m));
}
