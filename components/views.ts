/** Where on the desk somebody is: the view and what it is filtered by, as the page's address and as the API's. */

import { type BoardQuery, boardOrders, type DayKind, dayKinds } from '@/domain/board-query';
import type { CaseJson } from '@/domain/case-json';
import { isDay } from '@/domain/days';
import { type Outcome, outcomes } from '@/domain/decision';

export type View = 'open' | 'mine' | 'attempted' | 'overdue' | 'snoozed' | 'uncallable' | 'closed' | 'all';

type Order = BoardQuery['order'];

export type Place = {
  view: View;
  did: string | null;
  q: string | null;
  /** The name of somebody whose cases these are; in the reader's own view it goes without saying. */
  who: string | null;
  outcome: Outcome | null;
  /** Days as 2026-11-23 in the desk's zone, and what of the case lies in them. */
  from: string | null;
  to: string | null;
  on: DayKind;
  /** Null for the order that the view has by itself. */
  order: Order | null;
  limit: number;
};

/** Those of the rail, in its order. The overdue ones are opened by their figure. */
export const viewOrder: View[] = ['open', 'mine', 'attempted', 'snoozed', 'uncallable', 'closed', 'all'];

const views: View[] = [...viewOrder, 'overdue'];

export const rowsAtFirst = 50;

/** As many rows as the API gives at once (contract.md). */
export const rowsAtMost = 200;

/** The board as it is opened, filtered by nothing. */
export const anywhere: Place = {
  view: 'open',
  did: null,
  q: null,
  who: null,
  outcome: null,
  from: null,
  to: null,
  on: 'missed',
  order: null,
  limit: rowsAtFirst,
};

/** The place that the page's query names; what it does not know is left out. `me` is the reader's own name. */
export function placeOf(params: URLSearchParams, me: string): Place {
  const view = oneOf(views, params.get('view')) ?? 'open';
  const who = params.get('who')?.trim().slice(0, 100) || null;
  const isMine = view === 'mine' || (view === 'open' && who === me);
  const limit = Number(params.get('limit') ?? rowsAtFirst);
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= rowsAtMost;
  const [from, to] = daysIn(params);
  return {
    view: isMine ? 'mine' : view,
    did: params.get('did') || null,
    q: params.get('q')?.trim().slice(0, 100) || null,
    who: isMine ? null : who,
    outcome: hasOutcomes(view) ? oneOf(outcomes, params.get('outcome')) : null,
    from,
    to,
    on: from === null && to === null ? 'missed' : (oneOf(dayKinds, params.get('on')) ?? 'missed'),
    order: oneOf(boardOrders, params.get('order')),
    limit: isLimit ? limit : rowsAtFirst,
  };
}

/** The page's address of a place: `/`, `/?view=closed&did=%2B9144…`. */
export function pageAddress(place: Partial<Place>): string {
  const query = placeParams(place).toString();
  return query ? `/?${query}` : '/';
}

/** What the address says of a place: that which is not so by itself. */
export function placeParams(place: Partial<Place>): URLSearchParams {
  const params = new URLSearchParams();
  const view = place.view ?? 'open';
  if (view !== 'open') params.set('view', view);
  if (place.did) params.set('did', place.did);
  if (place.q) params.set('q', place.q);
  if (place.who) params.set('who', place.who);
  if (place.outcome && hasOutcomes(view)) params.set('outcome', place.outcome);
  if (place.from) params.set('from', place.from);
  if (place.to) params.set('to', place.to);
  if ((place.from || place.to) && place.on && place.on !== 'missed') params.set('on', place.on);
  if (place.order && place.order !== ownOrder(view)) params.set('order', place.order);
  if (place.limit && place.limit !== rowsAtFirst) params.set('limit', String(place.limit));
  return params;
}

/** The query of `GET /api/cases` that shows a place to somebody of this name. */
export function caseQuery(place: Place, me: string): URLSearchParams {
  const params = placeParams(place);
  params.delete('view');
  params.set('state', place.view === 'mine' ? 'open' : place.view);
  if (place.view === 'mine') params.set('who', me);
  params.set('limit', String(place.limit));
  params.set('order', place.order ?? ownOrder(place.view));
  return params;
}

/** The place that such a query shows. */
export function placeOfCaseQuery(query: string, me: string): Place {
  const params = new URLSearchParams(query);
  params.set('view', params.get('state') ?? 'open');
  const place = placeOf(params, me);
  return { ...place, order: place.order === ownOrder(place.view) ? null : place.order };
}

/** Whether two places show the same list, if not as much of it. */
export function isSamePlace(a: Place, b: Place): boolean {
  return pageAddress({ ...a, limit: rowsAtFirst }) === pageAddress({ ...b, limit: rowsAtFirst });
}

/** Whether a case belongs to the rows of a view of somebody of this name. */
export function isInView(shownCase: CaseJson, view: View, me: string): boolean {
  const { state, claimedBy, lastAttemptBy, overdue } = shownCase;
  const isAwake = state === 'open' || state === 'attempted';
  if (view === 'all') return true;
  if (view === 'open') return isAwake;
  if (view === 'mine') return isAwake && (claimedBy === me || lastAttemptBy === me);
  if (view === 'overdue') return isAwake && overdue;
  // A case that was tried before stays tried, whatever is said about it next.
  return state === view;
}

/** Waiting callers come as rules.md 24 has it, the others newest first. */
export function ownOrder(view: View): Order {
  return view === 'closed' || view === 'all' || view === 'uncallable' ? 'newest' : 'desk';
}

/** Only what is closed has an outcome. */
export function hasOutcomes(view: View): boolean {
  return view === 'closed' || view === 'all';
}

/** Days that end before they begin are none. */
function daysIn(params: URLSearchParams): [string | null, string | null] {
  const [from, to] = ['from', 'to'].map((name) => {
    const day = params.get(name);
    return day && isDay(day) ? day : null;
  }) as [string | null, string | null];
  return from !== null && to !== null && to < from ? [null, null] : [from, to];
}

function oneOf<Text extends string>(list: readonly Text[], text: string | null): Text | null {
  return list.find((known) => known === text) ?? null;
}
