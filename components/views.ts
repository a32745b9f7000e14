/** Where on the desk somebody is: the view, the DID and the search, as the page's address and as the API's. */

import type { CaseJson } from '@/domain/case-json';

export type View = 'open' | 'snoozed' | 'uncallable' | 'closed' | 'all';

export type Place = { view: View; did: string | null; q: string | null; limit: number };

export const viewWords: Record<View, string> = {
  open: 'Open',
  snoozed: 'Snoozed',
  uncallable: 'No number',
  closed: 'Done',
  all: 'All',
};

export const viewOrder: View[] = ['open', 'snoozed', 'uncallable', 'closed', 'all'];

export const rowsAtFirst = 50;

/** As many rows as the API gives at once (contract.md). */
export const rowsAtMost = 200;

/** The place that the page's query names; what it does not know is the open view. */
export function placeOf(params: URLSearchParams): Place {
  const view = viewOrder.find((known) => known === params.get('view')) ?? 'open';
  const limit = Number(params.get('limit') ?? rowsAtFirst);
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= rowsAtMost;
  return {
    view,
    did: params.get('did') || null,
    q: params.get('q')?.trim() || null,
    limit: isLimit ? limit : rowsAtFirst,
  };
}

/** The page's address of a place: `/`, `/?view=closed&did=%2B9144…`. */
export function pageAddress(place: Partial<Place>): string {
  const params = new URLSearchParams();
  if (place.view && place.view !== 'open') params.set('view', place.view);
  if (place.did) params.set('did', place.did);
  if (place.q) params.set('q', place.q);
  if (place.limit && place.limit !== rowsAtFirst) params.set('limit', String(place.limit));
  const query = params.toString();
  return query ? `/?${query}` : '/';
}

/** The query of `GET /api/cases` that shows a place. */
export function caseQuery(place: Place): URLSearchParams {
  const params = new URLSearchParams({ state: place.view, limit: String(place.limit) });
  params.set('order', place.view === 'open' || place.view === 'snoozed' ? 'desk' : 'newest');
  if (place.did) params.set('did', place.did);
  if (place.q) params.set('q', place.q);
  return params;
}

/** The place that such a query shows. */
export function placeOfCaseQuery(query: string): Place {
  const params = new URLSearchParams(query);
  params.set('view', params.get('state') ?? 'open');
  return placeOf(params);
}

export function isInView(shownCase: CaseJson, view: View): boolean {
  if (view === 'all') return true;
  if (view === 'open') return shownCase.state === 'open' || shownCase.state === 'attempted';
  return shownCase.state === view;
}
