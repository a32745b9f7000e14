/** Long lists in parts, so that one statement stays within the parameters that both engines take. */

export const rowsAtOnce = 250;
export const keysAtOnce = 1000;

/** Runs a statement over parts of a list, so that a long list stays within an engine's parameters. */
export async function inParts<Item, Row>(
  items: Item[],
  size: number,
  run: (part: Item[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < items.length; start += size) {
    for (const row of await run(items.slice(start, start + size))) rows.push(row);
  }
  return rows;
}
