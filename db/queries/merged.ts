/** One page out of several lists, each in the same order and read by an index of its own. */

type Placed = { rank: number; at: number; id: string };

/**
 * The first `limit` of all of them together, each once. `ascending` is said of instant and id; ranks always ascend. A
 * list need not be longer than the page.
 */
export function merged<Row>(
  lists: Row[][],
  placeOf: (row: Row) => Placed,
  ascending: boolean,
  limit: number,
): Row[] {
  if (lists.length === 1) return lists[0]!;
  const rows = new Map(lists.flat().map((row) => [placeOf(row).id, row]));
  const turn = ascending ? 1 : -1;
  const compare = (a: Placed, b: Placed) =>
    a.rank - b.rank || turn * (a.at - b.at) || turn * (a.id < b.id ? -1 : 1);
  return [...rows.values()].sort((a, b) => compare(placeOf(a), placeOf(b))).slice(0, limit);
}
