/** Why a list has no rows: an empty list must mean what it says. */

import type { BoardJson } from '@/domain/case-json';
import type { SilenceJson } from '@/domain/silence';
import { type Place, pageAddress, rowsAtFirst } from './views';

export type EmptyReason =
  /** No call ever came; `unread` records did, and none of them was understood. */
  | { is: 'nothing yet'; unread: number }
  /** The filters let nothing through; `hidden` rows are there without them, null where nobody counted. */
  | { is: 'filtered'; hidden: number | null }
  /** Nobody waits, as far as the desk knows. */
  | { is: 'silent'; lastAt: string }
  | { is: 'served' }
  /** Nobody on this number; so many on others. */
  | { is: 'elsewhere'; waiting: number }
  | { is: 'none' };

/** `silence` is null while nobody has asked. */
export function emptyReason(place: Place, board: BoardJson, silence: SilenceJson | null): EmptyReason {
  const { counts, dids } = board;
  if (dids.length === 0) return { is: 'nothing yet', unread: counts.quarantined };
  if (isFiltered(place)) return { is: 'filtered', hidden: hiddenCount(place, counts) };
  if (place.view !== 'open') return { is: 'none' };
  const since = silence && silentSince(place, silence);
  if (since) return { is: 'silent', lastAt: since };
  if (place.did !== null && counts.open > 0) return { is: 'elsewhere', waiting: counts.open };
  return { is: 'served' };
}

/** Of the number that was chosen, or else of the desk as a whole. */
function silentSince({ did }: Place, { silent, isOdd, lastAt }: SilenceJson): string | null {
  return silent.find(({ key }) => key === did)?.since ?? (isOdd ? lastAt : null);
}

/** The place without its filters: the view, and the number that was chosen in the rail. */
export function unfilteredAddress({ view, did }: Pick<Place, 'view' | 'did'>): string {
  return pageAddress({ view, did });
}

function isFiltered(place: Place): boolean {
  return pageAddress({ ...place, limit: rowsAtFirst, order: null }) !== unfilteredAddress(place);
}

function hiddenCount({ view, did }: Place, counts: BoardJson['counts']): number | null {
  if (did !== null) return view === 'open' ? (counts.byDid[did] ?? 0) : null;
  const count: unknown = (counts as Record<string, unknown>)[view];
  return typeof count === 'number' ? count : null;
}
