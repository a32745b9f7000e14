/** What came of one act on many callers, told plainly: how many were saved, and who was first with the others. */

import type { CaseJson } from '@/domain/case-json';
import type { Messages } from '@/messages/en';

/** One answer of `POST` or `DELETE /api/cases/decisions` (contract.md). */
export type ResultOfOne = {
  id: string;
  status: number;
  case?: CaseJson | null;
  decision?: string;
  error?: string;
  by?: string | null;
};

export function isSaved({ status }: ResultOfOne): boolean {
  return status === 200;
}

/** "2 saved; Ravi was first with 1; 1 refused: There is no such case." Null where everything was saved. */
export function resultsLine(results: ResultOfOne[], m: Messages): string | null {
  const others = results.filter((one) => !isSaved(one));
  if (others.length === 0) return null;
  const { told } = m.row;
  const first = countedBy(others, ({ status, by }) => (status === 409 && by ? by : null));
  const refused = countedBy(others, ({ status, by, error }) =>
    status === 409 && by ? null : (error ?? told.refused),
  );
  return [
    told.saved(results.length - others.length),
    ...first.map(([name, count]) => told.firstWith(name, count)),
    ...refused.map(([sentence, count]) => told.refusedMany(count, sentence)),
  ].join('; ');
}

function countedBy(results: ResultOfOne[], wordOf: (one: ResultOfOne) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of results) {
    const word = wordOf(one);
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts];
}
