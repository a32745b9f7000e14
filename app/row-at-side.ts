import { callerKey, type Row } from '@/components/held-rows';
import type { CaseJson } from '@/domain/case-json';
import type { CaseAtSide } from './case-at-side';

/** The case at the side as a row: the very one of the board where it stands there. Null where it is none. */
export function rowAtSide(
  side: CaseAtSide,
  rows: Row[],
  expected: ReadonlyMap<string, CaseJson>,
): Row | null | undefined {
  const row = rows.find((one) => one.case.id === side.id || one.case.id === side.case?.id);
  if (side.case === null && !row) return null;
  const truth = row?.isGone ? row.case : (side.case ?? row?.case);
  if (!truth) return undefined;
  const known = { contacts: side.case?.contacts, ...(expected.get(truth.id) ?? truth) };
  // What somebody else has just settled is told here in full, and can be opened again.
  if (row) return { ...row, case: known, isGone: row.isGone && known.state !== 'closed' };
  return { key: callerKey(known) ?? known.id, case: known, isGone: false };
}
